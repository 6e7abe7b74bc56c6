//! What tells in a few instructions that a form cannot hold a word, or a word be near another, so
//! that most of them are passed over unread. A signature has a bit for every letter and one for
//! every pair of neighbours, of which a word may lack none; pairs reach over spaces, as a word typed
//! without them does. Letters have a bit each time they stand in a word; a slip changes few of them.

/// Bits for letters; the others are for pairs.
const LETTER_BITS: u32 = 32;

/// What stands before the first letter of a word.
pub(super) const SPACE: u8 = b' ';

/// The letters and pairs of a text, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Signature(u64);

impl Signature {
    /// That of a form, which may be several words.
    pub(super) fn of(form: &str) -> Self {
        let mut bits = 0;
        let (mut letter_before, mut before) = (SPACE, SPACE);
        for byte in form.bytes() {
            if byte != SPACE {
                bits |= letter(byte) | pair(letter_before, byte);
                if before == SPACE {
                    bits |= pair(SPACE, byte);
                }
                letter_before = byte;
            }
            before = byte;
        }
        Self(bits)
    }

    /// That of a text as it may stand inside another: without pairs for the beginnings of words.
    pub(super) fn of_part(text: &str) -> Self {
        let letters = || text.bytes().filter(|byte| *byte != SPACE);
        let pairs = letters().zip(letters().skip(1));
        let pairs = pairs.fold(0, |bits, (before, byte)| bits | pair(before, byte));
        Self(letters().fold(pairs, |bits, byte| bits | letter(byte)))
    }

    /// Whether another has all its bits.
    pub(super) fn is_in(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// The letters of a word: the lower half of the bits for the first time one stands there, the upper
/// half for the second.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Letters(u64);

impl Letters {
    /// Those of a text, without its spaces.
    pub(super) fn of(text: &[u8]) -> Self {
        let letters = text.iter().copied().filter(|byte| *byte != SPACE);
        Self(letters.fold(0, |bits, byte| {
            let once = letter(byte);
            bits | once | (bits & once) << LETTER_BITS
        }))
    }

    /// Whether neither has more letters that the other lacks.
    pub(super) fn differ_within(self, other: Self, most: u32) -> bool {
        (self.0 & !other.0).count_ones() <= most && (other.0 & !self.0).count_ones() <= most
    }
}

/// How many letters so many slips in a word may take away or bring in: one each, of as many bytes as
/// letters like those of the word have.
pub(super) fn letters_of_slips(word: &str, slips: usize) -> u32 {
    let widest = word.chars().map(char::len_utf8).max().unwrap_or(1);
    u32::try_from(widest * slips).unwrap_or(u32::MAX)
}

fn letter(byte: u8) -> u64 {
    1 << (u32::from(byte) % LETTER_BITS)
}

fn pair(before: u8, byte: u8) -> u64 {
    // Odd factors, so that pairs with one letter in common all differ.
    let mixed = u32::from(before) * 7 + u32::from(byte) * 11;
    1 << (LETTER_BITS + mixed % LETTER_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edit_distance::edits_within;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_that_holds_a_word_is_passed_over(
            form in "[abcdéч]{1,4}( [abcdéч]{1,4}){0,2}", start in 0usize..12, length in 1usize..8,
        ) {
            let joined = form.replace(' ', "");
            let word: String = joined.chars().skip(start).take(length).collect();
            prop_assert!(Signature::of_part(&word).is_in(Signature::of(&form)));
        }

        #[test]
        fn nothing_near_a_word_is_passed_over(
            word in "[abcdч]{4,8}", other in "[abcdчö]{3,9}", slips in 1usize..3,
        ) {
            if edits_within(&word, &other, slips).is_some() {
                let most = letters_of_slips(&word, slips).max(letters_of_slips(&other, slips));
                prop_assert!(Letters::of(word.as_bytes()).differ_within(Letters::of(other.as_bytes()), most));
            }
        }
    }
}
