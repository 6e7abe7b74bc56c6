//! Where the project and the cache of tools are, and what Cargo.lock says.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// Names our own cache folder, for machines where the usual place does not suit.
const CACHE_VARIABLE: &str = "LEARNING_CITIES_CACHE";

/// The name of our folder among other programs' caches.
const CACHE_NAME: &str = "learning-cities";

/// The project's folder and the cache.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// The folder with the workspace's Cargo.toml.
    pub(crate) root: PathBuf,
    /// The folder for tools and logs.
    pub(crate) cache: PathBuf,
}

impl Workspace {
    /// Finds the project from Cargo's variable or the current folder.
    pub(crate) fn find() -> Result<Self, Failure> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(manifest) => PathBuf::from(manifest),
            None => env::current_dir().map_err(Failure::file(Path::new(".")))?,
        };
        let root = start
            .ancestors()
            .find(|folder| is_root(folder))
            .ok_or_else(|| {
                Failure::refused(
                    format!("no Cargo workspace at or above {}", start.display()),
                    "run `cargo xtask` inside the project's folder",
                )
            })?;
        Ok(Self {
            root: root.to_owned(),
            cache: cache_folder()?,
        })
    }

    /// The folder of the built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The same Cargo that runs us, in the project's folder.
    pub(crate) fn cargo<const COUNT: usize>(&self, arguments: [&str; COUNT]) -> Command {
        let mut command =
            Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
        command.current_dir(&self.root).args(arguments);
        command
    }

    /// The version of a package in Cargo.lock.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String, Failure> {
        let path = self.root.join("Cargo.lock");
        let text = std::fs::read_to_string(&path).map_err(Failure::file(&path))?;
        version_in_lock(&text, package).ok_or_else(|| {
            Failure::refused(
                format!(
                    "{} does not name exactly one version of {package}",
                    path.display()
                ),
                format!(
                    "run `cargo tree --invert {package} --features browser` and keep one version"
                ),
            )
        })
    }
}

fn is_root(folder: &Path) -> bool {
    std::fs::read_to_string(folder.join("Cargo.toml"))
        .is_ok_and(|manifest| manifest.lines().any(|line| line.trim() == "[workspace]"))
}

fn cache_folder() -> Result<PathBuf, Failure> {
    let named = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(own) = named(CACHE_VARIABLE) {
        return std::path::absolute(&own).map_err(Failure::file(&own));
    }
    let caches = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if let Some(xdg) = named("XDG_CACHE_HOME") {
        Some(xdg)
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Caches"))
    } else {
        named("HOME").map(|home| home.join(".cache"))
    };
    caches.map(|caches| caches.join(CACHE_NAME)).ok_or_else(|| {
        Failure::refused(
            "no home folder, so no place for the tools",
            format!("set {CACHE_VARIABLE} to a folder you may write to"),
        )
    })
}

/// Two versions of one package give none: there would be no telling which is meant.
fn version_in_lock(text: &str, package: &str) -> Option<String> {
    let lock: toml::Table = text.parse().ok()?;
    let mut versions = lock.get("package")?.as_array()?.iter().filter_map(|entry| {
        let is_meant = entry.get("name")?.as_str()? == package;
        if is_meant {
            entry.get("version")?.as_str()
        } else {
            None
        }
    });
    let version = versions.next()?;
    versions.next().is_none().then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use xtask::versions;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"cfg-if\",\n]\n\n\
        [[package]]\nname = \"syn\"\nversion = \"1.0.1\"\n\n[[package]]\nname = \"syn\"\nversion = \"2.0.1\"\n";

    fn trunk_tool(name: &str) -> String {
        let root = Workspace::find().unwrap().root;
        let trunk: toml::Table = std::fs::read_to_string(root.join("Trunk.toml"))
            .unwrap()
            .parse()
            .unwrap();
        trunk
            .get("tools")
            .unwrap()
            .get(name)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    }

    #[test]
    fn the_lock_gives_the_version_of_the_very_package() {
        assert_eq!(
            version_in_lock(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
    }

    #[test]
    fn a_package_missing_or_locked_twice_has_no_version() {
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
        assert_eq!(version_in_lock(LOCK, "syn"), None);
        assert_eq!(version_in_lock("not a lock", "syn"), None);
    }

    #[test]
    fn trunk_asks_for_the_wasm_bindgen_that_is_locked() {
        let locked = Workspace::find()
            .unwrap()
            .locked_version("wasm-bindgen")
            .unwrap();
        assert_eq!(
            trunk_tool("wasm_bindgen"),
            locked,
            "make Trunk.toml follow Cargo.lock"
        );
    }

    #[test]
    fn trunk_asks_for_the_wasm_opt_that_setup_installs() {
        let major = versions::BINARYEN.split('.').next().unwrap();
        assert_eq!(trunk_tool("wasm_opt"), format!("version_{major}"));
    }
}
