//! The project's files of data and text, to be spoilt.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

static COPIES: AtomicUsize = AtomicUsize::new(0);

/// A copy in a folder of its own, removed at the end.
pub(crate) struct Project {
    pub(crate) folder: PathBuf,
}

impl Project {
    /// The files as they stand.
    pub(crate) fn real() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .unwrap()
            .to_owned()
    }

    pub(crate) fn copy() -> Self {
        let number = COPIES.fetch_add(1, Ordering::Relaxed);
        let name = format!("editorial-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        for part in ["public/data", "public/content"] {
            copy(&Self::real().join(part), &folder.join(part));
        }
        Self { folder }
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
