//! What a row of the results shows beyond what it was made with, and which rows are there.

use std::ops::Range;

/// A row by its key, with what changes while the reader asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowState {
    /// The number that identifies the row.
    pub key: u32,
    /// What is marked in its name: byte ranges, sorted and disjoint.
    pub marks: Vec<Range<usize>>,
    /// Why it is here, where its name does not show it: the field, the text, what is marked in it.
    pub note: Option<(String, String, Vec<Range<usize>>)>,
    /// Position from 1 and size of the whole set, where not all of it stands in the document.
    pub place: Option<(usize, usize)>,
    /// Whether its city is starred, and whether it is compared.
    pub is_starred: bool,
    /// Whether its city is laid beside others.
    pub is_compared: bool,
}

/// The rows of a list that stand in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct RowWindow {
    /// Their positions, from 0.
    pub rows: Range<usize>,
    /// How many there are in all.
    pub total: usize,
    /// The height that stands for each row which is not there, in CSS pixels, once measured.
    pub row_px: Option<f64>,
}

/// Whether the page stands as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served {
    /// It does: its nodes are taken over as they are.
    AsWritten,
    /// Data or page have changed since: its parts are written anew.
    Changed,
}
