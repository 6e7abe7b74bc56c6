//! From the path of a request to the file that answers it, and never to one outside the root.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// Where a request leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Location {
    /// To a file.
    File(PathBuf),
    /// To the same path with a slash at its end.
    Folder(String),
    /// Nowhere.
    Nowhere,
}

/// Finds what answers a path. `root` must be canonical, `base` must begin and end with a slash.
pub(super) fn find(root: &Path, base: &str, path: &str) -> Location {
    let Some(inner) = path.strip_prefix(base) else {
        let is_base_without_slash = base.strip_suffix('/') == Some(path) && !path.is_empty();
        return if is_base_without_slash {
            Location::Folder(base.to_owned())
        } else {
            Location::Nowhere
        };
    };
    let (inner, asks_folder) = match inner.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (inner, inner.is_empty()),
    };
    let Some(target) = descend(root, inner) else {
        return Location::Nowhere;
    };
    match (target.is_dir(), asks_folder) {
        (true, true) => file_inside(root, &target.join("index.html")),
        (true, false) => Location::Folder(format!("{path}/")),
        (false, true) => Location::Nowhere,
        (false, false) => file_inside(root, &target),
    }
}

fn descend(root: &Path, inner: &str) -> Option<PathBuf> {
    let mut target = root.to_owned();
    if inner.is_empty() {
        return Some(target);
    }
    for segment in inner.split('/') {
        let name = percent_decode_str(segment).decode_utf8().ok()?;
        // Each would leave the folder reached so far, or give one file a second address.
        if matches!(name.as_ref(), "" | "." | "..") || name.contains(['/', '\\', '\0', ':']) {
            return None;
        }
        target.push(name.as_ref());
    }
    Some(target)
}

/// A symbolic link may lead out of the root although every name in the path is harmless.
fn file_inside(root: &Path, target: &Path) -> Location {
    match target.canonicalize() {
        Ok(file) if file.starts_with(root) && file.is_file() => Location::File(file),
        _ => Location::Nowhere,
    }
}
