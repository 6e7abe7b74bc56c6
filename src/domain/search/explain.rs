//! Why a city is among the results: what to mark in its name, and which other name matched where
//! neither the name nor the native name did.

use std::ops::Range;

use super::super::city::City;
use super::super::country::{Countries, CountryCode};
use super::super::edit_distance::EditDistance;
use super::super::language::Language;
use super::super::text::{FoldedText, fold, fold_with_map};
use super::scoring::{MAXIMUM_WORDS, SUBSTRING_LETTERS, edit_budget, is_unspaced};

/// What of a city matched.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Explanation {
    /// Byte ranges to mark in the name, sorted and disjoint.
    pub name: Vec<Range<usize>>,
    /// Byte ranges to mark in the native name, sorted and disjoint.
    pub native_name: Vec<Range<usize>>,
    /// What matched instead, where a word of the query is in neither.
    pub via: Option<Via>,
}

/// Another text of the city that matched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Via {
    /// What the text is.
    pub field: Field,
    /// The text.
    pub text: String,
    /// Byte ranges to mark in it, sorted and disjoint.
    pub marks: Vec<Range<usize>>,
}

/// A searched field of a city.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// The English name.
    Name,
    /// The name in the city's own language.
    NativeName,
    /// The name in another language.
    NameIn(Language),
    /// Another spelling or a former name.
    Alias,
    /// A name of the country.
    Country,
    /// The region's name.
    Region,
    /// The country's ISO code.
    CountryCode,
}

/// How closely a text must fit to be marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    AsTyped,
    Misspelt,
}

/// Explains a city that matches a search text.
#[must_use]
pub fn explain(text: &str, city: &City, countries: &Countries) -> Explanation {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(MAXIMUM_WORDS)
        .collect();
    let name = fold_with_map(&city.name);
    let native_name = fold_with_map(city.native_name.as_deref().unwrap_or_default());
    let others = other_texts(city, countries);
    let mut explanation = Explanation::default();
    for word in &words {
        for fit in [Fit::AsTyped, Fit::Misspelt] {
            let in_name = marks(&name, word, fit);
            let in_native = marks(&native_name, word, fit);
            let in_names = !in_name.is_empty() || !in_native.is_empty();
            explanation.name.extend(in_name);
            explanation.native_name.extend(in_native);
            let known = explanation.via.is_some();
            if !in_names && !known {
                explanation.via = via(&others, word, &words, fit);
            }
            if in_names || known || explanation.via.is_some() {
                break;
            }
        }
    }
    explanation.name = disjoint(explanation.name);
    explanation.native_name = disjoint(explanation.native_name);
    explanation
}

/// The searched texts other than the name and the native name, the most telling first.
fn other_texts<'a>(city: &'a City, countries: &'a Countries) -> Vec<(Field, &'a str)> {
    let mut texts: Vec<(Field, &str)> = Vec::new();
    texts.extend(
        city.names
            .iter()
            .map(|(of, name)| (Field::NameIn(*of), name.as_str())),
    );
    texts.extend(
        city.aliases
            .iter()
            .map(|alias| (Field::Alias, alias.as_str())),
    );
    if let Some(country) = countries.get(city.country) {
        texts.extend([
            (Field::Country, &*country.short_name),
            (Field::Country, &*country.name),
        ]);
        texts.extend(
            country
                .names
                .iter()
                .map(|(_, name)| (Field::Country, name.as_str())),
        );
    }
    texts.push((Field::Country, &city.country_name));
    texts.push((Field::Region, city.region.label()));
    texts
}

fn via(others: &[(Field, &str)], word: &str, words: &[&str], fit: Fit) -> Option<Via> {
    let code = CountryCode::parse(word);
    let found = others.iter().find_map(|(field, text)| {
        let folded = fold_with_map(text);
        if marks(&folded, word, fit).is_empty() {
            return None;
        }
        let all = words
            .iter()
            .flat_map(|word| marks(&folded, word, fit))
            .collect();
        Some(Via {
            field: *field,
            text: (*text).to_owned(),
            marks: disjoint(all),
        })
    });
    // Two letters may stand inside a country's name by chance; as a code they were meant.
    match (found, code) {
        (
            found @ Some(Via {
                field: Field::NameIn(_) | Field::Alias,
                ..
            }),
            _,
        ) => found,
        (_, Some(code)) if fit == Fit::AsTyped => Some(Via {
            field: Field::CountryCode,
            text: code.as_str().to_owned(),
            marks: std::iter::once(0..code.as_str().len()).collect(),
        }),
        (found, _) => found,
    }
}

/// Where a word of the query stands in a text, in bytes of the original: the words that begin with
/// it, else its occurrences, else those in the text without spaces; or the words it misspells.
fn marks(text: &FoldedText, word: &str, fit: Fit) -> Vec<Range<usize>> {
    let folded = match fit {
        Fit::AsTyped => marks_as_typed(&text.text, word),
        Fit::Misspelt => marks_misspelt(&text.text, word),
    };
    folded
        .into_iter()
        .map(|range| text.original_range(range))
        .collect()
}

fn marks_as_typed(text: &str, word: &str) -> Vec<Range<usize>> {
    let beginnings: Vec<Range<usize>> = tokens(text)
        .filter(|(_, token)| token.starts_with(word))
        .map(|(start, _)| start..start + word.len())
        .collect();
    let long_enough = is_unspaced(word) || word.chars().nth(SUBSTRING_LETTERS - 1).is_some();
    if !long_enough || (!beginnings.is_empty() && !is_unspaced(word)) {
        return beginnings;
    }
    let inside: Vec<Range<usize>> = text
        .match_indices(word)
        .map(|(start, _)| start..start + word.len())
        .collect();
    if inside.is_empty() {
        marks_in_joined(text, word).into_iter().collect()
    } else {
        inside
    }
}

/// "clermontferrand" in "clermont ferrand".
fn marks_in_joined(text: &str, word: &str) -> Option<Range<usize>> {
    let start = text.replace(' ', "").find(word)?;
    let end = start + word.len();
    let mut letters = text.bytes().enumerate().filter(|(_, byte)| *byte != b' ');
    let (first, _) = letters.nth(start)?;
    let last = match end - start {
        1 => first,
        length => letters.nth(length - 2)?.0,
    };
    Some(first..last + 1)
}

fn marks_misspelt(text: &str, word: &str) -> Vec<Range<usize>> {
    let budget = edit_budget(word);
    if budget == 0 {
        return Vec::new();
    }
    let distance = EditDistance::from(word);
    let joined = text.replace(' ', "");
    let whole = std::iter::once((0, text)).filter(|_| joined.len() < text.len());
    let mut found: Vec<Range<usize>> = tokens(text)
        .filter(|(_, token)| distance.to(token, budget).is_some())
        .map(|(start, token)| start..start + token.len())
        .collect();
    if found.is_empty() && distance.to(&joined, budget).is_some() {
        found.extend(whole.map(|(start, text)| start..text.len()));
    }
    found
}

/// The words of a folded text with the bytes they begin at.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split(' ')
        .filter(|token| !token.is_empty())
        .map(move |token| {
            let at = start;
            start += token.len() + 1;
            (at, token)
        })
}

fn disjoint(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    // They are few, and nearly in order.
    let mut sorted: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        let key = (range.start, range.end);
        let at = sorted.partition_point(|other| (other.start, other.end) <= key);
        sorted.insert(at, range);
    }
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(sorted.len());
    for range in sorted {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
