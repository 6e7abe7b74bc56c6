//! Where a word of the query stands in a text that it matches, for marking it.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::edit_distance::EditDistance;
use super::super::text::{Apostrophes, fold_into, fold_with_map};
use super::matching::length_with_spaces;
use super::scoring::{SUBSTRING_LETTERS, edit_budget, is_unspaced};

/// How closely a text must fit to be marked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    AsTyped,
    Misspelt,
}

/// A word of the query, prepared for many texts.
pub(super) struct Sought {
    pub(super) text: String,
    /// Whether it is looked for inside words, and there even beside words that begin with it.
    inside: Inside,
    /// Made when the word is first found nowhere as typed.
    distance: OnceCell<EditDistance>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Never,
    WhereNothingBegins,
    Always,
}

/// A text with its folded form, whose room is used again for the next.
#[derive(Default)]
pub(super) struct Searched<'a> {
    original: &'a str,
    folded: String,
}

impl<'a> Searched<'a> {
    /// Takes another text.
    pub(super) fn read<'b>(self, original: &'b str) -> Searched<'b> {
        let mut folded = self.folded;
        folded.clear();
        fold_into(&mut folded, original, Apostrophes::Removed);
        Searched { original, folded }
    }

    /// Where a word stands, in bytes of the original: the words that begin with it, else its
    /// occurrences, else those in the text without spaces; or the words it misspells.
    pub(super) fn marks(&self, word: &Sought, fit: Fit) -> Vec<Range<usize>> {
        let folded = match fit {
            Fit::AsTyped => word.as_typed(&self.folded),
            Fit::Misspelt => word.misspelt(&self.folded),
        };
        // Every ASCII character gives a byte at most; so if none is lost, each is in its place.
        let in_place = self.original.len() == self.folded.len() && self.original.is_ascii();
        if folded.is_empty() || in_place {
            return folded;
        }
        let text = fold_with_map(self.original);
        let ranges = folded.into_iter();
        ranges.map(|range| text.original_range(range)).collect()
    }
}

impl Sought {
    pub(super) fn new(word: &str) -> Self {
        let is_long = word.chars().nth(SUBSTRING_LETTERS - 1).is_some();
        let inside = match is_unspaced(word) {
            true => Inside::Always,
            false if is_long => Inside::WhereNothingBegins,
            false => Inside::Never,
        };
        Self {
            text: word.to_owned(),
            inside,
            distance: OnceCell::new(),
        }
    }

    fn as_typed(&self, text: &str) -> Vec<Range<usize>> {
        let word = self.text.as_str();
        let beginnings = tokens(text).filter(|(_, token)| token.starts_with(word));
        let beginnings: Vec<_> = beginnings.map(|(at, _)| at..at + word.len()).collect();
        let look_inside = match self.inside {
            Inside::Never => false,
            Inside::WhereNothingBegins => beginnings.is_empty(),
            Inside::Always => true,
        };
        if !look_inside {
            return beginnings;
        }
        let inside = text.match_indices(word).map(|(at, _)| at..at + word.len());
        let mut found: Vec<_> = inside.collect();
        if found.is_empty() {
            found.extend(self.over_spaces(text.as_bytes()));
        }
        found
    }

    /// "clermontferrand" in "clermont ferrand".
    fn over_spaces(&self, text: &[u8]) -> Option<Range<usize>> {
        let mut places = 0..text.len();
        places.find_map(|at| {
            let length = length_with_spaces(self.text.as_bytes(), text.get(at..)?)?;
            Some(at..at + length).filter(|_| text.get(at) == self.text.as_bytes().first())
        })
    }

    fn misspelt(&self, text: &str) -> Vec<Range<usize>> {
        let budget = edit_budget(&self.text);
        if budget == 0 {
            return Vec::new();
        }
        let distance = self.distance.get_or_init(|| EditDistance::from(&self.text));
        let near = tokens(text).filter(|(_, token)| distance.to(token, budget).is_some());
        let mut found: Vec<_> = near.map(|(at, token)| at..at + token.len()).collect();
        if found.is_empty() && text.contains(' ') {
            let whole = distance.to(&text.replace(' ', ""), budget);
            found.extend(whole.map(|_| 0..text.len()));
        }
        found
    }
}

/// The words of a folded text with the bytes they begin at.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let words = text.split(' ').map(move |word| {
        let at = start;
        start += word.len() + 1;
        (at, word)
    });
    words.filter(|(_, word)| !word.is_empty())
}

/// Sorts ranges and unites those that meet.
pub(super) fn disjoint(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
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
