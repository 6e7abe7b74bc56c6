//! The folded forms under which a city's names are indexed.

use std::ops::Range;

use super::super::city::City;
use super::super::text::{Apostrophes, fold_into};

/// Forms and bytes per city for which room is made at first.
const FORMS_PER_CITY: usize = 4;
const BYTES_PER_CITY: usize = 64;

/// Which of a city's names a form belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NameField {
    Name,
    OtherName,
}

/// All forms, one after the other in one text.
#[derive(Default)]
pub(super) struct Forms {
    text: String,
    forms: Vec<(Range<u32>, u32, NameField)>,
}

impl Forms {
    /// The forms of all cities, each of which has a name rank.
    pub(super) fn of(cities: &[City], ranks: &[u32]) -> Self {
        let mut forms = Self {
            text: String::with_capacity(cities.len() * BYTES_PER_CITY),
            forms: Vec::with_capacity(cities.len() * FORMS_PER_CITY),
        };
        for (rank, city) in ranks.iter().copied().zip(cities) {
            forms.add(rank, NameField::Name, &city.name);
            let others = city.names.iter().map(|(_, name)| name).chain(&city.aliases);
            for name in city.native_name.iter().chain(others) {
                forms.add(rank, NameField::OtherName, name);
            }
        }
        forms
    }

    pub(super) fn len(&self) -> usize {
        self.forms.len()
    }

    /// Every form with the name rank of its city and its field.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32, NameField)> {
        self.forms.iter().map(|(range, rank, field)| {
            let text = self.text.get(range.start as usize..range.end as usize);
            (text.unwrap_or_default(), *rank, *field)
        })
    }

    /// Adds a name's folded form, and where the name has inner breaks also the joined form
    /// ("clermontferrand") and the one with apostrophes as breaks ("l alcora").
    fn add(&mut self, rank: u32, field: NameField, name: &str) {
        let start = self.text.len();
        let has_apostrophe = fold_into(&mut self.text, name, Apostrophes::Removed);
        let folded = start..self.text.len();
        self.close(start, rank, field);
        if self
            .text
            .get(folded.clone())
            .is_some_and(|folded| folded.contains(' '))
        {
            let start = self.text.len();
            let joined = self.text.get(folded).unwrap_or_default().replace(' ', "");
            self.text.push_str(&joined);
            self.close(start, rank, field);
        }
        if has_apostrophe {
            let start = self.text.len();
            fold_into(&mut self.text, name, Apostrophes::Breaking);
            self.close(start, rank, field);
        }
    }

    fn close(&mut self, start: usize, rank: u32, field: NameField) {
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.forms
            .push((u32::try_from(start).unwrap_or(u32::MAX)..end, rank, field));
    }
}
