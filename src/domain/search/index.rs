//! The index: built once per directory, asked at every keystroke.
//!
//! Cities go by their name rank here, so that scores lie in the order of names and equal scores
//! need no sorting. Countries and regions are few: their words are kept once, and their scores
//! spread over the cities, not their cities listed under every word.

use super::super::city::City;
use super::super::country::{Countries, CountryCode};
use super::super::region::Region;
use super::super::text::{Apostrophes, fold, fold_into};
use super::Matches;
use super::matching::{Typos, matching_words};
use super::postings::{Collector, Postings};
use super::scoring::{
    IN_COUNTRY, IN_NAME, IN_OTHER_NAME, IN_REGION, EXACT, MAXIMUM_WORDS, NAME_START, WHOLE_NAME,
};
use super::vocabulary::Vocabulary;

/// Folded forms per city for which room is made at first.
const FORMS_PER_CITY: usize = 4;

/// The search index of a directory.
#[derive(Debug)]
pub struct SearchIndex {
    words: Vocabulary,
    /// Name rank and field of every city that has the word, as [`posting`] packs them.
    word_postings: Postings,
    /// Whole names, and beside them forms that readers type for them.
    names: Vocabulary,
    /// Name rank of every city that has the name.
    name_postings: Postings,
    place_words: Vocabulary,
    /// Number of every place that has the word: the regions, then the countries.
    place_postings: Postings,
    /// The countries of the cities, by code.
    countries: Vec<CountryCode>,
    /// By name rank, the place numbers of a city's region and country.
    places: Vec<(u16, u16)>,
}

/// A part of the folded text with the city and the field it belongs to.
struct Form {
    start: usize,
    end: usize,
    rank: u32,
    field: NameField,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NameField {
    Name,
    OtherName,
}

impl SearchIndex {
    /// Indexes cities given in the order of their names.
    #[must_use]
    pub fn new(by_name: &[&City], countries: &Countries) -> Self {
        let (text, forms) = folded_forms(by_name);
        let mut words = Collector::with_capacity(forms.len() * 2);
        let mut names = Collector::with_capacity(forms.len());
        for form in &forms {
            let whole = text.get(form.start..form.end).unwrap_or_default();
            names.post(whole, form.rank);
            for word in whole.split(' ') {
                words.post(word, posting(form.rank, form.field));
            }
        }
        let (words, word_postings) = words.finish();
        let (names, name_postings) = names.finish();
        let codes = country_codes(by_name);
        let (place_words, place_postings) = place_index(by_name, &codes, countries);
        let places = by_name.iter().map(|city| places_of(city, &codes)).collect();
        let countries = codes;
        Self {
            words, word_postings, names, name_postings, place_words, place_postings, countries,
            places,
        }
    }

    /// Scores every city. A misspelling counts where no word begins with what was typed, or where
    /// the query would otherwise find nothing: so "nanking", which is there, brings no noise, and
    /// "suzhuo", which begins nothing, still finds Suzhou.
    #[must_use]
    pub fn matches(&self, text: &str) -> Matches {
        let folded = fold(text);
        if folded.is_empty() {
            return Matches::All;
        }
        let gated = self.scores(&folded, |word| match self.begins_something(word) {
            true => Typos::Ignored,
            false => Typos::Forgiven,
        });
        if gated.iter().any(|score| *score > 0) {
            return Matches::Scored(gated);
        }
        Matches::Scored(self.scores(&folded, |_| Typos::Forgiven))
    }

    fn scores(&self, folded: &str, typos: impl Fn(&str) -> Typos) -> Vec<u16> {
        let mut words = folded.split(' ').take(MAXIMUM_WORDS);
        let first = words.next().unwrap_or_default();
        let mut total = self.word_scores(first, typos(first));
        for word in words {
            let scores = self.word_scores(word, typos(word));
            for (sum, score) in total.iter_mut().zip(scores) {
                *sum = if score == 0 || *sum == 0 { 0 } else { *sum + score };
            }
        }
        self.add_whole_query_bonus(&mut total, folded);
        total
    }

    fn word_scores(&self, word: &str, typos: Typos) -> Vec<u16> {
        let mut scores = vec![0; self.places.len()];
        matching_words(&self.words, word, typos, |kind, range| {
            let (in_name, in_other) = (kind.score() + IN_NAME, kind.score() + IN_OTHER_NAME);
            for packed in self.word_postings.of(range) {
                let (rank, field) = unpacked(*packed);
                let score = if field == NameField::Name { in_name } else { in_other };
                raise(&mut scores, rank, score);
            }
        });
        self.raise_by_place(&mut scores, word, typos);
        scores
    }

    /// Spreads the scores of regions and countries over their cities.
    fn raise_by_place(&self, scores: &mut [u16], word: &str, typos: Typos) {
        let mut by_place = vec![0; Region::ALL.len() + self.countries.len()];
        matching_words(&self.place_words, word, typos, |kind, range| {
            for place in self.place_postings.of(range) {
                let place = *place as usize;
                let field = if place < Region::ALL.len() { IN_REGION } else { IN_COUNTRY };
                raise(&mut by_place, place, kind.score() + field);
            }
        });
        if let Some(place) = self.place_of_code(word) {
            raise(&mut by_place, place, EXACT + IN_REGION);
        }
        if by_place.iter().all(|score| *score == 0) {
            return;
        }
        for (score, (region, country)) in scores.iter_mut().zip(&self.places) {
            let region = by_place.get(usize::from(*region)).copied().unwrap_or(0);
            let country = by_place.get(usize::from(*country)).copied().unwrap_or(0);
            *score = (*score).max(region).max(country);
        }
    }

