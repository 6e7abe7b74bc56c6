//! Makes a folder that is ready for a host out of the built site.
//!
//! The folder holds `site/` (what is published), the host's own configuration, `README.txt` and
//! `SHA256SUMS`. One commit gives the same bytes wherever and whenever it is packaged.

mod caddy;
mod compression;
mod github_pages;
mod headers_file;
mod host;
mod nginx;
mod readme;
mod rules;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use crate::media_type::{self, Density};
use compression::Coding;
pub use compression::Effort;
pub use host::Host;

/// The folder that is published.
const SITE: &str = "site";

/// The list of checksums, in the form of `sha256sum`.
const CHECKSUMS: &str = "SHA256SUMS";

/// What is to be packaged, and for whom.
#[derive(Clone, Debug)]
pub struct Package {
    /// The folder of the built site.
    pub built: PathBuf,
    /// The path the site was built for; begins and ends with a slash.
    pub base: String,
    /// Who will serve it.
    pub host: Host,
    /// How strongly files are compressed.
    pub effort: Effort,
}

/// A text that is written beside the site's files.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Addition {
    /// Its path below the package.
    path: String,
    /// Its content.
    text: String,
}

impl Addition {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
        }
    }
}

/// Why there is no package.
#[derive(Debug)]
pub enum PackageError {
    /// A file or folder could not be read or written.
    File(PathBuf, io::Error),
    /// No site stands in the folder.
    NoSite(PathBuf),
    /// The site was built for another path.
    OtherBase(String),
    /// The folder to write holds something else.
    Occupied(PathBuf),
}

impl PackageError {
    /// What to try.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match self {
            Self::File(..) => "see that the file exists and that you may read and write there",
            Self::NoSite(_) => "build it: cargo xtask build",
            Self::OtherBase(_) => "build it for that path: cargo xtask build --base /path/",
            Self::Occupied(_) => "empty the folder, or name another with --out",
        }
    }

    fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File(path, source)
    }
}

impl fmt::Display for PackageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, source) => write!(formatter, "{}: {source}", path.display()),
            Self::NoSite(path) => write!(formatter, "no site stands in {}", path.display()),
            Self::OtherBase(base) => write!(formatter, "the site was not built for {base}"),
            Self::Occupied(path) => {
                write!(
                    formatter,
                    "{} holds something else than a package",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for PackageError {}

/// Writes a package into a folder, which is made; a package that stood there before is replaced.
///
/// # Errors
/// Where there is no built site, it was built for another path, or a file cannot be read or written.
pub fn write(package: &Package, folder: &Path) -> Result<(), PackageError> {
    let index = package.built.join("index.html");
    let story =
        fs::read_to_string(&index).map_err(|_| PackageError::NoSite(package.built.clone()))?;
    if !story.contains(&format!("data-base=\"{}\"", package.base)) {
        return Err(PackageError::OtherBase(package.base.clone()));
    }
    if !may_be_replaced(folder) {
        return Err(PackageError::Occupied(folder.to_owned()));
    }
    // A package that is there is whole: it gets its name when all is written.
    let mut partial = folder.as_os_str().to_owned();
    partial.push(format!(".partial-{}", std::process::id()));
    let partial = PathBuf::from(partial);
    remove(&partial)?;
    let written = fill(package, &partial).and_then(|()| {
        remove(folder)?;
        fs::rename(&partial, folder).map_err(PackageError::file(folder))
    });
    if written.is_err() {
        remove(&partial)?;
    }
    written
}

fn may_be_replaced(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none() || folder.join(CHECKSUMS).is_file(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

fn remove(folder: &Path) -> Result<(), PackageError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(PackageError::File(folder.to_owned(), error))
        }
        _ => Ok(()),
    }
}

fn fill(package: &Package, folder: &Path) -> Result<(), PackageError> {
    let files = files_below(&package.built)?;
    let place = folder.join(package.host.place(&package.base));
    files
        .par_iter()
        .try_for_each(|file| copy(package, file, &place))?;
    for addition in package.host.additions(&package.base, &files) {
        write_new(&folder.join(&addition.path), addition.text.as_bytes())?;
    }
    if let Some(path) = package.host.outer_not_found_page(&package.base) {
        copy_as_it_is(&package.built.join("404.html"), &folder.join(path))?;
    }
    let sums = checksums(folder)?;
    write_new(&folder.join(CHECKSUMS), sums.as_bytes())
}

fn copy(package: &Package, file: &str, place: &Path) -> Result<(), PackageError> {
    let source = package.built.join(file);
    let target = place.join(file);
    copy_as_it_is(&source, &target)?;
    if !package.host.serves_compressed() || media_type::density(&source) == Density::Dense {
        return Ok(());
    }
    let bytes = fs::read(&source).map_err(PackageError::file(&source))?;
    for coding in Coding::ALL {
        let compressed = coding
            .compress(&bytes, package.effort)
            .map_err(PackageError::file(&source))?;
        if let Some(compressed) = compressed {
            write_new(
                &place.join(format!("{file}{}", coding.ending())),
                &compressed,
            )?;
        }
    }
    Ok(())
}

/// By content alone: servers make their ETag of size and time, so a copy must not keep an old time.
fn copy_as_it_is(source: &Path, target: &Path) -> Result<(), PackageError> {
    let bytes = fs::read(source).map_err(PackageError::file(source))?;
    write_new(target, &bytes)
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<(), PackageError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(PackageError::file(parent))?;
    }
    fs::write(path, bytes).map_err(PackageError::file(path))
}

/// Every file below a folder, as a path with slashes, sorted.
fn files_below(folder: &Path) -> Result<Vec<String>, PackageError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.map_err(|error| PackageError::File(folder.to_owned(), error.into()))?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let names = path.iter().map(|name| name.to_string_lossy());
            files.push(names.collect::<Vec<_>>().join("/"));
        }
    }
    files.sort();
    Ok(files)
}

/// One line for each file, sorted by path, as `sha256sum --check` reads it.
fn checksums(folder: &Path) -> Result<String, PackageError> {
    let files = files_below(folder)?;
    let lines: Result<Vec<String>, PackageError> = files
        .par_iter()
        .map(|file| {
            let path = folder.join(file);
            let bytes = fs::read(&path).map_err(PackageError::file(&path))?;
            let digits = Sha256::digest(&bytes);
            let digits = digits.iter().map(|byte| format!("{byte:02x}"));
            Ok(format!("{}  {file}\n", digits.collect::<String>()))
        })
        .collect();
    Ok(lines?.concat())
}
