//! How a word of the query fits a form. Words typed without spaces fit forms with them: spaces of a
//! form are passed over ("clermontferrand").

use super::super::edit_distance::EditDistance;
use super::forms::Forms;
use super::scoring::{MatchKind, SUBSTRING_LETTERS, edit_budget, is_unspaced};
use super::signature::{Letters, SPACE, Signature, letters_of_slips};

/// Receives the owner of a form and how the word fits it.
pub(super) type Visit<'v> = &'v mut dyn FnMut(u32, MatchKind);

/// The same, with the form.
pub(super) type VisitForm<'v> = &'v mut dyn FnMut(&[u8], u32, MatchKind);

/// A word of the query.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'q> {
    pub(super) text: &'q str,
    signature: Signature,
    /// What it is inside another word; nothing if it is too short to mean that.
    inside: Option<MatchKind>,
}

impl<'q> Word<'q> {
    pub(super) fn new(text: &'q str) -> Self {
        let is_long = text.chars().nth(SUBSTRING_LETTERS - 1).is_some();
        let inside = match is_unspaced(text) {
            true => Some(MatchKind::UnspacedSubstring),
            false => is_long.then_some(MatchKind::Substring),
        };
        let signature = match inside {
            Some(_) => Signature::of_part(text),
            None => Signature::of(text),
        };
        Self {
            text,
            signature,
            inside,
        }
    }

    /// Visits the forms that have the word as typed, with their owners.
    pub(super) fn as_typed(&self, forms: &Forms, visit: VisitForm<'_>) {
        forms.like(self.signature, &mut |form, owner| {
            if let Some(kind) = self.fit(form) {
                visit(form, owner, kind);
            }
        });
    }

    /// Visits the owners of the forms of which the word misspells a word, or all of them as one.
    pub(super) fn misspelt(&self, forms: &Forms, visit: Visit<'_>) {
        let budget = edit_budget(self.text);
        if budget == 0 {
            return;
        }
        let distance = EditDistance::from(self.text);
        let letters = Letters::of(self.text.as_bytes());
        let most = letters_of_slips(self.text, budget);
        forms.near(letters, most, &mut |form, owner| {
            let words = form.split(' ').filter_map(|word| distance.to(word, budget));
            let joined = form.contains(' ').then(|| form.replace(' ', ""));
            let joined = joined.and_then(|joined| distance.to(&joined, budget));
            match words.chain(joined).min() {
                None | Some(0) => {}
                Some(1) => visit(owner, MatchKind::OneEdit),
                Some(_) => visit(owner, MatchKind::TwoEdits),
            }
        });
    }

    /// The best way in which a form has the word.
    fn fit(&self, form: &[u8]) -> Option<MatchKind> {
        let first = self.text.as_bytes().first()?;
        let mut best = None;
        let mut before = SPACE;
        for (at, byte) in form.iter().enumerate() {
            if byte == first
                && let Some(kind) = self.fit_at(form, at, before)
            {
                if kind == MatchKind::Exact {
                    return Some(kind);
                }
                best = best.filter(|best| *best < kind).or(Some(kind));
            }
            before = *byte;
        }
        best
    }

    /// How the word fits at a byte of a form, if it does; the byte before tells a beginning.
    fn fit_at(&self, form: &[u8], at: usize, before: u8) -> Option<MatchKind> {
        let rest = form.get(at..)?;
        let length = length_with_spaces(self.text.as_bytes(), rest)?;
        let begins = match length > self.text.len() {
            // Over a space only the whole form is one word.
            true => at == 0,
            false => before == SPACE,
        };
        let ends = match rest.get(length) {
            None => true,
            Some(after) => *after == SPACE && length == self.text.len(),
        };
        match (begins, ends) {
            (true, true) => Some(MatchKind::Exact),
            (true, false) => Some(MatchKind::Prefix),
            (false, _) => self.inside,
        }
    }
}

/// How much of a text a word takes that the text begins with, spaces of the text passed over.
pub(super) fn length_with_spaces(word: &[u8], text: &[u8]) -> Option<usize> {
    let mut letters = word.iter();
    let mut expected = letters.next()?;
    for (at, byte) in text.iter().enumerate() {
        if byte == expected {
            match letters.next() {
                Some(next) => expected = next,
                None => return Some(at + 1),
            }
        } else if *byte != SPACE {
            return None;
        }
    }
    None
}

/// What a form that begins with the whole query has in common with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beginning {
    Whole,
    Part,
}

/// Whether a form begins with the whole query; a query without spaces may pass over those of the form.
pub(super) fn beginning(form: &[u8], query: &str) -> Option<Beginning> {
    let query = query.as_bytes();
    let length = match form.starts_with(query) {
        true => query.len(),
        false if query.contains(&SPACE) => return None,
        false => length_with_spaces(query, form)?,
    };
    match length == form.len() {
        true => Some(Beginning::Whole),
        false => Some(Beginning::Part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fit(word: &str, form: &str) -> Option<MatchKind> {
        Word::new(word).fit(form.as_bytes())
    }

    /// The definition: of the words of a form, and of all of them as one.
    fn expected(word: &str, form: &str) -> Option<MatchKind> {
        let joined = form.replace(' ', "");
        let words: Vec<&str> = form.split(' ').chain([joined.as_str()]).collect();
        let inside = word.chars().count() > 1 && words.iter().any(|other| other.contains(word));
        let begins = words.iter().any(|other| other.starts_with(word));
        match words.contains(&word) {
            true => Some(MatchKind::Exact),
            false if begins => Some(MatchKind::Prefix),
            false => inside.then_some(MatchKind::Substring),
        }
    }

    proptest! {
        #[test]
        fn a_word_fits_as_the_definition_says(
            form in "[abé]{1,3}( [abé]{1,3}){0,2}", word in "[abé]{1,4}",
        ) {
            prop_assert_eq!(fit(&word, &form), expected(&word, &form));
        }
    }

    #[test]
    fn where_words_have_no_spaces_every_part_is_as_good_as_a_beginning() {
        assert_eq!(fit("京", "南京市"), Some(MatchKind::UnspacedSubstring));
        assert_eq!(fit("南京市", "南京市"), Some(MatchKind::Exact));
        assert_eq!(fit("京", "北海市"), None);
    }

    #[test]
    fn a_whole_query_begins_a_form_with_its_spaces_or_without_any() {
        for (form, query, expected) in [
            ("new york", "new york", Some(Beginning::Whole)),
            ("new york", "newyork", Some(Beginning::Whole)),
            ("new york", "new y", Some(Beginning::Part)),
            ("new york city", "newyorkc", Some(Beginning::Part)),
            ("new york", "ne wyork", None),
            ("new york", "york", None),
        ] {
            assert_eq!(beginning(form.as_bytes(), query), expected, "{query}");
        }
    }
}
