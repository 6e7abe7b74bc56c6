//! Programs built from source with `cargo install`, each version in a folder of its own.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::part::find_program;
use crate::failure::Failure;
use crate::task::{self, Task};
use crate::workspace::Workspace;

/// These tools run for seconds: their authors' settings, which make them faster by a little, take one
/// core many minutes.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Whether the versions in a tool's own lock file are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lock {
    /// They are.
    Kept,
    /// They are not.
    Ignored,
}

/// A program in the registry of crates.
#[derive(Clone, Copy, Debug)]
pub(super) struct CargoTool<'a> {
    /// The crate.
    pub(super) package: &'a str,
    /// The program in it.
    pub(super) binary: &'a str,
    /// The exact version.
    pub(super) version: &'a str,
    /// How its dependencies are chosen.
    pub(super) lock: Lock,
    /// How long the installation takes.
    pub(super) expected: &'static str,
}

impl CargoTool<'_> {
    /// Where the program is, after installing it if it was nowhere.
    pub(super) fn ensure(&self, workspace: &Workspace) -> Result<PathBuf, Failure> {
        let folder = workspace
            .cache
            .join("tools")
            .join(format!("{}-{}", self.package, self.version));
        let binary = folder
            .join("bin")
            .join(format!("{}{EXE_SUFFIX}", self.binary));
        // Cargo moves the program there when all is done: if it is there, it is whole.
        if binary.is_file() {
            return Ok(binary);
        }
        if let Some(path) = find_program(self.binary).filter(|path| self.is_version_of(path)) {
            return Ok(path);
        }
        self.install(workspace, &folder)?;
        Ok(binary)
    }

    fn is_version_of(&self, path: &Path) -> bool {
        task::answer(Command::new(path).arg("--version"))
            .is_some_and(|answer| answer.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
        let results = workspace
            .cache
            .join("build")
            .join(format!("{}-{}", self.package, self.version));
        let mut command = workspace.cargo(["install", self.package, "--version", self.version]);
        if self.lock == Lock::Kept {
            command.arg("--locked");
        }
        fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        // Away from the project, whose .cargo/config.toml is about the site and not about tools.
        command
            .current_dir(folder)
            .arg("--root")
            .arg(folder)
            .env("CARGO_TARGET_DIR", &results)
            .envs(QUICK_BUILD);
        for name in ["CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            command.env_remove(name);
        }
        Task::new(
            format!("installing {} {} from source", self.package, self.version),
            command,
        )
        .expected(self.expected)
        .cure(format!(
            "check the network and run `cargo xtask setup` again (it continues where it stopped), \
                 or put {} {} on PATH by other means",
            self.binary, self.version
        ))
        .run(workspace)?;
        // Kept after a failure, so that the next try continues.
        fs::remove_dir_all(&results).map_err(Failure::file(&results))
    }
}
