//! What the project depends on, held against deny.toml by cargo-deny: licences, crates that are not
//! wanted, where they are from, and the list of known faults (RustSec) where it can be had.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::setup;
use crate::task::{self, Task};
use crate::workspace::Workspace;

/// Holds every dependency of the workspace, of tools and tests too, against the rules.
pub(crate) fn check(workspace: &Workspace) -> Result<(), Failure> {
    let Some(program) = setup::cargo_deny(workspace)? else {
        return Ok(());
    };
    let rules = ["check", "licenses", "bans", "sources"];
    let cure = "take the crate out, choose another, or change deny.toml with a reason beside it";
    Task::new(
        "holding licences, bans and sources against deny.toml",
        cargo_deny(workspace, &program, &rules),
    )
    .expected("a few seconds")
    .cure(cure)
    .shown()
    .run(workspace)?;
    let fetch = ["fetch", "db"];
    if task::answer(&mut cargo_deny(workspace, &program, &fetch)).is_none() {
        eprintln!(
            "NOT CHECKED: the list of known faults (RustSec's, at GitHub) cannot be fetched from here"
        );
        return Ok(());
    }
    let advisories = ["check", "--disable-fetch", "advisories"];
    Task::new(
        "holding the dependencies against the list of known faults",
        cargo_deny(workspace, &program, &advisories),
    )
    .expected("a few seconds")
    .cure("update the crate (cargo update -p NAME), or name the entry in deny.toml with a reason")
    .shown()
    .run(workspace)
}

fn cargo_deny(workspace: &Workspace, program: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(&workspace.root)
        .args(["--workspace", "--locked"])
        .args(arguments)
        // Nobody is there to be asked for a password.
        .env("GIT_TERMINAL_PROMPT", "0");
    command
}
