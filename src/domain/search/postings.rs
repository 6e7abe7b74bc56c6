//! Whose a word is: for every word of a vocabulary the documents that have it, one after the other.

use std::ops::Range;

use super::super::order::{Text, by_text};
use super::vocabulary::Vocabulary;

/// For every word the numbers posted under it, ascending and distinct.
#[derive(Default, Debug)]
pub(super) struct Postings {
    numbers: Vec<u32>,
    /// Where each word's numbers begin, and the end.
    starts: Vec<u32>,
}

/// Collects occurrences of words, each with its number, and makes a vocabulary with its postings
/// of them.
#[derive(Default)]
pub(super) struct Collector<'a>(Vec<(&'a str, u32)>);

impl Postings {
    /// The numbers of a range of words; a number may stand there once for each of the words.
    pub(super) fn of(&self, words: Range<usize>) -> &[u32] {
        let bounds = self.starts.get(words.start).zip(self.starts.get(words.end));
        bounds
            .and_then(|(start, end)| self.numbers.get(*start as usize..*end as usize))
            .unwrap_or_default()
    }
}

impl<'a> Collector<'a> {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    /// Posts a number under a word; an empty word is none.
    pub(super) fn post(&mut self, word: &'a str, number: u32) {
        if !word.is_empty() {
            self.0.push((word, number));
        }
    }

    pub(super) fn finish(self) -> (Vocabulary, Postings) {
        let occurrence = |at: u32| self.0.get(at as usize).copied().unwrap_or_default();
        let word = |at: u32| occurrence(at).0;
        let order = by_text(self.0.len(), &word, &|at| occurrence(at).1);
        let mut vocabulary = Vocabulary::with_capacity(order.len());
        let mut postings = Postings::default();
        postings.numbers.reserve(order.len());
        for (occurrence, text) in order {
            let number = occurrence.tie;
            if text == Text::New {
                vocabulary.push(word(occurrence.number));
                postings.starts.push(postings.length());
            } else if postings.numbers.last() == Some(&number) {
                continue;
            }
            postings.numbers.push(number);
        }
        postings.starts.push(postings.length());
        (vocabulary, postings)
    }
}

impl Postings {
    fn length(&self) -> u32 {
        u32::try_from(self.numbers.len()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_their_words_once_and_in_order() {
        let mut collector = Collector::default();
        for (word, number) in [
            ("metropolitan", 2),
            ("city", 3),
            ("metropolis", 1),
            ("city", 1),
            ("city", 3),
            ("", 9),
        ] {
            collector.post(word, number);
        }
        let (vocabulary, postings) = collector.finish();
        let words: Vec<&str> = (0..vocabulary.len())
            .map(|index| vocabulary.word(index))
            .collect();
        assert_eq!(words, ["city", "metropolis", "metropolitan"]);
        assert_eq!(postings.of(0..1), [1, 3]);
        assert_eq!(postings.of(1..3), [1, 2]);
        assert_eq!(postings.of(0..3), [1, 3, 1, 2]);
        assert_eq!(postings.of(2..9), [0; 0]);
    }

    #[test]
    fn nothing_collected_is_an_empty_index() {
        let (vocabulary, postings) = Collector::default().finish();
        assert_eq!(vocabulary.len(), 0);
        assert_eq!(postings.of(0..0), [0; 0]);
    }
}
