//! How many slips of the finger lie between two words: insertions, deletions, substitutions and
//! exchanges of neighbours (optimal string alignment, Damerau's four errors).

/// Counts the edits between one word and many others, keeping its working rows.
pub struct EditDistance {
    word: Vec<char>,
    other: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl EditDistance {
    /// Prepares for comparisons with one word.
    #[must_use]
    pub fn from(word: &str) -> Self {
        Self {
            word: word.chars().collect(),
            other: Vec::new(),
            rows: Default::default(),
        }
    }

    /// The edits that lead to the other word, if they are at most `budget`.
    pub fn to(&mut self, other: &str, budget: usize) -> Option<usize> {
        self.other.clear();
        self.other.extend(other.chars());
        if self.word.len().abs_diff(self.other.len()) > budget {
            return None;
        }
        let [before, above, row] = &mut self.rows;
        above.clear();
        above.extend(0..=self.other.len());
        let mut last: Option<char> = None;
        for (line, letter) in self.word.iter().enumerate() {
            fill_row(row, (above, before), (line + 1, *letter, last), &self.other);
            if row.iter().all(|edits| *edits > budget) {
                return None;
            }
            last = Some(*letter);
            std::mem::swap(before, above);
            std::mem::swap(above, row);
        }
        above.last().copied().filter(|edits| *edits <= budget)
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
    let mut distance = EditDistance::from(word);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance.to(candidate, budget)?, candidate)))
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// Fills one row of the table: the edits from the first `line` letters to each beginning of `other`.
fn fill_row(
    row: &mut Vec<usize>,
    (above, before): (&[usize], &[usize]),
    (line, letter, last): (usize, char, Option<char>),
    other: &[char],
) {
    row.clear();
    row.push(line);
    let mut left = line;
    let mut previous: Option<char> = None;
    // `before` begins two columns earlier: its value for column c stands at c - 2.
    let outside = std::iter::repeat(&usize::MAX);
    let exchanges = outside.clone().take(1).chain(before).chain(outside);
    for (pair, (candidate, exchanged)) in above.windows(2).zip(other.iter().zip(exchanges)) {
        let &[diagonal, up] = pair else { continue };
        let mut edits = (diagonal + usize::from(*candidate != letter))
            .min(up + 1)
            .min(left + 1);
        if previous == Some(letter) && last == Some(*candidate) {
            edits = edits.min(exchanged.saturating_add(1));
        }
        row.push(edits);
        left = edits;
        previous = Some(*candidate);
    }
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
        fn it_agrees_with_the_textbook(a in "[abc]{0,6}", b in "[abc]{0,6}", budget in 0usize..7) {
            let (left, right): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let edits = naive(&left, &right);
            prop_assert_eq!(edits_within(&a, &b, budget), (edits <= budget).then_some(edits));
        }

        #[test]
        fn one_instance_serves_many_words(words in prop::collection::vec("[ab]{0,5}", 1..6)) {
            let mut distance = EditDistance::from("abba");
            for word in &words {
                prop_assert_eq!(distance.to(word, 4), edits_within("abba", word, 4));
            }
        }
    }
}
