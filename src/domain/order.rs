//! The one place where things are put in order: texts, keyed numbers, and numbers in few places.
//! A sort of its own for every type would cost the browser's program four kilobytes each, so all
//! of them come down to one sort of keyed numbers and one counting sort.

use std::ops::Range;

/// Bytes of a text that are compared at a time: with the length of the rest they fill a `u128`, and
/// few names need a second look.
const PART_BYTES: usize = 15;

/// The end of a key that says that the text goes on after the part.
const GOES_ON: u128 = PART_BYTES as u128 + 1;

/// A number with what orders it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Keyed {
    pub(super) key: u128,
    /// Orders what has equal keys.
    pub(super) tie: u32,
    pub(super) number: u32,
}

/// Whether the text before in the order is the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Text {
    New,
    Repeated,
}

/// The numbers below `count` with their ties, by their texts as bytes; equal texts go by their ties,
/// equal ties by their numbers. The keys mean nothing any more.
pub(super) fn by_text<'t>(
    count: usize,
    text: &dyn Fn(u32) -> &'t str,
    tie: &dyn Fn(u32) -> u32,
) -> Vec<(Keyed, Text)> {
    let keyed = (0..).take(count).map(|number| Keyed {
        key: part(text(number), 0),
        tie: tie(number),
        number,
    });
    let mut keyed: Vec<Keyed> = keyed.collect();
    ascending(&mut keyed);
    let mut texts = vec![Text::Repeated; count];
    // Runs that are sorted by the part of their texts from a byte on.
    let mut runs: Vec<(Range<usize>, usize)> = vec![(0..count, 0)];
    while let Some((run, start)) = runs.pop() {
        let mut from = run.start;
        let alike = keyed.get_mut(run).unwrap_or_default();
        for same in alike.chunk_by_mut(|a, b| a.key == b.key) {
            let to = from + same.len();
            if let Some(text) = texts.get_mut(from) {
                *text = Text::New;
            }
            let goes_on = same.first().is_some_and(Keyed::goes_on);
            if goes_on && same.len() > 1 {
                for keyed in same.iter_mut() {
                    keyed.key = part(text(keyed.number), start + PART_BYTES);
                }
                ascending(same);
                runs.push((from..to, start + PART_BYTES));
            }
            from = to;
        }
    }
    keyed.into_iter().zip(texts).collect()
}

/// Sorts by key, then by tie, then by number.
#[inline(never)]
pub(super) fn ascending(keyed: &mut [Keyed]) {
    keyed.sort_unstable();
}

/// Numbers by their places, those of one place as they stand: a counting sort, for places that are
/// few and near zero while the numbers may be many.
pub(super) fn by_place(placed: &[(u32, u32)]) -> Vec<u32> {
    let highest = placed.iter().map(|(place, _)| *place).max().unwrap_or(0);
    let mut starts = vec![0_usize; highest as usize + 2];
    for (place, _) in placed {
        if let Some(count) = starts.get_mut(*place as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut ordered = vec![0; placed.len()];
    for (place, number) in placed {
        if let Some(next) = starts.get_mut(*place as usize) {
            if let Some(to) = ordered.get_mut(*next) {
                *to = *number;
            }
            *next += 1;
        }
    }
    ordered
}

impl Keyed {
    /// Whether the text goes on after the part that is the key.
    fn goes_on(&self) -> bool {
        self.key & u128::from(u8::MAX) == GOES_ON
    }
}

/// A part of a text as a number that sorts like it: its bytes, then how many are left with them.
fn part(text: &str, start: usize) -> u128 {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let shown = rest.get(..PART_BYTES).unwrap_or(rest);
    let mut bytes = [0; size_of::<u128>()];
    for (to, from) in bytes.iter_mut().zip(shown) {
        *to = *from;
    }
    let left = u128::try_from(rest.len()).unwrap_or(GOES_ON).min(GOES_ON);
    // The part leaves the last byte free.
    u128::from_be_bytes(bytes) | left
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_go_by_their_bytes_then_by_tie_then_by_number(
            texts in prop::collection::vec(("[ab\u{0}é]{0,3}(abcdefg|aaaaaaaa){0,3}[ab\u{0}]{0,2}", 0u32..3), 0..60),
        ) {
            let mut expected: Vec<u32> = (0..texts.len() as u32).collect();
            expected.sort_by_key(|number| &texts[*number as usize]);
            let text = |number: u32| texts[number as usize].0.as_str();
            let tie = |number: u32| texts[number as usize].1;
            let ordered = by_text(texts.len(), &text, &tie);
            let numbers: Vec<u32> = ordered.iter().map(|(keyed, _)| keyed.number).collect();
            prop_assert_eq!(&numbers, &expected);
            let distinct = texts.iter().map(|(text, _)| text).collect::<std::collections::BTreeSet<_>>();
            let news = ordered.iter().filter(|(_, kind)| *kind == Text::New).count();
            prop_assert_eq!(news, distinct.len());
            for pair in ordered.windows(2) {
                let repeated = text(pair[0].0.number) == text(pair[1].0.number);
                prop_assert_eq!(pair[1].1 == Text::Repeated, repeated);
            }
        }

        #[test]
        fn places_go_up_and_each_keeps_its_order(places in prop::collection::vec(0u32..9, 0..60)) {
            let placed: Vec<(u32, u32)> = places.iter().copied().zip(0..).collect();
            let mut expected = placed.clone();
            expected.sort_unstable();
            let expected: Vec<u32> = expected.into_iter().map(|(_, number)| number).collect();
            prop_assert_eq!(by_place(&placed), expected);
        }
    }

    #[test]
    fn many_long_equal_texts_are_no_trouble() {
        let text = "san ".repeat(500);
        let ordered = by_text(2000, &|_| &text, &|number| 2000 - number);
        assert!(ordered.is_sorted_by(|(a, _), (b, _)| a.number > b.number));
    }
}
