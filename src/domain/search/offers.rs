//! Facet values that words of the search text name, offered as filters in place of the words.

use std::ops::Range;

use super::super::country::CountryCode;
use super::super::directory::Directory;
use super::super::query::{Chosen, FacetValue, JoinedFilter, Query};
use super::super::text::{FoldedText, fold_with_map};
use super::marks::disjoint;
use super::places::Naming;
use super::scoring::MatchKind;
use super::typed::{Years, award_kind, words, year_of};

/// Offers made at a time: they stand in one line beside the results.
const MOST_OFFERS: usize = 3;

/// Words in a row that may be one name: no country has more in any of its names.
const MOST_WORDS: usize = 8;

/// A value with the words that name it, as ranges of the folded text.
struct Offer {
    value: FacetValue,
    words: Vec<Range<usize>>,
}

impl Directory {
    /// The facet values that words of the text name, where they are not chosen yet and choosing
    /// one leaves results: "korea 2022" names a country and a year. The most certain come first.
    #[must_use]
    pub fn offers(&self, query: &Query) -> Vec<FacetValue> {
        let text = fold_with_map(&query.text);
        let named = self.named_in(&text).into_iter();
        let new = named.filter(|offer| !query.contains(offer.value));
        let useful = new.filter(|offer| self.gives_results(&accepted(query, &text, offer)));
        useful.map(|offer| offer.value).take(MOST_OFFERS).collect()
    }

    /// The query with a value chosen in place of the words that name it.
    #[must_use]
    pub fn accept_offer(&self, query: &Query, value: FacetValue) -> Query {
        let text = fold_with_map(&query.text);
        let mut named = self.named_in(&text).into_iter();
        let offer = named.find(|offer| offer.value == value);
        let words = Vec::new();
        accepted(query, &text, &offer.unwrap_or(Offer { value, words }))
    }

    /// Every value that words of a folded text name, each once.
    fn named_in(&self, text: &FoldedText) -> Vec<Offer> {
        let words = word_ranges(&text.text);
        let typed = |range: &Range<usize>| text.text.get(range.clone()).unwrap_or_default();
        let (mut certain, mut likely) = (Vec::new(), Vec::new());
        let mut named: Vec<Range<usize>> = Vec::new();
        for run in runs(&words) {
            // A word of a longer name is none itself: South Africa does not speak of Africa.
            let in_longer =
                |longer: &Range<usize>| longer.start <= run.start && run.end <= longer.end;
            if named.iter().any(in_longer) {
                continue;
            }
            match self.index.place_named_by(typed(&run), &self.groups) {
                None => {}
                Some((Naming::Whole, value)) => {
                    named.push(run.clone());
                    certain.push(Offer::of(value, run));
                }
                Some((Naming::Part, value)) => likely.push(Offer::of(value, run)),
            }
        }
        if let (Some(code), [word]) = (CountryCode::parse(&text.text), words.as_slice()) {
            certain.push(Offer::of(FacetValue::Country(code), word.clone()));
        }
        let years = years_in(&text.text, &words);
        let mut offers: Vec<Offer> = Vec::new();
        for offer in certain.into_iter().chain(years).chain(likely) {
            if offers.iter().all(|other| other.value != offer.value) {
                offers.push(offer);
            }
        }
        offers
    }
}

impl Offer {
    fn of(value: FacetValue, words: Range<usize>) -> Self {
        Self {
            value,
            words: vec![words],
        }
    }
}

/// The years that the words say; the word for the award goes with its year.
fn years_in(folded: &str, words: &[Range<usize>]) -> Vec<Offer> {
    let typed = |range: &Range<usize>| folded.get(range.clone()).unwrap_or_default();
    let is_award = |range: &&Range<usize>| award_kind(typed(range)) == Some(MatchKind::Exact);
    let award: Vec<Range<usize>> = words.iter().filter(is_award).cloned().collect();
    let mut offers = Vec::new();
    for range in words {
        let Some(year) = year_of(typed(range)) else {
            continue;
        };
        if Years::meant_by(folded) == Years::OfAnything {
            let joined = FacetValue::Joined(JoinedFilter::Year(year));
            offers.push(Offer::of(joined, range.clone()));
        }
        let mut words = award.clone();
        words.push(range.clone());
        let value = FacetValue::Award(year);
        offers.push(Offer { value, words });
    }
    offers
}

/// The words that are looked at, in bytes of the folded text.
fn word_ranges(folded: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let ranges = words(folded).map(|word| {
        let range = start..start + word.len();
        start = range.end + 1;
        range
    });
    ranges.collect()
}

/// All runs of neighbouring words, longer ones first.
fn runs(words: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> {
    let lengths = (1..=words.len().min(MOST_WORDS)).rev();
    lengths.flat_map(|length| {
        let runs = words.windows(length);
        runs.filter_map(|run| Some(run.first()?.start..run.last()?.end))
    })
}

fn accepted(query: &Query, text: &FoldedText, offer: &Offer) -> Query {
    let mut accepted = query.clone();
    accepted.set(offer.value, Chosen::Yes);
    let parts = offer
        .words
        .iter()
        .map(|words| text.original_range(words.clone()));
    // From the last on, so that those before stay where they are.
    for part in disjoint(parts.collect()).into_iter().rev() {
        accepted.text = without(&accepted.text, part);
    }
    accepted
}

/// A text without a part, and without what parted it from the rest.
fn without(text: &str, part: Range<usize>) -> String {
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '-' | '(' | ')');
    let before = text.get(..part.start).unwrap_or_default();
    let after = text.get(part.end..).unwrap_or_default();
    let rest = [
        before.trim_end_matches(parts),
        after.trim_start_matches(parts),
    ];
    rest.join(" ").trim().to_owned()
}

#[cfg(test)]
mod tests;
