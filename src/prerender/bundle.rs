//! The program as Trunk has built it: the hashed names of its script and its WebAssembly, and how to
//! know the latter again.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::error::PrerenderError;

/// What the loader starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The script's file name.
    pub script: String,
    /// The WebAssembly's file name.
    pub wasm: String,
    /// What a browser knows the WebAssembly by (W3C Subresource Integrity).
    pub wasm_integrity: String,
}

impl Bundle {
    /// Finds the program in the folder Trunk has filled.
    ///
    /// # Errors
    /// Where the folder cannot be read, or holds no program or more than one.
    pub fn find(staging: &Path) -> Result<Self, PrerenderError> {
        let names = file_names(staging)?;
        let wasm = only(&names, "_bg.wasm")?;
        let file = staging.join(&wasm);
        let content = fs::read(&file).map_err(PrerenderError::file(&file))?;
        let digest = STANDARD.encode(Sha256::digest(content));
        // The service worker's script stands beside the program's, which is named as its WebAssembly.
        let ending = format!("{}.js", wasm.trim_end_matches("_bg.wasm"));
        Ok(Self {
            wasm,
            wasm_integrity: format!("sha256-{digest}"),
            script: only(&names, &ending)?,
        })
    }
}

/// The names of the files in a folder, sorted.
///
/// # Errors
/// Where the folder cannot be read.
pub fn file_names(folder: &Path) -> Result<Vec<String>, PrerenderError> {
    let entries = fs::read_dir(folder).map_err(PrerenderError::file(folder))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

fn only(names: &[String], ending: &str) -> Result<String, PrerenderError> {
    let found: Vec<&String> = names.iter().filter(|name| name.ends_with(ending)).collect();
    match found.as_slice() {
        [name] => Ok((*name).clone()),
        [] => Err(PrerenderError::Bundle(format!(
            "no file ends with {ending}; did the build of the program fail?"
        ))),
        several => Err(PrerenderError::Bundle(format!(
            "several files end with {ending}: {several:?}; remove dist and build again"
        ))),
    }
}
