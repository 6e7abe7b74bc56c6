//! The one place where things are put in order: texts, keyed numbers, and numbers in few places.
//! A sort of its own for every type would cost the browser's program four kilobytes each, and
//! comparing texts far away in memory its time; so all sorts come down to one by digits.

use std::ops::Range;

/// Bytes of a text that are compared at a time.
const PART_BYTES: usize = size_of::<u64>();

/// Values of a digit: one byte of the key, so that the counts of a pass stay in the fastest memory.
const DIGIT_VALUES: usize = 256;

/// Below so many, moving each to its place takes less than counting digits.
const FEW: usize = 48;

/// A number with what orders it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Keyed {
    pub(super) key: u64,
    pub(super) number: u32,
}

/// What gives the text of a number.
pub(super) type TextOf<'f, 't> = &'f dyn Fn(u32) -> &'t str;

/// Numbers that are alike so far: which text is compared next, and from which byte on.
struct Run {
    numbers: Range<usize>,
    text: usize,
    start: usize,
}

/// The numbers below `count` by their texts as bytes; those with equal texts go by the next kind of
/// text, and in the end by number. No text may hold a NUL.
pub(super) fn by_texts(count: usize, texts: &[TextOf<'_, '_>]) -> Vec<u32> {
    let numbers = (0..).take(count);
    let mut keyed: Vec<Keyed> = numbers.map(|number| Keyed { key: 0, number }).collect();
    let mut spare: Vec<Keyed> = Vec::new();
    let mut runs = vec![Run {
        numbers: 0..count,
        text: 0,
        start: 0,
    }];
    while let Some(run) = runs.pop() {
        let (Some(text), Some(alike)) = (texts.get(run.text), keyed.get_mut(run.numbers.clone()))
        else {
            continue;
        };
        for keyed in alike.iter_mut() {
            keyed.key = part(text(keyed.number), run.start);
        }
        sort(alike, &mut spare);
        let mut from = run.numbers.start;
        for same in alike.chunk_by(|a, b| a.key == b.key) {
            let numbers = from..from + same.len();
            from = numbers.end;
            if same.len() > 1 {
                runs.push(run.after(same, numbers));
            }
        }
    }
    keyed.into_iter().map(|keyed| keyed.number).collect()
}

/// Sorts by key; what has equal keys stays in its order.
pub(super) fn ascending(keyed: &mut [Keyed]) {
    sort(keyed, &mut Vec::new());
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

impl Run {
    /// What is to be compared among those whose keys are the same.
    fn after(&self, same: &[Keyed], numbers: Range<usize>) -> Self {
        // A part that is not full ends in NUL, and so has come to the end of the text.
        let ended = same.first().is_some_and(|first| first.key & 0xFF == 0);
        let (text, start) = match ended {
            true => (self.text + 1, 0),
            false => (self.text, self.start + PART_BYTES),
        };
        Self {
            numbers,
            text,
            start,
        }
    }
}

#[inline(never)]
fn sort(keyed: &mut [Keyed], spare: &mut Vec<Keyed>) {
    if keyed.len() < FEW {
        return insert_each(keyed);
    }
    let (all, any) = keyed.iter().fold((u64::MAX, 0), |(all, any), keyed| {
        (all & keyed.key, any | keyed.key)
    });
    spare.clear();
    spare.resize(keyed.len(), Keyed::default());
    // From the last digit on, because every pass keeps the order of the one before.
    for shift in (0..u64::BITS).step_by(8) {
        // A digit that is the same everywhere orders nothing.
        if ((all ^ any) >> shift) & 0xFF != 0 {
            sort_by_digit(keyed, spare, shift);
            keyed.copy_from_slice(spare);
        }
    }
}

fn sort_by_digit(keyed: &[Keyed], sorted: &mut [Keyed], shift: u32) {
    let digit = |keyed: &Keyed| usize::from((keyed.key >> shift) as u8);
    let mut starts = [0_u32; DIGIT_VALUES];
    for keyed in keyed {
        if let Some(count) = starts.get_mut(digit(keyed)) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += std::mem::replace(start, sum);
    }
    for keyed in keyed {
        if let Some(start) = starts.get_mut(digit(keyed)) {
            if let Some(to) = sorted.get_mut(*start as usize) {
                *to = *keyed;
            }
            *start += 1;
        }
    }
}

fn insert_each(keyed: &mut [Keyed]) {
    for end in 1..keyed.len() {
        for at in (1..=end).rev() {
            let pair = keyed.get(at - 1).zip(keyed.get(at));
            if pair.is_none_or(|(before, moved)| before.key <= moved.key) {
                break;
            }
            keyed.swap(at - 1, at);
        }
    }
}

/// A part of a text as a number that sorts like it.
fn part(text: &str, start: usize) -> u64 {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    if let Some(full) = rest.first_chunk() {
        return u64::from_be_bytes(*full);
    }
    let mut bytes = [0; PART_BYTES];
    for (to, from) in bytes.iter_mut().zip(rest) {
        *to = *from;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_go_by_their_bytes_then_by_the_next_text_then_by_number(
            texts in prop::collection::vec(("[abé]{0,3}(abcdefg|aaaaaaaa){0,3}[ab]{0,2}", "[ab]{0,2}"), 0..150),
        ) {
            let mut expected: Vec<u32> = (0..texts.len() as u32).collect();
            expected.sort_by_key(|number| &texts[*number as usize]);
            let first = |number: u32| texts[number as usize].0.as_str();
            let second = |number: u32| texts[number as usize].1.as_str();
            prop_assert_eq!(by_texts(texts.len(), &[&first, &second]), expected);
        }

        #[test]
        fn keys_go_up_and_equal_ones_keep_their_order(
            keys in prop::collection::vec(prop_oneof![0u64..4, any::<u64>()], 0..150),
        ) {
            let keyed = keys.iter().zip(0..).map(|(key, number)| Keyed { key: *key, number });
            let mut keyed: Vec<Keyed> = keyed.collect();
            let mut expected = keyed.clone();
            expected.sort_by_key(|keyed| keyed.key);
            ascending(&mut keyed);
            prop_assert_eq!(keyed, expected);
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
        let ordered = by_texts(2000, &[&|_| &text]);
        assert!(ordered.is_sorted());
    }
}
