//! Builds the site, and writes its pages when trunk asks for them.

mod import_names;
mod unused_classes;
mod wasm_binary;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::failure::Failure;
use crate::setup::{self, Toolbox};
use crate::task::{Task, exit_code};
use crate::workspace::Workspace;

/// Variables through which a build for the browser could reach the native prerenderer.
const COMPILER_FLAGS: [&str; 2] = ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"];

/// The flags of the browser's program alone.
const PROGRAM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Before the flags in index.html that trunk gives wasm-opt.
const OPTIMISER_FLAGS: &str = "data-wasm-opt-params=\"";

/// A base path as it must be: `/` or `/repo/`.
pub(crate) fn parse_base(text: &str) -> Result<String, String> {
    if text.starts_with('/') && text.ends_with('/') && !text.contains("//") {
        Ok(text.to_owned())
    } else {
        Err("must begin and end with a slash, such as / or /repo/".to_owned())
    }
}

/// Builds the whole site into `dist/`.
pub(crate) fn build(workspace: &Workspace, base: &str) -> Result<(), Failure> {
    let toolbox = setup::site_tools(workspace)?;
    let mut command = trunk(workspace, &toolbox)?;
    command.args(["build", "--release", "--public-url", base]);
    if let Some(registry) = registry_sources() {
        let flag = format!("--remap-path-prefix={}=crates", registry.display());
        command.env(PROGRAM_FLAGS, flag);
    }
    Task::new(format!("building the site for {base}"), command)
        .expected("about 6 minutes the first time, half a minute later")
        .cure("read the first error above; if it is about a tool, run `cargo xtask setup`")
        .shown()
        .run(workspace)
}

/// Where Cargo keeps the sources of crates. Panic messages hold these paths: with the builder's own
/// the same commit would give every builder another program. Cargo can trim them only in its nightly
/// version. A path with a space cannot stand among flags.
fn registry_sources() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").filter(|value| !value.is_empty());
    let home = named
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))?;
    let sources = home.join("registry/src");
    (!sources.to_string_lossy().contains(' ')).then_some(sources)
}

/// Rebuilds at every change, without optimising.
pub(crate) fn watch(workspace: &Workspace, port: u16, open: &[&str]) -> Result<(), Failure> {
    let toolbox = setup::site_tools(workspace)?;
    let mut command = trunk(workspace, &toolbox)?;
    command
        .args(["serve", "--port", &port.to_string()])
        .args(open);
    Task::new(
        format!("serving at http://127.0.0.1:{port}/, rebuilt at every change"),
        command,
    )
    .expected("the first build takes about 3 minutes")
    .cure("read the first error above")
    .foreground()
    .run(workspace)
}

/// Writes every page into trunk's staging folder.
pub(crate) fn prerender(workspace: &Workspace) -> Result<ExitCode, Failure> {
    let staging = variable("TRUNK_STAGING_DIR")?;
    let base = variable("TRUNK_PUBLIC_URL")?;
    let mut command = workspace.cargo(["run", "--quiet", "--package", "learning-cities"]);
    command.args(["--features", "prerender", "--bin", "prerender"]);
    command.args(["--", "--staging", &staging, "--base", &base]);
    if variable("TRUNK_PROFILE")? != "release" {
        // Who develops wants to see each change at once, and no version that a device has kept.
        command.args(["--offline", "off"]);
    }
    if let Ok(source) = variable("TRUNK_SOURCE_DIR") {
        command.current_dir(source);
    }
    for name in COMPILER_FLAGS {
        // Others, such as `-D warnings`, stay: without them Cargo would build all anew.
        if env::var(name)
            .is_ok_and(|flags| flags.contains("wasm") || flags.contains("target-feature"))
        {
            command.env_remove(name);
        }
    }
    command.env_remove("CARGO_BUILD_TARGET");
    if variable("TRUNK_PROFILE")? == "release" {
        // Before the pages are written: they name the hash of the program as it will be served.
        shrink_scripts(workspace, Path::new(&staging))?;
    }
    let status = command.status().map_err(|error| {
        Failure::refused(
            format!("the prerenderer did not start: {error}"),
            "run `cargo xtask build` once more",
        )
    })?;
    Ok(exit_code(status))
}