    fn add_whole_query_bonus(&self, total: &mut [u16], folded: &str) {
        let mut bonus = vec![0; total.len()];
        let mut beginning = self.names.with_prefix(folded);
        if !beginning.is_empty() && self.names.word(beginning.start) == folded {
            for rank in self.name_postings.of(beginning.start..beginning.start + 1) {
                raise(&mut bonus, *rank as usize, WHOLE_NAME);
            }
            beginning.start += 1;
        }
        for rank in self.name_postings.of(beginning) {
            raise(&mut bonus, *rank as usize, NAME_START);
        }
        for (sum, bonus) in total.iter_mut().zip(bonus) {
            *sum += if *sum == 0 { 0 } else { bonus };
        }
    }

    fn begins_something(&self, word: &str) -> bool {
        !self.words.with_prefix(word).is_empty() || !self.place_words.with_prefix(word).is_empty()
    }

    fn place_of_code(&self, word: &str) -> Option<usize> {
        let code = CountryCode::parse(word)?;
        let at = self.countries.binary_search(&code).ok()?;
        Some(Region::ALL.len() + at)
    }

    /// Whole folded names within a number of edits, with the edits and a rank of a city so named.
    pub(in super::super) fn names_near(&self, folded: &str, budget: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        self.names.near(folded, budget, |at, edits| {
            let ranks = self.name_postings.of(at..at + 1);
            found.extend(ranks.iter().map(|rank| (edits, *rank as usize)));
        });
        found
    }
}

fn folded_forms(by_name: &[&City]) -> (String, Vec<Form>) {
    let mut text = String::new();
    let mut forms = Vec::with_capacity(by_name.len() * FORMS_PER_CITY);
    for (rank, city) in (0..).zip(by_name) {
        add_forms(&mut text, &mut forms, (rank, NameField::Name), &city.name);
        let others = city.names.iter().map(|(_, name)| name).chain(&city.aliases);
        for name in city.native_name.iter().chain(others) {
            add_forms(&mut text, &mut forms, (rank, NameField::OtherName), name);
        }
    }
    (text, forms)
}

/// Adds a name's folded form, and where the name has inner breaks also the joined form
/// ("clermontferrand") and the one with apostrophes as breaks ("l alcora").
fn add_forms(
    text: &mut String,
    forms: &mut Vec<Form>,
    (rank, field): (u32, NameField),
    name: &str,
) {
    let mut close = |text: &String, start: usize| {
        let end = text.len();
        forms.push(Form { start, end, rank, field });
        end
    };
    let start = text.len();
    fold_into(text, name, Apostrophes::Removed);
    let end = close(text, start);
    let folded = start..end;
    fold_into(text, name, Apostrophes::Breaking);
    if text.get(end..) == text.get(folded.clone()) {
        text.truncate(end);
    } else {
        close(text, end);
    }
    let spaces = text.get(folded.clone()).is_some_and(|folded| folded.contains(' '));
    if spaces {
        let start = text.len();
        let joined = text.get(folded).unwrap_or_default().replace(' ', "");
        text.push_str(&joined);
        close(text, start);
    }
}

fn country_codes(cities: &[&City]) -> Vec<CountryCode> {
    let mut codes: Vec<CountryCode> = Vec::new();
    for city in cities {
        if let Err(at) = codes.binary_search(&city.country) {
            codes.insert(at, city.country);
        }
    }
    codes
}

fn places_of(city: &City, codes: &[CountryCode]) -> (u16, u16) {
    let country = codes.binary_search(&city.country).unwrap_or_default() + Region::ALL.len();
    (city.region as u16, u16::try_from(country).unwrap_or(u16::MAX))
}

fn place_index(
    cities: &[&City],
    codes: &[CountryCode],
    countries: &Countries,
) -> (Vocabulary, Postings) {
    let mut names: Vec<(u32, String)> = Vec::new();
    for (number, region) in (0..).zip(Region::ALL) {
        names.push((number, fold(region.label())));
    }
    for (number, code) in (Region::ALL.len() as u32..).zip(codes) {
        let country = countries.get(*code);
        let own = country.into_iter().flat_map(|country| {
            let translated = country.names.iter().map(|(_, name)| name);
            [&country.name, &country.short_name].into_iter().chain(translated)
        });
        // "Bosnia & Herzegovina" is also typed with the word.
        names.extend(own.map(|name| (number, fold(&name.replace('&', " and ")))));
    }
    let mut last: Vec<&str> = vec![""; codes.len()];
    for city in cities {
        let Ok(at) = codes.binary_search(&city.country) else { continue };
        let Some(known) = last.get_mut(at) else { continue };
        // Records of one country nearly always name it alike: no need to fold each.
        if *known != city.country_name {
            *known = &city.country_name;
            let number = u32::try_from(Region::ALL.len() + at).unwrap_or(u32::MAX);
            names.push((number, fold(&city.country_name)));
        }
    }
    let mut collector = Collector::default();
    for (number, name) in &names {
        name.split(' ').for_each(|word| collector.post(word, *number));
    }
    collector.finish()
}

/// Name rank and field in one number.
fn posting(rank: u32, field: NameField) -> u32 {
    rank << 1 | u32::from(field == NameField::Name)
}

fn unpacked(packed: u32) -> (usize, NameField) {
    let field = if packed & 1 == 1 { NameField::Name } else { NameField::OtherName };
    ((packed >> 1) as usize, field)
}

fn raise(scores: &mut [u16], at: usize, score: u16) {
    if let Some(best) = scores.get_mut(at) {
        *best = (*best).max(score);
    }
}
