//! The texts of the interface in a language: all keys of the English ones, each plural form that the
//! language has, the same places to fill, each in the file where the English one stands.

use jsonc_parser::ast::Object;
use jsonc_parser::common::Ranged;
use learning_cities::domain::edit_distance::nearest;
use learning_cities::domain::language::Language;
use learning_cities::i18n::text_problem::TextProblem;
use learning_cities::i18n::texts::{PLURAL_MARK, Text, Texts};

use super::document::{Document, text};
use super::finding::Finding;
use super::{CONTENT, Documents};

/// Slips within which another key is suggested.
const SUGGESTION_EDITS: usize = 3;

const FILES: [&str; 2] = ["program.json", "pages.json"];

/// Checks `program.json` and `pages.json` of a language.
pub(super) fn findings(documents: &Documents<'_>, language: Language) -> Vec<Finding> {
    let get = |language: Language, file: &str| {
        documents.get(format!("{CONTENT}{}/{file}", language.tag()).as_str())
    };
    let [Some(program), Some(pages)] = FILES.map(|file| get(language, file)) else {
        // One of the two cannot be read, which is told; half of the texts would be missing.
        return Vec::new();
    };
    let [Some(english_program), Some(english_pages)] =
        FILES.map(|file| get(Language::English, file))
    else {
        return Vec::new();
    };
    let texts = Texts::of_files(language, &[&program.file.text, &pages.file.text]);
    let [first, second] = [english_program, english_pages].map(|it| it.file.text.as_str());
    let english = Texts::of_files(Language::English, &[first, second]);
    let mut problems = texts.problems();
    problems.extend(texts.misplaced(&english));
    let pair = Pair {
        own: [program, pages],
        english: [english_program, english_pages],
        problems: &problems,
    };
    let told = problems.iter().map(|problem| pair.told(problem));
    told.chain(pair.no_texts()).chain(pair.moved()).collect()
}

/// The two files in a language and in English.
struct Pair<'a, 'f> {
    own: [&'a Document<'f>; 2],
    english: [&'a Document<'f>; 2],
    problems: &'a [TextProblem],
}

impl<'a, 'f> Pair<'a, 'f> {
    fn told(&self, problem: &TextProblem) -> Finding {
        match problem {
            TextProblem::Missing { key } => self.missing(key),
            TextProblem::Idle { key } => self.idle(key),
            TextProblem::Misplaced {
                key,
                found,
                expected,
            } => self.misplaced(key, found, expected),
            TextProblem::Columns { found, expected } => self.columns(*found, *expected),
        }
    }

    fn missing(&self, key: &str) -> Finding {
        let (stem, form) = key.split_once(PLURAL_MARK).unwrap_or((key, ""));
        let home = self.english.iter().position(|file| {
            let mut keys = keys(file);
            keys.any(|(other, _)| other.split(PLURAL_MARK).next() == Some(stem))
        });
        let document = match home {
            Some(1) => self.own[1],
            _ => self.own[0],
        };
        let sibling = keys(document)
            .find(|(other, _)| !form.is_empty() && other.split(PLURAL_MARK).next() == Some(stem));
        let offset = sibling.map_or_else(|| document.value.start(), |(_, offset)| offset);
        let (found, expected) = match form {
            "" => (
                format!("no text \"{key}\""),
                "this key with its text".to_owned(),
            ),
            form => (
                format!("no plural form “{form}” of \"{stem}\""),
                "every plural form of the language (CLDR), each with its text".to_owned(),
            ),
        };
        let harm = "Readers would see the bare key in place of words; the build stops.";
        Finding::at(document.file, offset, &found, &expected, harm).field(key)
    }

    fn idle(&self, key: &str) -> Finding {
        let missing = self.problems.iter().filter_map(|problem| match problem {
            TextProblem::Missing { key } => Some(key.as_str()),
            _ => None,
        });
        let meant = nearest(key, missing, SUGGESTION_EDITS);
        let expected = "a key that the pages ask for: mend its spelling or take it out";
        let harm = "Nothing shows this text, and the build stops.";
        let (document, offset) = self.place(key);
        let found = format!("\"{key}\", for which nothing asks");
        Finding::at(document.file, offset, &found, expected, harm)
            .field(key)
            .meant(meant)
    }

    fn misplaced(&self, key: &str, found: &str, expected: &str) -> Finding {
        let shown = |places: &str| match places {
            "" => "no places to fill".to_owned(),
            places => format!("the places {places}"),
        };
        let (document, offset) = self.place(key);
        let expected = format!("{}, as in the English text", shown(expected));
        let harm =
            "A number or a name would be lost, or braces stand in the sentence; the build stops.";
        Finding::at(document.file, offset, &shown(found), &expected, harm).field(key)
    }

    fn columns(&self, found: usize, expected: usize) -> Finding {
        let key = Text::ToolsColumns.key();
        let (document, offset) = self.place(key);
        let found = format!("{found} headings");
        let expected = format!("{expected}, one for each column, with commas between");
        let harm = "Headings of saved tables would stand over other columns; the build stops.";
        Finding::at(document.file, offset, &found, &expected, harm).field(key)
    }

    /// Values that are no texts: with one of them none of the file's texts is read.
    fn no_texts(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for document in self.own {
            let object = document.value.as_object();
            for property in object.into_iter().flat_map(|object| &object.properties) {
                if text(&property.value).is_none() {
                    let expected = "a text in quotation marks";
                    let harm = "None of the texts of this file could be read; the build stops.";
                    let told = document.finding(&property.value, expected, harm);
                    findings.push(told.field(property.name.as_str()));
                }
            }
        }
        findings
    }

    /// Texts in the other of the two files: the program reads the first alone.
    fn moved(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (own, (other, name)) in [(0, (1, FILES[1])), (1, (0, FILES[0]))] {
            let [Some(document), Some(home)] = [self.own.get(own), self.english.get(other)] else {
                continue;
            };
            for (key, offset) in keys(document) {
                let is_elsewhere = keys(home).any(|(known, _)| known == key);
                if is_elsewhere {
                    let expected = format!("this text in {name}, where the English one stands");
                    let harm =
                        "The directory’s program would show the bare key, or carry a text in vain.";
                    let found = format!("\"{key}\"");
                    let told = Finding::at(document.file, offset, &found, &expected, harm);
                    findings.push(told.field(key));
                }
            }
        }
        findings
    }

    fn place(&self, key: &str) -> (&'a Document<'f>, usize) {
        let [program, pages] = self.own;
        let there = |document: &Document<'_>| {
            let found = keys(document).find(|(known, _)| *known == key);
            found.map(|(_, offset)| offset)
        };
        match (there(program), there(pages)) {
            (Some(offset), _) => (program, offset),
            (None, Some(offset)) => (pages, offset),
            (None, None) => (program, program.value.start()),
        }
    }
}

fn keys<'d>(document: &'d Document<'_>) -> impl Iterator<Item = (&'d str, usize)> {
    let object: Option<&Object<'_>> = document.value.as_object();
    let properties = object.into_iter().flat_map(|object| &object.properties);
    properties.map(|property| (property.name.as_str(), property.start()))
}
