//! The test gallery: every component and block of the stylesheet in each of its states, for the
//! tests that compare how they look with reference pictures. No page of the site: it is written on
//! request, needs no program, and takes its typefaces from this repository alone.

mod documents;
mod pages;
mod part;
mod program;
mod specimen;

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::domain::language::Language;
use crate::markup::escape;
use crate::routes::Base;

use super::document::direction;
use super::drawing::drawings;
use super::edition::Edition;
use super::error::PrerenderError;
use super::material::Material;
use super::policy::policy;
use super::stylesheet::Stylesheets;
use pages::Pages;
use part::part;
use specimen::{Languages, Specimen};

/// What the gallery adds to the stylesheet.
const STYLE: &str = include_str!("gallery/gallery.css");

/// What puts the specimens into their states.
const SCRIPT: &str = include_str!("gallery/states.js");

/// The typefaces, with the folder each is in.
const FONTS: [(&str, &[&str]); 3] = [
    (
        "public/fonts",
        &[
            "serif-latin.woff2",
            "serif-latin-ext.woff2",
            "serif-cyrillic.woff2",
        ],
    ),
    (
        "src/prerender/share_picture/fonts",
        &["chinese.ttf", "arabic.ttf"],
    ),
    ("src/prerender/gallery/fonts", &["symbols.ttf"]),
];

/// The specimens in the order of the gallery.
fn specimens() -> impl Iterator<Item = &'static Specimen> {
    [
        documents::FRAME,
        program::HEAD,
        program::RESULTS,
        program::AROUND,
        documents::STORY,
        documents::RECORDS,
    ]
    .into_iter()
    .flatten()
}

/// Writes the gallery into a folder, a page for each language that it stands in (`en.html`), with
/// all files these need; gives the number of files.
///
/// # Errors
/// Where a file cannot be read or written, or a specimen is not found in its page.
pub fn write_gallery(source: &Path, folder: &Path) -> Result<usize, PrerenderError> {
    let material = Material::read(source)?;
    let index = source.join("index.html");
    let index = fs::read_to_string(&index).map_err(PrerenderError::file(&index))?;
    let style = Stylesheets::read(source, &index, &Base::new(""))?.whole + STYLE;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for edition in &material.editions {
        let language = edition.language();
        if stands_in(language) {
            let page = page(edition, &material, &style)?;
            files.push((format!("{}.html", language.tag()), page.into_bytes()));
        }
    }
    for (asset, drawing) in drawings(source, &material.editions)? {
        files.push((asset.path(), drawing.into_bytes()));
    }
    for (place, names) in FONTS {
        for name in names {
            let file = source.join(place).join(name);
            let font = fs::read(&file).map_err(PrerenderError::file(&file))?;
            files.push((format!("fonts/{name}"), font));
        }
    }
    for (path, content) in &files {
        let file = folder.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).map_err(PrerenderError::file(parent))?;
        }
        fs::write(&file, content).map_err(PrerenderError::file(&file))?;
    }
    Ok(files.len())
}

fn stands_in(language: Language) -> bool {
    matches!(
        language,
        Language::English | Language::Chinese | Language::Arabic
    )
}

fn page(edition: &Edition, material: &Material, style: &str) -> Result<String, PrerenderError> {
    let language = edition.language();
    let pages = Pages::of(edition, material)?;
    let chosen = specimens().filter(|specimen| {
        language == Language::English || specimen.languages == Languages::WithChineseAndArabic
    });
    let sections: Result<Vec<String>, PrerenderError> =
        chosen.map(|specimen| section(specimen, &pages)).collect();
    Ok(format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\" data-app=\"static\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Gallery</title><meta name=\"robots\" content=\"noindex\"><meta name=\"color-scheme\" content=\"light dark\"><style>{style}</style></head><body>{}<script>{SCRIPT}</script></body></html>\n",
        language.tag(),
        direction(language),
        policy(&[SCRIPT], style),
        sections?.concat(),
    ))
}

/// A specimen below its name.
fn section(specimen: &Specimen, pages: &Pages) -> Result<String, PrerenderError> {
    let page = pages.html(specimen.origin);
    let name = specimen.name;
    let found = |selector: &&str| {
        part(&page, selector).ok_or_else(|| {
            PrerenderError::content(
                format!("the gallery’s {name}"),
                format!(
                    "no {selector} in {:?}; mend the specimen in src/prerender/gallery",
                    specimen.origin
                ),
            )
        })
    };
    let parts: Result<String, PrerenderError> = specimen.parts.iter().map(found).collect();
    let attribute = |name: &str, value: Option<String>| {
        let value = value.map(|value| format!(" {name}=\"{}\"", escape(&value)));
        value.unwrap_or_default()
    };
    let put = (!specimen.put.is_empty()).then(|| json!(specimen.put).to_string());
    let focus = specimen.focus.map(str::to_owned);
    let only_at = specimen.only_at_px.map(|width| width.to_string());
    let shown = (!specimen.components.is_empty()).then(|| specimen.components.join(" "));
    Ok(format!(
        "<section data-specimen=\"{name}\"{}{}{}{}><h2>{name}</h2><div class=\"specimen\">{}</div></section>\n",
        attribute("data-shows", shown),
        attribute("data-put", put),
        attribute("data-focus", focus),
        attribute("data-only-at", only_at),
        parts?,
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_component_has_a_specimen_that_shows_it_first() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/components");
        let files = fs::read_dir(folder).unwrap();
        let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut components: Vec<String> = files
            .filter_map(|file| file.strip_suffix(".rs").map(str::to_owned))
            .filter(|component| component != "mod")
            .collect();
        components.sort();
        let shown = specimens().flat_map(|specimen| specimen.components);
        let mut shown: Vec<&str> = shown.copied().collect();
        shown.sort_unstable();
        assert_eq!(shown, components, "add or mend a specimen");
    }

    #[test]
    fn every_specimen_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = specimens().map(|specimen| specimen.name).collect();
        assert_eq!(names.len(), specimens().count());
    }
}
