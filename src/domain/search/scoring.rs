//! What a match is worth. The score of a city is the sum, over the words of the query, of the best
//! kind of match plus the weight of the field it was found in, and once a bonus for the whole query.
//! Within one field a better kind always wins, whatever bonus there is.

/// A word is there as typed.
pub(super) const EXACT: u16 = 140;

/// A word begins with what was typed: 40 below [`EXACT`], more than any field but the weakest gains.
pub(super) const PREFIX: u16 = 100;

/// What was typed stands inside a word: as far below [`PREFIX`] as that is below [`EXACT`].
pub(super) const SUBSTRING: u16 = 60;

/// One slip: half a substring, so that even in a name it stays below a substring there.
pub(super) const ONE_EDIT: u16 = 30;

/// Two slips: half as likely to be meant as one.
pub(super) const TWO_EDITS: u16 = 15;

/// Found in the city's English name, the form shown in the list. As large as the gap between a
/// prefix and a typo, so that a name half typed comes before a country or region in full.
pub(super) const IN_NAME: u16 = 60;

/// Found in the native name, another language or an alias: as good, but not what the list shows.
pub(super) const IN_OTHER_NAME: u16 = 50;

/// Found in the country's names: a country in full (180) comes before cities whose names merely
/// begin so (at most 168), a country half typed (140) comes after them.
pub(super) const IN_COUNTRY: u16 = 40;

/// Found in the region's name or as the ISO code: even in full (140) below any name that begins so
/// (150), because "ar" is the beginning of Arak more often than it is Argentina.
pub(super) const IN_REGION: u16 = 0;

/// Said by a year or the word for the award: like a region, because it says as little of one city.
pub(super) const IN_YEAR: u16 = IN_REGION;

/// The whole query is one of the city's names: lifts "York" above "New York", and more than the
/// difference between two fields.
pub(super) const WHOLE_NAME: u16 = 50;

/// One of the city's names begins with the whole query: below every difference of field or kind.
pub(super) const NAME_START: u16 = 8;

/// Words of a query that are looked at. Sixteen exact words in names and the bonus stay far below
/// the largest score, and no name has more.
pub const MAXIMUM_WORDS: usize = 16;

/// Letters from which a substring is worth looking for; a single letter is inside nearly every word.
pub(super) const SUBSTRING_LETTERS: usize = 2;

/// Letters from which a word begins a country's name: a single one begins those of half the cities.
pub(super) const COUNTRY_LETTERS: usize = 2;

/// Letters from which a word begins a region's name or stands inside one of a country: "an" begins a
/// word in the names of three of five regions, and names none of them.
pub(super) const REGION_LETTERS: usize = 3;

/// Letters from which one slip is forgiven: in three letters a slip makes another word.
pub(super) const ONE_EDIT_LETTERS: usize = 4;

/// Letters from which two slips are forgiven.
pub(super) const TWO_EDITS_LETTERS: usize = 8;

/// How a word of the query fits a word of the index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum MatchKind {
    Exact,
    Prefix,
    Substring,
    /// A substring in a script without spaces, where every word of a name is inside it.
    UnspacedSubstring,
    OneEdit,
    TwoEdits,
}

impl MatchKind {
    /// Whether a word of the index begins with what was typed.
    pub(super) fn is_beginning(self) -> bool {
        matches!(self, Self::Exact | Self::Prefix)
    }

    pub(super) fn score(self) -> u16 {
        match self {
            Self::Exact => EXACT,
            Self::Prefix | Self::UnspacedSubstring => PREFIX,
            Self::Substring => SUBSTRING,
            Self::OneEdit => ONE_EDIT,
            Self::TwoEdits => TWO_EDITS,
        }
    }
}

/// Whether a word is written in a script without spaces between words, or in Hangul letters, of
/// which one syllable has two or three.
pub(super) fn is_unspaced(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|c| {
            matches!(c,
                '\u{1100}'..='\u{11FF}'     // Hangul letters
                | '\u{3040}'..='\u{30FF}'   // kana
                | '\u{3400}'..='\u{4DBF}'   // Chinese characters, rare
                | '\u{4E00}'..='\u{9FFF}'   // Chinese characters
                | '\u{F900}'..='\u{FAFF}'   // their compatibility forms
                | '\u{20000}'..='\u{323AF}') // and the supplementary planes
        })
}

/// Whether a word is a number.
pub(super) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Slips forgiven in a word; none in a number, because a slip makes another number of it.
pub(super) fn edit_budget(word: &str) -> usize {
    if is_number(word) {
        return 0;
    }
    match word.chars().count() {
        TWO_EDITS_LETTERS.. => 2,
        ONE_EDIT_LETTERS.. => 1,
        _ => 0,
    }
}