/// Shrinks the script that wasm-bindgen has written, and the program, where the tools are there.
fn shrink_scripts(workspace: &Workspace, staging: &Path) -> Result<(), Failure> {
    let (Some(script), Some(program)) = (only(staging, ".js")?, only(staging, "_bg.wasm")?) else {
        return Ok(());
    };
    if let Some(optimiser) = setup::installed_wasm_opt(workspace)
        && change(&program, &script, unused_classes::removed)?
    {
        let mut command = Command::new("node");
        command
            .arg(&optimiser)
            .args(optimiser_flags(workspace)?)
            .args(["-Oz", "-o"])
            .args([&program, &program]);
        Task::new("removing what no one uses from the program", command)
            .expected("5 seconds")
            .cure("run `cargo xtask setup`, then build again")
            .run(workspace)?;
    }
    if let Some(terser) = setup::installed_terser(workspace) {
        let mut command = Command::new("node");
        command
            .arg(&terser)
            .args(["--module", "--compress", "--mangle", "--output"])
            .arg(&script)
            .arg(&script);
        Task::new("shrinking the script", command)
            .expected("a second")
            .cure("run `cargo xtask setup`, then build again")
            .run(workspace)?;
    } else {
        eprintln!("the script is not shrunk: `cargo xtask setup` installs the tool");
    }
    change(&program, &script, import_names::shortened)?;
    Ok(())
}

/// Writes program and script changed, if they could be; tells whether they were.
fn change(
    program: &Path,
    script: &Path,
    changed: impl FnOnce(&[u8], &str) -> Option<(Vec<u8>, String)>,
) -> Result<bool, Failure> {
    let text = fs::read_to_string(script).map_err(Failure::file(script))?;
    let bytes = fs::read(program).map_err(Failure::file(program))?;
    let Some((bytes, text)) = changed(&bytes, &text) else {
        return Ok(false);
    };
    fs::write(script, text).map_err(Failure::file(script))?;
    fs::write(program, bytes).map_err(Failure::file(program))?;
    Ok(true)
}

/// What index.html tells the optimiser of the program: its features, and that low memory is unused.
fn optimiser_flags(workspace: &Workspace) -> Result<Vec<String>, Failure> {
    let page = workspace.root.join("index.html");
    let text = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let flags = text
        .split_once(OPTIMISER_FLAGS)
        .and_then(|(_, rest)| rest.split('"').next());
    let kept = |flag: &&str| flag.starts_with("--enable-") || *flag == "--low-memory-unused";
    let flags = flags.unwrap_or_default().split_whitespace().filter(kept);
    Ok(flags.map(str::to_owned).collect())
}

/// The file of a folder whose name ends so.
fn only(folder: &Path, ending: &str) -> Result<Option<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::file(folder))?;
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut found = paths.filter(|path| path.to_string_lossy().ends_with(ending));
    Ok(found.next())
}

fn trunk(workspace: &Workspace, toolbox: &Toolbox) -> Result<Command, Failure> {
    let mut command = Command::new("trunk");
    command
        .current_dir(&workspace.root)
        .env("PATH", toolbox.path()?);
    // It would otherwise ask GitHub at every start whether there is a newer version.
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // trunk accepts only `true` and `false` where the convention is any value.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

fn variable(name: &str) -> Result<String, Failure> {
    env::var(name).map_err(|error| {
        Failure::refused(
            format!("{name}: {error}"),
            "let trunk call this: run `cargo xtask build`",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_has_a_slash_at_both_ends_and_none_twice() {
        for base in ["/", "/repo/", "/a/b/"] {
            assert_eq!(parse_base(base).as_deref(), Ok(base));
        }
        for base in [
            "",
            "repo",
            "/repo",
            "repo/",
            "//",
            "//evil.example/",
            "https://example.org/",
        ] {
            assert!(parse_base(base).is_err(), "{base}");
        }
    }
}
