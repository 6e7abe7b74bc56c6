//! Full-text search over every name of every city.
//!
//! All words of the query must match, each at least as a substring; a word that nothing begins
//! with may be a misspelling. `vocabulary` holds the words, `postings` says whose they are,
//! `index` builds both from `forms`
//! and `places`, `matching` finds words, `scoring` weighs them, `explain` shows them.

pub mod explain;
mod forms;
mod index;
mod matching;
mod places;
mod postings;
mod scoring;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use index::SearchIndex;
pub(super) use places::Places;
pub use scoring::MAXIMUM_WORDS;

/// Which cities a search text names, by name rank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Matches {
    /// There is no text, so all of them.
    All,
    /// A score per city; zero means no match.
    Scored(Vec<u16>),
}
