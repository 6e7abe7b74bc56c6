//! What only npm has: wasm-opt, the accessibility rules, the HTML validator.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::part::find_program;
use crate::failure::Failure;
use crate::task::{self, Task};
use crate::workspace::Workspace;
use xtask::versions;

/// The program in the package `binaryen`.
const WASM_OPT: &str = "bin/wasm-opt";

/// The program in the package `terser`.
const TERSER: &str = "bin/terser";

/// Where terser is, after installing it if it was missing.
pub(super) fn ensure_terser(workspace: &Workspace) -> Result<PathBuf, Failure> {
    ensure(workspace, "terser", versions::TERSER, TERSER)
}

/// Where terser is, if it is installed: a plain `trunk build` installs nothing.
pub(crate) fn installed_terser(workspace: &Workspace) -> Option<PathBuf> {
    let path = place(workspace, "terser", versions::TERSER, TERSER);
    path.is_file().then_some(path)
}

/// Where wasm-opt is, if setup has installed it.
pub(crate) fn installed_wasm_opt(workspace: &Workspace) -> Option<PathBuf> {
    let path = place(workspace, "binaryen", versions::BINARYEN, WASM_OPT);
    path.is_file().then_some(path)
}

fn place(workspace: &Workspace, package: &str, version: &str, file: &str) -> PathBuf {
    let folder = workspace
        .cache
        .join("tools")
        .join(format!("npm-{package}-{version}"));
    folder.join("node_modules").join(package).join(file)
}

/// Where a file of a package is, after installing the package if it was missing.
pub(super) fn ensure(
    workspace: &Workspace,
    package: &str,
    version: &str,
    file: &str,
) -> Result<PathBuf, Failure> {
    let tools = workspace.cache.join("tools");
    let folder = tools.join(format!("npm-{package}-{version}"));
    let path = place(workspace, package, version, file);
    if path.is_file() {
        return Ok(path);
    }
    // npm fills a folder file by file: it gets its name only when all is there.
    let partial = tools.join(format!(
        "npm-{package}-{version}.partial-{}",
        std::process::id()
    ));
    fs::create_dir_all(&partial).map_err(Failure::file(&partial))?;
    // Without a package.json npm would look for one in the folders above, and install there.
    let manifest = partial.join("package.json");
    fs::write(&manifest, "{ \"private\": true }\n").map_err(Failure::file(&manifest))?;
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(&partial).args([
        "install",
        "--no-save",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
    ]);
    command
        .arg("--prefix")
        .arg(&partial)
        .arg(format!("{package}@{version}"));
    let installed = Task::new(format!("installing {package} {version} with npm"), command)
        .expected("about 20 seconds")
        .cure("install Node.js 18 or newer with npm (in Debian: apt-get install npm), check the network, and run `cargo xtask setup` again")
        .run(workspace);
    if installed.is_ok() {
        remove(&folder)?;
        fs::rename(&partial, &folder).map_err(Failure::file(&folder))?;
    } else {
        remove(&partial)?;
    }
    installed.map(|()| path)
}

/// The folder with wasm-opt, or none if trunk has to fetch it itself.
pub(super) fn ensure_wasm_opt(workspace: &Workspace) -> Result<Option<PathBuf>, Failure> {
    let version = versions::BINARYEN;
    let folder = workspace
        .cache
        .join("tools")
        .join(format!("binaryen-{version}/bin"));
    let program = workspace.cache.join(format!(
        "tools/npm-binaryen-{version}/node_modules/binaryen/{WASM_OPT}"
    ));
    if folder.join("wasm-opt").is_file() && program.is_file() {
        return Ok(Some(folder));
    }
    let major = version.split('.').next().unwrap_or(version);
    let fits = |path: &PathBuf| is_major(path, major);
    if let Some(path) = find_program("wasm-opt").filter(fits) {
        return Ok(path.parent().map(Path::to_owned));
    }
    // The wrapper is for a Unix shell; trunk can download wasm-opt, from the same project.
    if cfg!(windows) || find_program("npm").is_none() {
        eprintln!("no npm for wasm-opt {major}: trunk will download it when it builds");
        return Ok(None);
    }
    let program = ensure(workspace, "binaryen", version, WASM_OPT)?;
    write_wrapper(&folder, &program)?;
    Ok(Some(folder))
}

fn is_major(path: &Path, major: &str) -> bool {
    let wanted = format!("version_{major}");
    task::answer(Command::new(path).arg("--version")).is_some_and(|answer| answer.contains(&wanted))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::file(folder))
    } else {
        Ok(())
    }
}

/// trunk looks for a program named wasm-opt; the package has a script for Node.js.
fn write_wrapper(folder: &Path, program: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    let quoted = program.to_string_lossy().replace('\'', r"'\''");
    let text = format!("#!/bin/sh\nexec node '{quoted}' \"$@\"\n");
    let partial = folder.join(format!("wasm-opt.partial-{}", std::process::id()));
    fs::write(&partial, text).map_err(Failure::file(&partial))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&partial, fs::Permissions::from_mode(0o755))
            .map_err(Failure::file(&partial))?;
    }
    let wrapper = folder.join("wasm-opt");
    fs::rename(&partial, &wrapper).map_err(Failure::file(&wrapper))
}
