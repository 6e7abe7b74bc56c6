//! Full-text search over every name of every city.
//!
//! All words of the query must match, each at least as a substring; a word that nothing begins
//! with may be a misspelling. `vocabulary` holds the words, `postings` says whose they are,
//! `index` builds both, `matching` finds words, `scoring` weighs them, `explain` shows them.

pub mod explain;
mod index;
mod matching;
mod postings;
mod scoring;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use index::SearchIndex;
pub use scoring::MAXIMUM_WORDS;

/// Which cities a search text names, by name rank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Matches {
    /// There is no text, so all of them.
    All,
    /// A score per city; zero means no match.
    Scored(Vec<u16>),
}
