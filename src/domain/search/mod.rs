//! Full-text search over every name of every city. All words of the query must match, each at least
//! as a substring; a word that nothing begins with may be a misspelling. `forms` holds the names,
//! `signature` passes over most of them, `matching` looks into the others, `places` knows what
//! cities share and `typed` what years and the award mean, `index` asks all of them, `scoring`
//! weighs what is found, `explain` shows it (`marks` where), `offers` finds filters in the text.

pub mod explain;
mod forms;
mod index;
mod marks;
mod matching;
mod offers;
mod places;
mod scoring;
mod signature;
mod typed;

#[cfg(test)]
mod tests;

pub use index::SearchIndex;
pub(super) use places::Places;
pub use scoring::MAXIMUM_WORDS;

/// Which cities a search text names, by id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Matches {
    /// There is no text, so all of them.
    All,
    /// A score per city; zero means no match.
    Scored(Vec<u16>),
}
