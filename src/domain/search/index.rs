//! The index: built once per directory, asked at every keystroke.
//! Cities go by their name rank here, so that scores lie in the order of names and equal scores
//! need no sorting.

use super::super::city::City;
use super::super::order::Keyed;
use super::super::text::fold;
use super::Matches;
use super::forms::{Forms, NameField};
use super::matching::{Typos, matching_words};
use super::places::Places;
use super::postings::{Collector, Postings};
use super::scoring::{IN_NAME, IN_OTHER_NAME, MAXIMUM_WORDS, NAME_START, WHOLE_NAME};
use super::vocabulary::Vocabulary;

/// The search index of a directory.
#[derive(Debug)]
pub struct SearchIndex {
    cities: usize,
    words: Vocabulary,
    /// Name rank and field of every city that has the word, as [`posting`] packs them.
    word_postings: Postings,
    /// Whole names, and beside them forms that readers type for them.
    names: Vocabulary,
    /// Name rank of every city that has the name.
    name_postings: Postings,
    places: Places,
}

impl SearchIndex {
    /// Indexes cities, each of which has a name rank.
    pub(in super::super) fn new(cities: &[City], ranks: &[u32], places: Places) -> Self {
        let forms = Forms::of(cities, ranks);
        let mut words = Collector::with_capacity(forms.len() * 2);
        let mut names = Collector::with_capacity(forms.len());
        for (form, rank, field) in forms.iter() {
            names.post(form, rank);
            for word in form.split(' ') {
                words.post(word, posting(rank, field));
            }
        }
        let (words, word_postings) = words.finish();
        let (names, name_postings) = names.finish();
        Self {
            cities: cities.len(),
            words,
            word_postings,
            names,
            name_postings,
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

    /// Whole folded names within a number of edits: the edits as keys of the ranks of cities so named.
    pub(in super::super) fn names_near(&self, folded: &str, budget: usize) -> Vec<Keyed> {
        let mut found = Vec::new();
        self.names.near(folded, budget, |at, edits| {
            let ranks = self.name_postings.of(at..at + 1);
            found.extend(ranks.iter().map(|rank| Keyed {
                key: edits as u128,
                tie: 0,
                number: *rank,
            }));
        });
        found
    }

    fn scores(&self, folded: &str, typos: impl Fn(&str) -> Typos) -> Vec<u16> {
        let mut words = folded.split(' ').take(MAXIMUM_WORDS);
        let first = words.next().unwrap_or_default();
        let mut total = self.word_scores(first, typos(first));
        for word in words {
            let scores = self.word_scores(word, typos(word));
            for (sum, score) in total.iter_mut().zip(scores) {
                *sum = if score == 0 || *sum == 0 {
                    0
                } else {
                    *sum + score
                };
            }
        }
        self.add_whole_query_bonus(&mut total, folded);
        total
    }

    fn word_scores(&self, word: &str, typos: Typos) -> Vec<u16> {
        let mut scores = vec![0; self.cities];
        matching_words(&self.words, word, typos, |kind, range| {
            let (in_name, in_other) = (kind.score() + IN_NAME, kind.score() + IN_OTHER_NAME);
            for packed in self.word_postings.of(range) {
                let (rank, field) = unpacked(*packed);
                let score = if field == NameField::Name {
                    in_name
                } else {
                    in_other
                };
                raise(&mut scores, rank, score);
            }
        });
        self.places.raise(&mut scores, word, typos);
        scores
    }

    fn add_whole_query_bonus(&self, total: &mut [u16], folded: &str) {
        let mut beginning = self.names.with_prefix(folded);
        if beginning.is_empty() {
            return;
        }
        let mut bonus = vec![0; total.len()];
        if self.names.word(beginning.start) == folded {
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
        !self.words.with_prefix(word).is_empty() || self.places.begin_with(word)
    }
}

/// Name rank and field in one number.
fn posting(rank: u32, field: NameField) -> u32 {
    rank << 1 | u32::from(field == NameField::Name)
}

fn unpacked(packed: u32) -> (usize, NameField) {
    let field = if packed & 1 == 1 {
        NameField::Name
    } else {
        NameField::OtherName
    };
    ((packed >> 1) as usize, field)
}

fn raise(scores: &mut [u16], at: usize, score: u16) {
    if let Some(best) = scores.get_mut(at) {
        *best = (*best).max(score);
    }
}
