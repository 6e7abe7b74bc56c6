//! Where a fact was read: the entries of the list of sources.

/// A source that records name by its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The id that records use.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// When it was published, as an ISO date or a part of one.
    pub date: Option<String>,
    /// Where it was read.
    pub url: Option<String>,
    /// What it is taken to prove.
    pub attests: Option<String>,
}
