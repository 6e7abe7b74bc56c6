//! Reads every file of data and text against its rules and tells all problems at once.
//!
//! The rules of records and texts are the core's own, as the build applies them one file at a time;
//! here they are told with their places, and what spans files is held together.

mod articles;
mod data;
mod document;
mod doubts;
mod fields;
mod finding;
mod keys;
mod places;
mod publication;
mod source_file;
mod syntax;
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use learning_cities::content::news::slug_of_file;
use learning_cities::domain::language::Language;
use learning_cities::routes::REPORTS;

use document::Document;
use finding::Finding as Told;
pub use finding::{Finding, Report, Weight};
use source_file::SourceFile;

const DATA: &str = "public/data/";
const CONTENT: &str = "public/content/";

/// The files of data that are read; the schema describes the first of them.
const DATA_FILES: [&str; 7] = [
    "cities.json",
    "cities.schema.json",
    "countries.json",
    "sources.json",
    "profiles.json",
    "network.json",
    "changes.json",
];

/// The files of a language.
const CONTENT_FILES: [&str; 4] = ["program.json", "pages.json", "story.json", "about.json"];

/// Every file by its name that is there and is JSON.
type Documents<'f> = BTreeMap<&'f str, Document<'f>>;

/// Checks the files below `public/data/` and `public/content/` of the project's folder.
#[must_use]
pub fn check(project: &Path) -> Report {
    let mut findings = Vec::new();
    let languages = languages(project);
    let reports = reports(project, &mut findings);
    let names = expected_names(&languages, &reports);
    findings.extend(strays(project, &names));
    let files: Vec<SourceFile> = names
        .iter()
        .filter_map(|name| SourceFile::read(project, name, &mut findings))
        .collect();
    let mut documents = Documents::new();
    for file in &files {
        match syntax::tree(file) {
            Ok(value) => {
                let document = Document { file, value };
                findings.extend(keys::doubled(&document));
                documents.insert(&file.name, document);
            }
            Err(finding) => findings.push(*finding),
        }
    }
    findings.extend(data::findings(&documents));
    findings.extend(publication::findings(&documents));
    for language in languages {
        findings.extend(texts::findings(&documents, language));
        findings.extend(articles::findings(project, &documents, language, &reports));
    }
    Report::new(findings)
}

/// A language is a folder; English must be there.
fn languages(project: &Path) -> Vec<Language> {
    let is_there = |language: &Language| {
        *language == Language::English || project.join(CONTENT).join(language.tag()).is_dir()
    };
    Language::ALL.into_iter().filter(is_there).collect()
}

/// The names of further stories: those of the English files, since a story stands in every language or
/// in none.
fn reports(project: &Path, findings: &mut Vec<Told>) -> Vec<String> {
    let mut files = Vec::new();
    let folder = format!("{CONTENT}{}/{REPORTS}", Language::English.tag());
    collect(project, &folder, &mut files);
    files.sort();
    let mut slugs = Vec::new();
    for file in files {
        let name = file.strip_prefix(&format!("{folder}/"));
        match name.and_then(slug_of_file) {
            Some(slug) => slugs.push(slug.to_owned()),
            None => findings.push(Told::of_file(
                &file,
                "a name that no address can end with",
                "lower-case letters, digits and single hyphens, then .json, as in december-2025.json",
                "The name of the file is the end of the story’s address; the build stops.",
            )),
        }
    }
    slugs
}

fn expected_names(languages: &[Language], reports: &[String]) -> Vec<String> {
    let data = DATA_FILES.iter().map(|name| format!("{DATA}{name}"));
    let site = [format!("{CONTENT}site.json")];
    let content = languages.iter().flat_map(|language| {
        let folder = format!("{CONTENT}{}", language.tag());
        let reports = reports.iter();
        let reports = reports.map(|slug| format!("{folder}/{REPORTS}/{slug}.json"));
        let files = CONTENT_FILES.map(|name| format!("{folder}/{name}"));
        files.into_iter().chain(reports).collect::<Vec<_>>()
    });
    data.chain(site).chain(content).collect()
}

/// Files that nothing reads: mostly a name misspelt.
fn strays(project: &Path, names: &[String]) -> Vec<Told> {
    let mut found = Vec::new();
    for folder in [DATA, CONTENT] {
        collect(project, folder.trim_end_matches('/'), &mut found);
    }
    found.sort();
    let strays = found.into_iter().filter(|name| !names.contains(name));
    let told = strays.map(|name| {
        let expected = "only files that the site reads (see “Where things are” in README.md)";
        let harm = "It is published, and changes nothing on the site.";
        Told::of_file(&name, "a file that nothing reads", expected, harm).doubtful()
    });
    told.collect()
}

fn collect(project: &Path, folder: &str, found: &mut Vec<String>) {
    let entries = fs::read_dir(project.join(folder)).into_iter().flatten();
    for entry in entries.flatten() {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(project, &name, found);
        } else {
            found.push(name);
        }
    }
}
