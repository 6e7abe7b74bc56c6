//! How large the built site may be, and how large it is, compressed as a good host does it.
//!
//! The budgets are the ones agreed for the design, and brotli 11 is the measure they name.
//! A kilobyte here is 1,000 bytes, the stricter of the two readings.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

const KILOBYTE: usize = 1_000;

/// HTML and CSS of the story: what one initial congestion window of TCP carries.
const STORY: usize = 14 * KILOBYTE;

/// All JavaScript and WebAssembly of the pages.
const PROGRAMS: usize = 200 * KILOBYTE;

/// The service worker with what starts and what ends it, which no page waits for.
const WORKER: usize = 4 * KILOBYTE;

/// The files of the service worker.
const WORKER_FILES: [&str; 3] = ["sw.js", "sw-off.js", "offline/client.js"];

/// HTML of the directory, with every city in it.
const DIRECTORY: usize = 30 * KILOBYTE;

/// The bundled cities.
const CITIES: usize = 30 * KILOBYTE;

/// The style sheet of the whole site.
const STYLES: usize = 12 * KILOBYTE;

/// All typefaces, of which a page fetches those whose letters it has.
const TYPEFACES: usize = 60 * KILOBYTE;

/// The strongest compression brotli has.
const BROTLI_QUALITY: u32 = 11;

/// The base-2 logarithm of the window that hosts use; a larger one not every browser accepts.
const BROTLI_WINDOW: u32 = 22;

/// The buffer of the compressor; its size does not change the result.
const BROTLI_BUFFER_BYTES: usize = 4096;

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Measurement {
    what: &'static str,
    bytes: usize,
    limit: usize,
}

/// All that has a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Measurements(Vec<Measurement>);

impl Measurements {
    /// Measures a built site.
    pub(crate) fn take(dist: &Path) -> Result<Self, Failure> {
        let mut files = Vec::new();
        list(dist, &mut files)?;
        let story = read(&dist.join("index.html"))?;
        let story_text = String::from_utf8_lossy(&story);
        let sheets: Vec<_> = files
            .iter()
            .filter(|path| has_extension(path, &["css"]))
            .collect();
        let linked = sheets.iter().filter(|path| names(&story_text, path));
        let workers: Vec<PathBuf> = WORKER_FILES.map(|name| dist.join(name)).into();
        let programs = files
            .iter()
            .filter(|path| has_extension(path, &["js", "mjs", "wasm"]) && !workers.contains(path));
        let workers = workers.iter().filter(|path| files.contains(path));
        let directory = read(&dist.join("cities/index.html"))?;
        let inlined = [&story, &directory].map(|page| {
            let styles = inlined_styles(&String::from_utf8_lossy(page));
            compressed_bytes(styles.as_bytes())
        });
        let linked_styles = total(&mut sheets.iter().copied())?;
        let styles = inlined.into_iter().fold(linked_styles, usize::max);
        let typefaces = files.iter().filter(|path| has_extension(path, &["woff2"]));
        let line = |what, bytes, limit| Measurement { what, bytes, limit };
        Ok(Self(vec![
            line(
                "story, HTML and CSS",
                compressed_bytes(&story) + total(&mut linked.copied())?,
                STORY,
            ),
            line(
                "JavaScript and WebAssembly",
                total(&mut programs.into_iter())?,
                PROGRAMS,
            ),
            line("service worker", total(&mut workers.into_iter())?, WORKER),
            line("directory, HTML", compressed_bytes(&directory), DIRECTORY),
            line(
                "data/cities.json",
                compressed_bytes(&read(&dist.join("data/cities.json"))?),
                CITIES,
            ),
            line("CSS of the whole site", styles, STYLES),
            line("typefaces", total(&mut typefaces.into_iter())?, TYPEFACES),
        ]))
    }

    /// What is too large.
    pub(crate) fn over(&self) -> Vec<&'static str> {
        self.0
            .iter()
            .filter(|line| line.bytes > line.limit)
            .map(|line| line.what)
            .collect()
    }
}

impl fmt::Display for Measurements {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{:<28} {:>10} {:>10}  (bytes, brotli 11)",
            "what", "size", "budget"
        )?;
        for Measurement { what, bytes, limit } in &self.0 {
            let verdict = if bytes > limit { "OVER" } else { "ok" };
            writeln!(formatter, "{what:<28} {bytes:>10} {limit:>10}  {verdict}")?;
        }
        Ok(())
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|source| not_built(folder, &source))?;
    for entry in entries {
        let path = entry.map_err(Failure::file(folder))?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| not_built(path, &source))
}

fn not_built(path: &Path, source: &std::io::Error) -> Failure {
    Failure::refused(
        format!("{}: {source}", path.display()),
        "build the site first: cargo xtask build",
    )
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|found| extensions.contains(&found))
}

fn names(html: &str, path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| html.contains(name))
}

fn total(files: &mut dyn Iterator<Item = &PathBuf>) -> Result<usize, Failure> {
    files
        .map(|path| read(path).map(|bytes| compressed_bytes(&bytes)))
        .sum()
}

fn inlined_styles(html: &str) -> String {
    let pieces = html.split("<style").skip(1);
    pieces
        .filter_map(|piece| piece.split_once('>')?.1.split_once("</style>"))
        .map(|(css, _)| css)
        .collect()
}

fn compressed_bytes(mut bytes: &[u8]) -> usize {
    let mut counter = ByteCounter(0);
    let mut compressor = brotli::CompressorReader::new(
        &mut bytes,
        BROTLI_BUFFER_BYTES,
        BROTLI_QUALITY,
        BROTLI_WINDOW,
    );
    // Neither end can fail: the source is memory and the target only counts.
    let _ = std::io::copy(&mut compressor, &mut counter);
    counter.0
}

struct ByteCounter(usize);

impl std::io::Write for ByteCounter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
