//! Browsers and drivers from Debian's packages, where that is possible.

use std::process::Command;

use super::part::find_program;
use crate::task::{self, Task};
use crate::workspace::Workspace;

/// Installs packages if this system has apt-get and lets us. A failure is said and no more:
/// what is still missing afterwards is judged by who asked.
pub(super) fn install(workspace: &Workspace, packages: &[&str]) {
    if packages.is_empty() || find_program("apt-get").is_none() {
        return;
    }
    let Some(prefix) = root_prefix() else {
        eprintln!(
            "not root, and `sudo -n` does not work: cannot install {}",
            packages.join(" ")
        );
        return;
    };
    let list = packages.join(" ");
    let update = Task::new(
        "refreshing the list of Debian packages",
        apt(&prefix, &["update"]),
    )
    .expected("about 20 seconds")
    .cure("check the network, or continue with what is installed");
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    let install = Task::new(format!("installing {list}"), apt(&prefix, &arguments))
        .expected("about 2 minutes")
        .cure("install the packages by hand; on other systems than Debian they have other names");
    if let Err(failure) = update.run(workspace).and_then(|()| install.run(workspace)) {
        eprintln!("{failure}");
    }
}

/// What must stand before a command to run it as root, if that is possible without a question.
fn root_prefix() -> Option<Vec<&'static str>> {
    if task::answer(Command::new("id").arg("-u"))? == "0" {
        return Some(Vec::new());
    }
    task::answer(Command::new("sudo").args(["-n", "true"])).map(|_| vec!["sudo", "-n"])
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Command {
    // `env` and not Command::env: sudo does not pass the variables of its caller on.
    let words = prefix
        .iter()
        .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut words = words.chain(arguments);
    let mut command = Command::new(words.next().copied().unwrap_or("env"));
    command.args(words);
    command
}
