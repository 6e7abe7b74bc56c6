//! The compiler's support for WebAssembly.

use std::path::Path;
use std::process::Command;

use super::part::find_program;
use crate::failure::Failure;
use crate::task::{self, Task};
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target unless the compiler has it, however it came there.
pub(super) fn ensure(workspace: &Workspace) -> Result<(), Failure> {
    let mut question = Command::new("rustc");
    question
        .current_dir(&workspace.root)
        .args(["--print", "target-libdir", "--target", TARGET]);
    if task::answer(&mut question).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if find_program("rustup").is_none() {
        return Err(Failure::refused(
            format!("the compiler lacks the target {TARGET}, and there is no rustup to add it"),
            "install Rust with rustup (https://rustup.rs), or the target from where the compiler came \
             (in Debian: apt-get install libstd-rust-dev-wasm32)",
        ));
    }
    let mut command = Command::new("rustup");
    command
        .current_dir(&workspace.root)
        .args(["target", "add", TARGET]);
    Task::new(format!("adding the target {TARGET}"), command)
        .expected("a few seconds")
        .cure("check the network, then run `rustup target add wasm32-unknown-unknown` by hand")
        .run(workspace)
}
