//! Tries the packages for nginx and Caddy with these servers.

use crate::failure::Failure;
use crate::setup;
use crate::verify;
use crate::workspace::Workspace;

/// Serves packages of the last build and asks for every file; needs the prerenderer to be built.
pub(crate) fn test(workspace: &Workspace) -> Result<(), Failure> {
    let servers = setup::host_servers(workspace)?;
    if servers.tests.is_empty() {
        return Ok(());
    }
    let tests = [
        "test",
        "--package",
        "learning-cities-e2e",
        "--test",
        "hosts",
    ];
    let mut command = workspace.cargo(tests);
    command
        .arg("--")
        .args(servers.tests)
        .env("DIST", workspace.dist())
        .env("PRERENDER", verify::prerenderer()?)
        .envs(servers.variables);
    verify::run_tests(workspace, "trying the packages with their hosts", command)
}
