//! The built site as files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::environment;
use crate::failure::{Failure, Outcome};

/// The card for frames on other sites is no page of this one, what stands in for a page that has not
/// been kept has no address of its own, and the preview is for publishers alone.
const NO_PAGES: [&str; 3] = ["embed.html", "offline.html", "preview/index.html"];

/// The folder of the built site.
#[derive(Clone, Debug)]
pub struct Dist {
    root: PathBuf,
}

impl Dist {
    /// The site that `cargo xtask test` has built.
    ///
    /// # Errors
    /// Where `DIST` is not set or names no folder.
    pub fn find() -> Outcome<Self> {
        let root = environment::path("DIST")?;
        if root.join("index.html").is_file() {
            Ok(Self { root })
        } else {
            Err(Failure::Environment(format!(
                "DIST names {}, where no site stands",
                root.display()
            )))
        }
    }

    /// A site in another folder.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every file, as a path below the folder, sorted.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn files(&self) -> Outcome<Vec<String>> {
        let mut files = Vec::new();
        list(&self.root, "", &mut files)?;
        files.sort();
        Ok(files)
    }

    /// Every page, as a path below the folder, sorted.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn pages(&self) -> Outcome<Vec<String>> {
        Ok(self
            .files()?
            .into_iter()
            .filter(|path| path.ends_with(".html"))
            .filter(|path| !NO_PAGES.iter().any(|name| path.ends_with(name)))
            .collect())
    }

    /// The text of a file.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read(&self, path: &str) -> Outcome<String> {
        let path = self.root.join(path);
        fs::read_to_string(&path).map_err(Failure::system(path.display()))
    }

    /// A copy that a test may change.
    ///
    /// # Errors
    /// Where a file cannot be copied.
    pub fn copy(&self) -> Outcome<TempDir> {
        let folder = tempfile::tempdir().map_err(Failure::system("a folder for a copy"))?;
        for path in self.files()? {
            let target = folder.path().join(&path);
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent).map_err(Failure::system(parent.display()))?;
            }
            fs::copy(self.root.join(&path), &target).map_err(Failure::system(&path))?;
        }
        Ok(folder)
    }

    /// A copy whose pages are written anew for a folder of a host.
    ///
    /// # Errors
    /// Where `PRERENDER` is not set, or the program it names fails.
    pub fn prerendered_below(&self, base: &str) -> Outcome<TempDir> {
        let folder = self.copy()?;
        prerender(folder.path(), &["--base", base])?;
        Ok(folder)
    }

    /// Writes the pages of a copy anew from another state of the project's files.
    ///
    /// # Errors
    /// Where `PRERENDER` is not set, or the program it names fails.
    pub fn rewrite_from(&self, source: &Path) -> Outcome {
        let source = source.to_string_lossy();
        prerender(&self.root, &["--base", "/", "--source", &source])
    }
}

fn prerender(staging: &Path, arguments: &[&str]) -> Outcome {
    let program = environment::path("PRERENDER")?;
    let mut command = Command::new(&program);
    command.arg("--staging").arg(staging).args(arguments);
    let output = command
        .output()
        .map_err(Failure::system(program.display()))?;
    if output.status.success() {
        return Ok(());
    }
    Err(Failure::Form(format!(
        "prerender: {}",
        String::from_utf8_lossy(&output.stderr)
    )))
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(Failure::system(folder.display()))? {
        let entry = entry.map_err(Failure::system(folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            list(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            files.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}
