//! Writes every page of the built site. Run by Trunk's post_build hook through `cargo xtask
//! prerender`; takes the folder Trunk has filled and the base path. With `--gallery` it writes the
//! test gallery instead, which needs no build.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use learning_cities::prerender::error::PrerenderError;
use learning_cities::prerender::gallery::write_gallery;
use learning_cities::prerender::offline::OfflineReading;
use learning_cities::prerender::site_writer::SiteWriter;
use learning_cities::routes::Base;

const USAGE: &str = "usage: prerender --staging DIR --base PATH [--source DIR] [--offline off], or prerender --gallery DIR";

/// What is written, from what and for where.
struct Arguments {
    staging: PathBuf,
    base: Base,
    source: PathBuf,
    offline: OfflineReading,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let written = match words.as_slice() {
        [name, folder] if name == "--gallery" => {
            write_gallery(Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(folder))
        }
        _ => {
            let Some(arguments) = Arguments::read(&words) else {
                eprintln!("{USAGE}");
                return ExitCode::FAILURE;
            };
            write(arguments)
        }
    };
    match written {
        Ok(written) => {
            println!("prerendered {written} files");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("prerender: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(arguments: Arguments) -> Result<usize, PrerenderError> {
    let Arguments {
        staging,
        base,
        source,
        offline,
    } = arguments;
    SiteWriter::new(source, staging, base)?
        .within(offline)
        .write()
}

impl Arguments {
    /// Reads pairs of a name and a value; none where one is unknown or missing.
    fn read(words: &[String]) -> Option<Self> {
        let (mut staging, mut base) = (None, None);
        let mut source = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let mut offline = OfflineReading::On;
        for pair in words.chunks(2) {
            let [name, value] = pair else { return None };
            match (name.as_str(), value.as_str()) {
                ("--staging", folder) => staging = Some(PathBuf::from(folder)),
                ("--base", path) => base = Some(Base::new(path)),
                ("--source", folder) => source = PathBuf::from(folder),
                ("--offline", "off") => offline = OfflineReading::Off,
                _ => return None,
            }
        }
        Some(Self {
            staging: staging?,
            base: base?,
            source,
            offline,
        })
    }
}
