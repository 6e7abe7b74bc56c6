//! The distinct words of an index, sorted, in one contiguous text: a prefix is a range found by
//! bisection, a substring one pass of a vectorised search, a misspelling a filter over signatures.

use std::ops::Range;

use memchr::memmem;

use super::super::edit_distance::EditDistance;

/// Ends every word in the text. Folding leaves no control character in a word or a query, so no
/// substring can reach over it.
const END: char = '\n';

/// Words looked at one by one for the next hit before bisecting: hits of short substrings lie close.
const STEPS: usize = 8;

/// Room made per word at first; most are shorter.
const BYTES_PER_WORD: usize = 8;

/// Distinct words, sorted by their bytes.
#[derive(Default, Debug)]
pub(super) struct Vocabulary {
    text: String,
    /// Where each word begins, and the end of the text.
    starts: Vec<u32>,
    /// Which letters occur in each word, one bit per letter modulo 64.
    signatures: Vec<u64>,
    /// Letters of each word, at most 255.
    lengths: Vec<u8>,
}

impl Vocabulary {
    /// An empty vocabulary with room for so many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        Self {
            text: String::with_capacity(words * BYTES_PER_WORD),
            starts: Vec::with_capacity(words + 1),
            signatures: Vec::with_capacity(words),
            lengths: Vec::with_capacity(words),
        }
    }

    /// Appends a word, which must follow those before it.
    pub(super) fn push(&mut self, word: &str) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.text.push_str(word);
        self.text.push(END);
        self.starts
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.signatures.push(signature(word));
        self.lengths.push(letters(word));
    }

    pub(super) fn len(&self) -> usize {
        self.lengths.len()
    }

    pub(super) fn word(&self, index: usize) -> &str {
        let bounds = self.starts.get(index).zip(self.starts.get(index + 1));
        let Some((start, end)) = bounds else {
            return "";
        };
        // The word without its end mark.
        self.text
            .get(*start as usize..*end as usize - END.len_utf8())
            .unwrap_or_default()
    }

    /// The words that begin with a text; one that equals it comes first.
    pub(super) fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let first = self.bisect(0, |word| word < prefix);
        let end = self.bisect(first, |word| word.starts_with(prefix));
        first..end
    }

    /// Visits the words that contain a text, in order.
    pub(super) fn containing(&self, needle: &str, mut visit: impl FnMut(usize)) {
        // One more than the last word visited.
        let mut next = 0;
        for hit in memmem::find_iter(self.text.as_bytes(), needle) {
            let hit = u32::try_from(hit).unwrap_or(u32::MAX);
            if self.starts.get(next).is_some_and(|start| *start <= hit) {
                let index = self.word_at(hit, next);
                visit(index);
                next = index + 1;
            }
        }
    }

    /// Visits the words within a number of edits.
    pub(super) fn near(&self, word: &str, budget: usize, mut visit: impl FnMut(usize, usize)) {
        let mut distance = EditDistance::from(word);
        let (letters, signature) = (letters(word), signature(word));
        // One substitution takes one letter away and brings one in.
        let bits = 2 * budget;
        for (index, (length, other)) in self.lengths.iter().zip(&self.signatures).enumerate() {
            let alike = usize::from(length.abs_diff(letters)) <= budget
                && (other ^ signature).count_ones() as usize <= bits;
            if let Some(edits) = alike
                .then(|| distance.to(self.word(index), budget))
                .flatten()
            {
                visit(index, edits);
            }
        }
    }

    /// The word that holds a byte of the text, which stands in no word before `from`.
    fn word_at(&self, byte: u32, from: usize) -> usize {
        let ends = self.starts.get(from + 1..).unwrap_or_default();
        let near = ends
            .iter()
            .take(STEPS)
            .take_while(|end| **end <= byte)
            .count();
        from + if near < STEPS {
            near
        } else {
            ends.partition_point(|end| *end <= byte)
        }
    }

    /// The first word from `from` on for which the condition, true of a beginning, fails.
    fn bisect(&self, from: usize, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn letters(word: &str) -> u8 {
    u8::try_from(word.chars().count()).unwrap_or(u8::MAX)
}

fn signature(word: &str) -> u64 {
    word.chars()
        .fold(0, |bits, c| bits | 1 << (u32::from(c) & 63))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vocabulary(words: &[String]) -> (Vocabulary, Vec<String>) {
        let mut sorted = words.to_vec();
        sorted.sort();
        sorted.dedup();
        let mut vocabulary = Vocabulary::default();
        for word in &sorted {
            vocabulary.push(word);
        }
        (vocabulary, sorted)
    }

    fn indices(words: &[String], holds: impl Fn(&str) -> bool) -> Vec<usize> {
        (0..words.len())
            .filter(|index| holds(&words[*index]))
            .collect()
    }

    proptest! {
        #[test]
        fn every_kind_of_lookup_agrees_with_a_walk_over_the_words(
            words in prop::collection::vec("[abé]{1,5}", 0..60),
            needle in "[abé]{1,4}",
        ) {
            let (vocabulary, sorted) = vocabulary(&words);
            let prefixed: Vec<usize> = vocabulary.with_prefix(&needle).collect();
            prop_assert_eq!(prefixed, indices(&sorted, |word| word.starts_with(&needle)));
            let mut containing = Vec::new();
            vocabulary.containing(&needle, |index| containing.push(index));
            prop_assert_eq!(containing, indices(&sorted, |word| word.contains(&needle)));
            let mut near = Vec::new();
            vocabulary.near(&needle, 1, |index, _| near.push(index));
            let within = |word: &str| EditDistance::from(&needle).to(word, 1).is_some();
            prop_assert_eq!(near, indices(&sorted, within));
        }
    }

    #[test]
    fn words_longer_than_a_byte_counts_are_still_found() {
        let long = "a".repeat(400);
        let (vocabulary, _) = vocabulary(&[long.clone(), "b".into()]);
        assert_eq!(vocabulary.word(0), long);
        let mut near = Vec::new();
        vocabulary.near(&long, 2, |index, edits| near.push((index, edits)));
        assert_eq!(near, [(0, 0)]);
    }

    #[test]
    fn an_empty_vocabulary_has_nothing_to_find() {
        let vocabulary = Vocabulary::default();
        assert_eq!(vocabulary.with_prefix(""), 0..0);
        vocabulary.containing("a", |_| panic!("nothing is there"));
        assert_eq!(vocabulary.word(0), "");
    }
}
