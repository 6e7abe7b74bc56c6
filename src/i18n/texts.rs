//! The interface's texts in one language, read from `public/content/<language>/`: `program.json`
//! for the directory's program, `pages.json` for the rest.
//!
//! Keys are constants, so that a view cannot ask for a text that no file was checked for; a text
//! that a language lacks is an issue of its file and fails the build.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::domain::language::Language;
use crate::i18n::format::{PluralCategory, plural_category};
use crate::i18n::text::Form;
pub use crate::i18n::text::Text;
use crate::i18n::text_problem::TextProblem;

/// What the directory's program shows; the browser fetches it.
const ENGLISH_PROGRAM: &str = include_str!("../../public/content/en/program.json");

/// What only the pages as documents show; the browser does not need it.
const ENGLISH_PAGES: &str = include_str!("../../public/content/en/pages.json");

/// Between a key and its plural category, as in `results.count#one`.
pub const PLURAL_MARK: char = '#';

/// The texts of one language.
#[derive(Clone, Debug)]
pub struct Texts {
    language: Language,
    /// By key.
    entries: Vec<(String, String)>,
}

impl Texts {
    /// The texts of a file, as the browser's program fetches it.
    pub fn of_file(language: Language, file: &str) -> Self {
        Self {
            language,
            entries: read(file),
        }
    }

    /// The texts of several files.
    pub fn of_files(language: Language, files: &[&str]) -> Self {
        let mut texts = Self::of_file(language, "{}");
        for entry in files.iter().flat_map(|file| read(file)) {
            insert(&mut texts.entries, entry);
        }
        texts
    }

    /// All English texts.
    pub fn english() -> Self {
        Self::of_files(Language::English, &[ENGLISH_PROGRAM, ENGLISH_PAGES])
    }

    /// Whether there is no text at all, as of a file that cannot be read.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text as it stands; its key where the language lacks it.
    pub fn get(&self, text: Text) -> &str {
        self.entry(text.key)
    }

    /// A text with its `{places}` filled.
    pub fn fill(&self, text: Text, places: &[(&str, &str)]) -> String {
        fill_places(self.get(text), places)
    }

    /// A text in the plural form of `count`, which also fills `{count}` with its digits grouped.
    pub fn plural(&self, text: Text, count: usize, places: &[(&str, &str)]) -> String {
        let category = plural_category(self.language, count);
        let keys = [category, PluralCategory::Other]
            .map(|category| format!("{}{PLURAL_MARK}{}", text.key, category.key()));
        let pattern = keys
            .iter()
            .find_map(|key| self.known(key))
            .unwrap_or(text.key);
        let digits = self.number(count as u64);
        fill_places(&fill_places(pattern, &[("count", &digits)]), places)
    }

    /// A text that the build may have added.
    pub fn added(&self, text: Text) -> &str {
        self.known(text.key).unwrap_or_default()
    }

    /// Texts with other `{places}` than the same ones of a language that is known to be right, for
    /// the checks. A plural form is held against the form for other numbers there.
    pub fn misplaced(&self, model: &Self) -> Vec<TextProblem> {
        let told = self.entries.iter().filter_map(|(key, text)| {
            let of_plural = key.split_once(PLURAL_MARK).map(|(key, _)| key);
            let other = of_plural.map(|key| format!("{key}{PLURAL_MARK}other"));
            let expected = places_of(model.known(other.as_deref().unwrap_or(key))?);
            let found = places_of(text);
            (found != expected).then(|| TextProblem::Misplaced {
                key: key.clone(),
                found: found.join(" "),
                expected: expected.join(" "),
            })
        });
        told.collect()
    }

    /// Keys the language lacks and keys that nothing asks for, for the checks.
    pub fn problems(&self) -> Vec<TextProblem> {
        let wanted: Vec<String> = Text::OF_THE_PROGRAM
            .iter()
            .chain(Text::OF_THE_MAP)
            .chain(Text::OF_THE_PAGES)
            .chain(Text::OF_THE_FIELDS)
            .flat_map(|text| match text.form {
                Form::Single => vec![text.key.to_owned()],
                Form::Plural => PluralCategory::of(self.language)
                    .iter()
                    .map(|category| format!("{}{PLURAL_MARK}{}", text.key, category.key()))
                    .collect(),
            })
            .collect();
        let added: Vec<&str> = Text::OF_THE_BUILD.iter().map(|text| text.key).collect();
        let missing = wanted
            .iter()
            .filter(|key| self.known(key).is_none())
            .map(|key| TextProblem::Missing { key: key.clone() });
        let keys = self.entries.iter().map(|(key, _)| key);
        let idle = keys
            .filter(|key| !wanted.contains(key) && !added.contains(&key.as_str()))
            .map(|key| TextProblem::Idle { key: key.clone() });
        let headings = self.known(Text::ToolsColumns.key);
        let columns = headings.and_then(TextProblem::of_headings);
        missing.chain(idle).chain(columns).collect()
    }

