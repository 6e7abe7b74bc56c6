//! The words of a query that mean more than letters: years, and the award.

use super::scoring::{MAXIMUM_WORDS, MatchKind, is_number};

/// The words for the award, in the languages in which the site is written.
const AWARD_WORDS: [&str; 3] = ["award", "awards", "awarded"];

/// Letters of such a word that say it already: with two, many a name begins.
const AWARD_LETTERS: usize = 3;

/// Digits of a year.
const YEAR_DIGITS: usize = 4;

/// Digits that begin a year recognisably: from "20" on, not from "2".
const YEAR_BEGINNING: usize = 2;

/// What the years of a query are the years of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Years {
    /// Of admissions and of awards.
    OfAnything,
    /// Of awards, because the query speaks of them.
    OfAwards,
}

impl Years {
    /// What the years of a folded query mean.
    pub(super) fn meant_by(folded: &str) -> Self {
        match words(folded).any(|word| AWARD_WORDS.contains(&word)) {
            true => Self::OfAwards,
            false => Self::OfAnything,
        }
    }
}

/// The words of a folded query that are looked at.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.take(MAXIMUM_WORDS)
}

/// How a word says "award", if it does.
pub(super) fn award_kind(word: &str) -> Option<MatchKind> {
    if AWARD_WORDS.contains(&word) {
        return Some(MatchKind::Exact);
    }
    let begins = AWARD_WORDS.iter().any(|award| award.starts_with(word));
    (begins && word.len() >= AWARD_LETTERS).then_some(MatchKind::Prefix)
}

/// The year that a word is.
pub(super) fn year_of(word: &str) -> Option<u16> {
    let is_year = word.len() == YEAR_DIGITS && is_number(word);
    word.parse().ok().filter(|_| is_year)
}

/// How a word says a year, if it does.
pub(super) fn year_kind(word: &str, year: u16) -> Option<MatchKind> {
    let left = YEAR_DIGITS.checked_sub(word.len())?;
    let begins = word.len() >= YEAR_BEGINNING && is_number(word);
    let typed: u16 = word.parse().ok().filter(|_| begins)?;
    let shown = year / 10_u16.pow(u32::try_from(left).unwrap_or(0));
    let kind = match left {
        0 => MatchKind::Exact,
        _ => MatchKind::Prefix,
    };
    (shown == typed).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_said_by_four_digits_and_begun_by_two_or_three() {
        assert_eq!(year_kind("2022", 2022), Some(MatchKind::Exact));
        assert_eq!(year_kind("202", 2022), Some(MatchKind::Prefix));
        assert_eq!(year_kind("20", 2022), Some(MatchKind::Prefix));
        for word in ["2", "2023", "22", "20220", "+202", "x", ""] {
            assert_eq!(year_kind(word, 2022), None, "{word}");
        }
    }

    #[test]
    fn the_award_is_said_by_its_words_and_begun_by_three_letters() {
        assert_eq!(award_kind("award"), Some(MatchKind::Exact));
        assert_eq!(award_kind("awarded"), Some(MatchKind::Exact));
        assert_eq!(award_kind("awa"), Some(MatchKind::Prefix));
        for word in ["aw", "ward", "awarder", ""] {
            assert_eq!(award_kind(word), None, "{word}");
        }
        assert_eq!(Years::meant_by("korea awards 2019"), Years::OfAwards);
        assert_eq!(Years::meant_by("korea 2019"), Years::OfAnything);
    }
}
