//! The reference pictures, committed beside the tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};
use scraper::{Html, Selector};

use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::reference::Reference;

use crate::comparison::LOOKS;
use crate::gallery::{self, Look};

/// All together they stay a small part of the repository.
const MOST_BYTES: u64 = 1_500_000;

/// The variable that asks for new references.
const ORDER: &str = "LOOKS";

/// What is done with a picture that is not like its reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It is a failure.
    Compare,
    /// It is the reference from now on.
    Accept,
}

impl Purpose {
    /// What `cargo xtask looks` was asked.
    pub(crate) fn of_this_run() -> Self {
        match std::env::var(ORDER).as_deref() {
            Ok("accept") => Self::Accept,
            _ => Self::Compare,
        }
    }
}

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test(
        "every_reference_picture_belongs_to_a_specimen_and_all_are_small",
        || every_reference_is_used().map_err(|failure| Failed::from(failure.to_string())),
    )]
}

/// Where the reference of a specimen stands.
pub(crate) fn path(look: Look, specimen: &str) -> PathBuf {
    folder().join(relative(look, specimen, ""))
}

/// The file of a specimen below a folder; `part` tells several of one specimen apart.
pub(crate) fn relative(look: Look, specimen: &str, part: &str) -> String {
    let Look {
        language,
        width_px,
        scheme,
    } = look;
    format!("{language}/{specimen}.{width_px}.{scheme}{part}.png")
}

/// The reference of a specimen; none while there is none.
pub(crate) fn read(look: Look, specimen: &str) -> Outcome<Option<Reference>> {
    match fs::read(path(look, specimen)) {
        Ok(png) => Reference::read(&png).map(Some),
        Err(_) => Ok(None),
    }
}

/// Writes a file, and the folders to it.
pub(crate) fn write(path: &Path, content: &[u8]) -> Outcome {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(Failure::system(parent.display()))?;
    }
    fs::write(path, content).map_err(Failure::system(path.display()))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("looks")
}

fn every_reference_is_used() -> Outcome {
    let mut wanted = BTreeSet::new();
    for look in LOOKS {
        wanted.extend(specimens(look)?.iter().map(|name| relative(look, name, "")));
    }
    let mut bytes = 0;
    let mut unused = Vec::new();
    for file in Dist::at(&folder()).files()? {
        let path = folder().join(&file);
        if wanted.contains(&file) {
            bytes += fs::metadata(&path).map_err(Failure::system(&file))?.len();
        } else if Purpose::of_this_run() == Purpose::Accept {
            fs::remove_file(&path).map_err(Failure::system(&file))?;
        } else {
            unused.push(file);
        }
    }
    assert!(
        unused.is_empty(),
        "no specimen has these pictures: {unused:?}; `cargo xtask looks --accept` removes them"
    );
    assert!(
        bytes <= MOST_BYTES,
        "{bytes} bytes of reference pictures, at most {MOST_BYTES}: show less in the largest specimens"
    );
    Ok(())
}

/// The specimens that stand in a look, as the page tells them.
fn specimens(look: Look) -> Outcome<Vec<String>> {
    let page = Dist::at(&gallery::folder()?).read(&format!("{}.html", look.language))?;
    let section = Selector::parse("[data-specimen]").map_err(Failure::form("a selector"))?;
    let width = look.width_px.to_string();
    let page = Html::parse_document(&page);
    let specimens = page.select(&section).filter_map(|section| {
        let only_at = section.value().attr("data-only-at");
        let stands = only_at.is_none_or(|only_at| only_at == width);
        stands.then(|| section.value().attr("data-specimen").unwrap_or_default())
    });
    Ok(specimens.map(str::to_owned).collect())
}
