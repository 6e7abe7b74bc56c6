//! Publishers' commands: handed on, as they were typed, to a program of its own.
//!
//! That program holds the site's core, which this one must not: it runs while the core is compiled.

use std::env;
use std::process::{Command, ExitCode};

use crate::failure::Failure;
use crate::task::{Task, exit_code};
use crate::workspace::Workspace;

/// Runs the program with our own command line, in the folder of whoever typed it.
///
/// # Errors
/// Where it cannot be started.
pub(crate) fn hand_on(workspace: &Workspace) -> Result<ExitCode, Failure> {
    let mut command = program(workspace);
    let here = env::current_dir().map_err(Failure::file(".".as_ref()))?;
    command.current_dir(here).args(env::args_os().skip(1));
    let status = command
        .status()
        .map_err(Failure::file(&workspace.root.join("xtask/editorial")))?;
    Ok(exit_code(status))
}

/// Checks data and texts, as a step of the tests.
pub(crate) fn check(workspace: &Workspace) -> Result<(), Failure> {
    let mut command = program(workspace);
    command.arg("check");
    Task::new("checking data and texts", command)
        .expected("a second once compiled")
        .cure("mend what is named above in public/; warnings may stay")
        .shown()
        .run(workspace)
}

fn program(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo(["run", "--quiet", "--package", "editorial"]);
    let manifest = workspace.root.join("Cargo.toml");
    command.arg("--manifest-path").arg(manifest).arg("--");
    command
}
