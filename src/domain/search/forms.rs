//! The folded forms of names, one after the other in one text, each with whose it is. There is no
//! vocabulary to sort: a word is looked for in all forms that its signature does not rule out,
//! which takes less than a thousandth of a second for a hundred thousand.

use std::ops::Range;

use super::super::text::{Apostrophes, fold_into};
use super::signature::{Letters, SPACE, Signature};

/// Forms and bytes per owner for which room is made at first.
const FORMS_PER_OWNER: usize = 2;
const BYTES_PER_OWNER: usize = 24;

/// Folded forms, those of one owner together.
#[derive(Debug)]
pub(super) struct Forms {
    text: String,
    /// Where each form begins, and the end of the text.
    starts: Vec<u32>,
    signatures: Vec<Signature>,
    owners: Vec<u32>,
    /// The letters of every word, and of all words of a form as one, with the form's number.
    words: Vec<(Letters, u32)>,
}

impl Forms {
    /// No forms, with room for those of so many owners.
    pub(super) fn with_capacity(owners: usize) -> Self {
        let forms = owners * FORMS_PER_OWNER;
        let mut starts = Vec::with_capacity(forms + 1);
        starts.push(0);
        Self {
            text: String::with_capacity(owners * BYTES_PER_OWNER),
            starts,
            signatures: Vec::with_capacity(forms),
            owners: Vec::with_capacity(forms),
            words: Vec::with_capacity(forms),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.owners.len()
    }

    /// The form of a number.
    pub(super) fn form(&self, number: usize) -> &str {
        let range = self.range(number);
        self.text.get(range).unwrap_or_default()
    }

    fn bytes(&self, number: usize) -> &[u8] {
        let range = self.range(number);
        self.text.as_bytes().get(range).unwrap_or_default()
    }

    fn range(&self, number: usize) -> Range<usize> {
        let bounds = self.starts.get(number).zip(self.starts.get(number + 1));
        bounds.map_or(0..0, |(start, end)| *start as usize..*end as usize)
    }

    /// Adds a name's folded form, and where it has an apostrophe also the one that breaks there
    /// ("l alcora"); a form that is there since a number is not added again.
    pub(super) fn add(&mut self, name: &str, owner: u32, since: usize) {
        let has_apostrophe = fold_into(&mut self.text, name, Apostrophes::Removed);
        self.close(owner, since);
        if has_apostrophe {
            fold_into(&mut self.text, name, Apostrophes::Breaking);
            self.close(owner, since);
        }
    }

    /// Visits the forms, as bytes, that may have a text in them, with their owners.
    pub(super) fn like(&self, signature: Signature, visit: &mut dyn FnMut(&[u8], u32)) {
        // Only signatures are read for most forms, and nothing else stands between them.
        for (number, other) in self.signatures.iter().enumerate() {
            if signature.is_in(*other) {
                let owner = self.owners.get(number).copied().unwrap_or_default();
                visit(self.bytes(number), owner);
            }
        }
    }

    /// Visits the forms that may have a word, or be one, that differs in so many letters from one.
    pub(super) fn near(&self, letters: Letters, most: u32, visit: &mut dyn FnMut(&str, u32)) {
        for (other, number) in &self.words {
            if letters.differ_within(*other, most) {
                let number = *number as usize;
                let owner = self.owners.get(number).copied().unwrap_or_default();
                visit(self.form(number), owner);
            }
        }
    }

    /// Ends the form that begins where the last one ended.
    fn close(&mut self, owner: u32, since: usize) {
        let start = self.starts.last().map_or(0, |start| *start as usize);
        let form = self.text.get(start..).unwrap_or_default();
        if (since..self.len()).any(|number| self.form(number) == form) {
            self.text.truncate(start);
            return;
        }
        let number = u32::try_from(self.signatures.len()).unwrap_or(u32::MAX);
        self.signatures.push(Signature::of(form));
        let words = form.as_bytes().split(|byte| *byte == SPACE);
        let words = words.map(|word| (Letters::of(word), number));
        let before = self.words.len();
        self.words.extend(words);
        if self.words.len() > before + 1 {
            self.words.push((Letters::of(form.as_bytes()), number));
        }
        self.owners.push(owner);
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.starts.push(end);
    }
}
