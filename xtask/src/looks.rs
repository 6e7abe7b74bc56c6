//! Compares how every component looks with the reference pictures, or renews these.

use std::ffi::OsString;

use clap::Args;

use crate::failure::Failure;
use crate::setup;
use crate::task::Task;
use crate::verify;
use crate::workspace::Workspace;

/// The variable that asks the tests for new references.
const ORDER: &str = "LOOKS";
const ACCEPT: &str = "accept";

/// What `cargo xtask looks` is asked.
#[derive(Debug, Args)]
pub(crate) struct LooksArguments {
    /// Make how it looks now the reference
    #[arg(long)]
    accept: bool,
}

/// Takes pictures of the gallery; needs no build of the site.
pub(crate) fn obey(workspace: &Workspace, arguments: &LooksArguments) -> Result<(), Failure> {
    let mut variables = setup::chromium(workspace)?;
    if arguments.accept {
        variables.push((ORDER, OsString::from(ACCEPT)));
    }
    verify::build_prerenderer(workspace)?;
    test(workspace, &variables)
}

/// Runs the tests of the looks; needs the prerenderer to be built.
pub(crate) fn test(
    workspace: &Workspace,
    variables: &[(&'static str, OsString)],
) -> Result<(), Failure> {
    let tests = [
        "test",
        "--package",
        "learning-cities-e2e",
        "--test",
        "looks",
    ];
    let mut command = workspace.cargo(tests);
    command
        .env("PRERENDER", verify::prerenderer()?)
        .envs(variables.iter().cloned());
    Task::new("comparing how everything looks", command)
        .expected("about a minute")
        .cure("look at the pictures named above; if they are as wanted, run `cargo xtask looks --accept` and commit")
        .shown()
        .run(workspace)
}
