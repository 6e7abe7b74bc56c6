//! How many slips of the finger lie between two words: insertions, deletions, substitutions and
//! exchanges of neighbours (optimal string alignment, Damerau's four errors).
//! A whole column of the table of edits is computed at once, one bit a letter (Hyyrö 2003).

/// Letters of a word whose column fits into the bits of a number. A longer word is near itself only.
const MOST_LETTERS: usize = u64::BITS as usize;

/// Characters whose bits are looked up directly.
const ASCII: usize = 128;

/// Counts the edits between one word and many others.
pub struct EditDistance {
    word: String,
    letters: usize,
    /// For every character, at which letters of the word it stands.
    ascii: [u64; ASCII],
    others: Vec<(char, u64)>,
}

impl EditDistance {
    /// Prepares for comparisons with one word.
    #[must_use]
    pub fn from(word: &str) -> Self {
        let mut prepared = Self {
            word: word.to_owned(),
            letters: word.chars().count(),
            ascii: [0; ASCII],
            others: Vec::new(),
        };
        for (at, letter) in word.chars().take(MOST_LETTERS).enumerate() {
            prepared.note(letter, 1 << at);
        }
        prepared
    }

    /// The edits that lead to the other word, if they are at most `budget`.
    #[must_use]
    pub fn to(&self, other: &str, budget: usize) -> Option<usize> {
        let length = other.chars().count();
        if self.letters.abs_diff(length) > budget {
            return None;
        }
        if self.letters == 0 {
            return Some(length);
        }
        if self.letters > MOST_LETTERS {
            return (self.word == other).then_some(0);
        }
        Some(self.edits(other)).filter(|edits| *edits <= budget)
    }

    /// The edits to the other word, of a word with at least one letter.
    fn edits(&self, other: &str) -> usize {
        let last_letter = 1_u64 << (self.letters - 1);
        let mut edits = self.letters;
        // Where a value of the column is one more or one less than that above it.
        let (mut more, mut less) = (u64::MAX, 0);
        // Where a value is that diagonally before it, and where the last character stands.
        let (mut same, mut last_bits) = (0_u64, 0);
        for letter in other.chars() {
            let bits = self.bits(letter);
            let exchanged = ((!same & bits) << 1) & last_bits;
            same = ((bits & more).wrapping_add(more) ^ more) | bits | less | exchanged;
            let right_more = less | !(same | more);
            let right_less = same & more;
            edits += usize::from(right_more & last_letter != 0);
            edits -= usize::from(right_less & last_letter != 0);
            let above_more = right_more << 1 | 1;
            more = right_less << 1 | !(same | above_more);
            less = above_more & same;
            last_bits = bits;
        }
        edits
    }

    fn bits(&self, letter: char) -> u64 {
        let ascii = self.ascii.get(letter as usize).copied();
        ascii.unwrap_or_else(|| {
            let known = self.others.iter().find(|(other, _)| *other == letter);
            known.map_or(0, |(_, bits)| *bits)
        })
    }

    /// Notes that a character stands at a letter of the word.
    fn note(&mut self, letter: char, bit: u64) {
        if let Some(bits) = self.ascii.get_mut(letter as usize) {
            *bits |= bit;
            return;
        }
        match self.others.iter_mut().find(|(other, _)| *other == letter) {
            Some((_, bits)) => *bits |= bit,
            None => self.others.push((letter, bit)),
        }
    }
}

/// The edits between two words, if they are at most `budget`.
#[must_use]
pub fn edits_within(word: &str, other: &str, budget: usize) -> Option<usize> {
    EditDistance::from(word).to(other, budget)
}

/// The candidate with the fewest edits, if that is at most `budget`; of several the first.
pub fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    budget: usize,
) -> Option<&'a str> {
    let distance = EditDistance::from(word);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance.to(candidate, budget)?, candidate)))
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The textbook recursion, independent of the rows above.
    fn naive(a: &[char], b: &[char]) -> usize {
        let (Some((last_a, rest_a)), Some((last_b, rest_b))) = (a.split_last(), b.split_last())
        else {
            return a.len().max(b.len());
        };
        let mut edits = (naive(rest_a, rest_b) + usize::from(last_a != last_b))
            .min(naive(rest_a, b) + 1)
            .min(naive(a, rest_b) + 1);
        if a.len() > 1 && b.len() > 1 && a[a.len() - 2] == *last_b && b[b.len() - 2] == *last_a {
            edits = edits.min(naive(&a[..a.len() - 2], &b[..b.len() - 2]) + 1);
        }
        edits
    }

    #[test]
    fn each_kind_of_slip_is_one_edit() {
        for (word, other, edits) in [
            ("", "", 0),
            ("suzhou", "suzhou", 0),
            ("suzhou", "suzhuo", 1),
            ("suzhou", "szhou", 1),
            ("suzhou", "suuzhou", 1),
            ("suzhou", "suzhow", 1),
            ("nanjing", "xanjign", 2),
            ("", "ab", 2),
            ("南京", "北京", 1),
        ] {
            assert_eq!(edits_within(word, other, 3), Some(edits), "{word} {other}");
        }
    }

    #[test]
    fn a_word_with_more_letters_than_fit_is_near_itself_only() {
        let long = "a".repeat(65);
        assert_eq!(edits_within(&long, &long, 2), Some(0));
        assert_eq!(edits_within(&long, &"a".repeat(64), 2), None);
        assert_eq!(edits_within(&"a".repeat(64), &long, 2), Some(1));
    }

    #[test]
    fn what_lies_beyond_the_budget_is_no_match() {
        assert_eq!(edits_within("nanjing", "beijing", 2), None);
        assert_eq!(edits_within("nanjing", "beijing", 3), Some(3));
        assert_eq!(edits_within("a", "abcd", 2), None);
        assert_eq!(
            nearest("asai", ["africa", "asia", "asian"], 2),
            Some("asia")
        );
        assert_eq!(nearest("xyz", ["africa", "asia"], 2), None);
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_textbook(a in "[abcéč]{0,6}", b in "[abcéč]{0,6}", budget in 0usize..7) {
            let (left, right): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let edits = naive(&left, &right);
            prop_assert_eq!(edits_within(&a, &b, budget), (edits <= budget).then_some(edits));
        }

        #[test]
        fn one_instance_serves_many_words(words in prop::collection::vec("[ab]{0,5}", 1..6)) {
            let distance = EditDistance::from("abba");
            for word in &words {
                prop_assert_eq!(distance.to(word, 4), edits_within("abba", word, 4));
            }
        }
    }
}
