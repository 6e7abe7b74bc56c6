//! Which words of a vocabulary a word of the query fits, and how.

use std::ops::Range;

use super::scoring::{MatchKind, SUBSTRING_LETTERS, edit_budget, is_unspaced};
use super::vocabulary::Vocabulary;

/// Whether misspellings count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Typos {
    Forgiven,
    Ignored,
}

/// Visits the ranges of words that fit, best kinds first; a range may hold words visited before.
pub(super) fn matching_words(
    vocabulary: &Vocabulary,
    word: &str,
    typos: Typos,
    mut visit: impl FnMut(MatchKind, Range<usize>),
) {
    let mut prefixed = vocabulary.with_prefix(word);
    if !prefixed.is_empty() && vocabulary.word(prefixed.start) == word {
        visit(MatchKind::Exact, prefixed.start..prefixed.start + 1);
        prefixed.start += 1;
    }
    if !prefixed.is_empty() {
        visit(MatchKind::Prefix, prefixed);
    }
    if is_unspaced(word) {
        vocabulary.containing(word, |at| visit(MatchKind::UnspacedSubstring, at..at + 1));
    } else if word.chars().nth(SUBSTRING_LETTERS - 1).is_some() {
        vocabulary.containing(word, |at| visit(MatchKind::Substring, at..at + 1));
    }
    let budget = edit_budget(word);
    if typos == Typos::Forgiven && budget > 0 {
        vocabulary.near(word, budget, |at, edits| match edits {
            0 => {}
            1 => visit(MatchKind::OneEdit, at..at + 1),
            _ => visit(MatchKind::TwoEdits, at..at + 1),
        });
    }
}