    fn entry<'a>(&'a self, key: &'a str) -> &'a str {
        self.known(key).unwrap_or(key)
    }

    fn known(&self, key: &str) -> Option<&str> {
        let at = place(&self.entries, key).ok()?;
        self.entries.get(at).map(|(_, text)| text.as_str())
    }
}

/// The texts of a file as they are read, by key.
struct Entries(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(Vec::new()))
    }
}

impl<'de> Visitor<'de> for Entries {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(entry) = map.next_entry()? {
            insert(&mut self.0, entry);
        }
        Ok(self)
    }
}

/// A file that cannot be read gives no texts, each of which is then told as missing.
fn read(file: &str) -> Vec<(String, String)> {
    serde_json::from_str(file).map_or_else(|_| Vec::new(), |Entries(entries)| entries)
}

fn insert(entries: &mut Vec<(String, String)>, (key, text): (String, String)) {
    match place(entries, &key) {
        Ok(at) => entries
            .iter_mut()
            .skip(at)
            .take(1)
            .for_each(|it| it.1.clone_from(&text)),
        Err(at) => entries.insert(at, (key, text)),
    }
}

fn place(entries: &[(String, String)], key: &str) -> Result<usize, usize> {
    entries.binary_search_by(|(known, _)| known.as_str().cmp(key))
}

/// The `{places}` of a text, sorted, each once.
pub fn places_of(text: &str) -> Vec<String> {
    let mut places: Vec<String> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(place, _)| format!("{{{place}}}"))
        .collect();
    places.sort();
    places.dedup();
    places
}

/// A text with its `{places}` filled; other braces stay, and a value is never filled itself. In one
/// pass, because rows are made by the hundred.
pub fn fill_places(pattern: &str, places: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 16);
    let mut parts = pattern.split('{');
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let place = part.split_once('}');
        let known = place.and_then(|(name, rest)| {
            let (_, value) = places.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        });
        if let Some((value, rest)) = known {
            filled.push_str(value);
            filled.push_str(rest);
        } else {
            filled.push('{');
            filled.push_str(part);
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_every_text_and_no_idle_one() {
        assert_eq!(Texts::english().problems(), []);
    }

    #[test]
    fn a_missing_text_and_an_unknown_key_are_both_named() {
        let texts = Texts {
            language: Language::English,
            entries: vec![("site.nmae".to_owned(), String::new())],
        };
        let problems: Vec<String> = texts.problems().iter().map(ToString::to_string).collect();
        for told in [
            "\"site.name\" is missing",
            "nothing uses the text \"site.nmae\"",
        ] {
            assert!(
                problems.iter().any(|problem| problem.contains(told)),
                "{told}"
            );
        }
    }

    #[test]
    fn a_plural_takes_the_form_of_its_number_and_groups_its_digits() {
        let texts = Texts::english();
        assert!(
            texts
                .plural(Text::ResultCount, 1, &[])
                .starts_with("1 city")
        );
        assert!(
            texts
                .plural(Text::ResultCount, 0, &[])
                .starts_with("0 cities")
        );
        assert!(
            texts
                .plural(Text::ResultCount, 12_345, &[])
                .starts_with("12,345 cities")
        );
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill_places("{a} {b}", &[("b", "{a}"), ("a", "1")]), "1 {a}");
        assert_eq!(fill_places("{a}", &[("a", "{a}")]), "{a}");
        assert_eq!(fill_places("{a} {b}", &[("a", "{b}"), ("b", "1")]), "{b} 1");
    }

    #[test]
    fn braces_that_are_no_place_stay() {
        for text in ["{", "}", "a{b", "{b}", "{{a", "x{ a}"] {
            assert_eq!(fill_places(text, &[("a", "1")]), text);
        }
        assert_eq!(fill_places("{{a}}{a}", &[("a", "1")]), "{1}1");
    }
}
