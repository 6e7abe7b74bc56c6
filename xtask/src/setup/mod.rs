//! Installs what is missing, and nothing else: the second run only looks.
//!
//! Tools live in the cache, one folder for each version, so that a change of version
//! neither breaks another checkout nor needs root rights.

mod cargo_tool;
mod debian;
mod engine_parts;
mod engines;
mod host_servers;
mod npm_tool;
mod part;
mod python_tool;
mod wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::workspace::Workspace;
use cargo_tool::{CargoTool, Lock};
pub(crate) use engines::Engine;
use engines::{Equipment, Strictness};
use host_servers::HostServers;
pub(crate) use npm_tool::{installed_terser, installed_wasm_opt};
use xtask::versions;

/// The folders of the tools that the build needs.
#[derive(Debug)]
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// `PATH` with our tools first, so that trunk takes these and downloads none.
    pub(crate) fn path(&self) -> Result<OsString, Failure> {
        let others = env::var_os("PATH").unwrap_or_default();
        env::join_paths(
            self.folders
                .iter()
                .cloned()
                .chain(env::split_paths(&others)),
        )
        .map_err(|error| {
            Failure::refused(
                format!("the tools' folder cannot stand in PATH: {error}"),
                "set LEARNING_CITIES_CACHE to a folder without a colon or semicolon in its path",
            )
        })
    }
}

/// Installs what a build needs.
pub(crate) fn site_tools(workspace: &Workspace) -> Result<Toolbox, Failure> {
    wasm_target::ensure(workspace)?;
    let wasm_bindgen = workspace.locked_version("wasm-bindgen")?;
    let tools = [
        CargoTool {
            package: "trunk",
            binary: "trunk",
            version: versions::TRUNK,
            lock: Lock::Kept,
            expected: "about 6 minutes",
        },
        CargoTool {
            package: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            version: &wasm_bindgen,
            // Its lock file names a crate version that the registry does not have.
            lock: Lock::Ignored,
            expected: "about 4 minutes",
        },
    ];
    let mut folders = Vec::new();
    for tool in tools {
        folders.extend(tool.ensure(workspace)?.parent().map(Path::to_owned));
    }
    folders.extend(npm_tool::ensure_wasm_opt(workspace)?);
    npm_tool::ensure_terser(workspace)?;
    Ok(Toolbox { folders })
}

/// Installs what the browser tests need; gives the variables that tell them where it is.
///
/// An engine that cannot be had is left out with a message, unless it was asked for by name
/// or the run is a CI run: there a gap must not pass for a success.
pub(crate) fn test_tools(
    workspace: &Workspace,
    asked: &[Engine],
) -> Result<Vec<(&'static str, OsString)>, Failure> {
    let wanted = if asked.is_empty() {
        Engine::ALL.to_vec()
    } else {
        asked.to_vec()
    };
    let strictness = if asked.is_empty() {
        strictness()
    } else {
        Strictness::Refuse
    };
    let geckodriver = if wanted.contains(&Engine::Firefox) {
        let tool = CargoTool {
            package: "geckodriver",
            binary: "geckodriver",
            version: versions::GECKODRIVER,
            lock: Lock::Kept,
            expected: "about 2 minutes",
        };
        Some(tool.ensure(workspace)?)
    } else {
        None
    };
    let axe = npm_tool::ensure(workspace, "axe-core", versions::AXE_CORE, "axe.min.js")?;
    let validator = npm_tool::ensure(workspace, "vnu-jar", versions::VNU, "build/dist/vnu.jar")?;
    debian::install(
        workspace,
        &Equipment::find(&wanted, geckodriver.as_deref()).missing_packages(),
    );
    let equipment = Equipment::find(&wanted, geckodriver.as_deref());
    let mut variables = equipment.variables(strictness)?;
    variables.push(("AXE_JS", axe.into_os_string()));
    if variables.iter().any(|(name, _)| *name == "JAVA") {
        variables.push(("VNU_JAR", validator.into_os_string()));
    }
    Ok(variables)
}

/// Installs what drives Chromium alone; gives the variables that tell where it is.
pub(crate) fn chromium(workspace: &Workspace) -> Result<Vec<(&'static str, OsString)>, Failure> {
    debian::install(workspace, &Equipment::chromium().missing_packages());
    Equipment::chromium().variables(Strictness::Refuse)
}

/// Installs the servers that packages are tried with, and says which are there.
pub(crate) fn host_servers(workspace: &Workspace) -> Result<HostServers, Failure> {
    debian::install(workspace, &host_servers::missing_packages());
    host_servers::present(strictness())
}

/// Where cargo-deny is; none where this machine cannot have it and need not.
pub(crate) fn cargo_deny(workspace: &Workspace) -> Result<Option<PathBuf>, Failure> {
    python_tool::ensure_cargo_deny(workspace, strictness())
}

/// In a CI run a gap must not pass for a success.
fn strictness() -> Strictness {
    if env::var_os("CI").is_some_and(|value| value == "true") {
        Strictness::Refuse
    } else {
        Strictness::LeaveOut
    }
}
