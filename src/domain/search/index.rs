//! The index: built once per directory, asked at every keystroke.

use super::super::city::City;
use super::super::edit_distance::EditDistance;
use super::super::groups::Groups;
use super::super::query::FacetValue;
use super::super::text::fold;
use super::Matches;
use super::forms::Forms;
use super::matching::{Beginning, Word, beginning};
use super::places::{Naming, Places};
use super::scoring::{IN_NAME, IN_OTHER_NAME, NAME_START, WHOLE_NAME};
use super::signature::{Letters, letters_of_slips};
use super::typed::{Years, words};

/// The search index of a directory.
#[derive(Debug)]
pub struct SearchIndex {
    cities: usize,
    /// The forms of names; their owners are ids with fields, as [`owner`] packs them.
    names: Forms,
    places: Places,
}

/// Which of a city's names a form belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum NameField {
    Name,
    OtherName,
}

/// Where misspellings count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Typos {
    WhereNothingBegins,
    Everywhere,
}

/// The first form of each city: its folded name.
pub(in super::super) struct FoldedNames(Vec<usize>);

impl SearchIndex {
    /// Indexes cities.
    pub(in super::super) fn new(cities: &[City], places: Places) -> (Self, FoldedNames) {
        let mut names = Forms::with_capacity(cities.len());
        let mut firsts = Vec::with_capacity(cities.len());
        for (id, city) in (0..).zip(cities) {
            let first = names.len();
            firsts.push(first);
            names.add(&city.name, owner(id, NameField::Name), first);
            let native = city
                .native_name
                .iter()
                .filter(|native| **native != city.name);
            let others = city.names.iter().map(|(_, name)| name).chain(&city.aliases);
            let others = others.chain(&city.recorded_name);
            for name in native.chain(others) {
                names.add(name, owner(id, NameField::OtherName), first);
            }
        }
        let index = Self {
            cities: cities.len(),
            names,
            places,
        };
        (index, FoldedNames(firsts))
    }

    /// The folded name of a city.
    pub(in super::super) fn folded_name(&self, names: &FoldedNames, id: u32) -> &str {
        let form = names.0.get(id as usize);
        form.map_or("", |form| self.names.form(*form))
    }

    /// Scores every city. A misspelling counts where no word begins with what was typed, or where
    /// the query would otherwise find nothing: so "nanking", which is there, brings no noise, and
    /// "suzhuo", which begins nothing, still finds Suzhou.
    pub(in super::super) fn matches(&self, text: &str, groups: &Groups) -> Matches {
        let folded = fold(text);
        if folded.is_empty() {
            return Matches::All;
        }
        let gated = self.scores(&folded, Typos::WhereNothingBegins, groups);
        if gated.iter().any(|score| *score > 0) {
            return Matches::Scored(gated);
        }
        Matches::Scored(self.scores(&folded, Typos::Everywhere, groups))
    }

    /// The region or country that some words name.
    pub(super) fn place_named_by(
        &self,
        words: &str,
        groups: &Groups,
    ) -> Option<(Naming, FacetValue)> {
        self.places.named_by(words, groups)
    }

    /// The edits between a folded text and the nearest name of each city, where they are within a
    /// budget.
    pub(in super::super) fn names_near(&self, folded: &str, budget: usize) -> Vec<Option<usize>> {
        let mut near: Vec<Option<usize>> = vec![None; self.cities];
        let distance = EditDistance::from(folded);
        let letters = Letters::of(folded.as_bytes());
        let most = letters_of_slips(folded, budget);
        self.names.near(letters, most, &mut |form, owner| {
            let (city, _) = unpacked(owner);
            let joined = form.contains(' ').then(|| form.replace(' ', ""));
            let joined = joined.and_then(|joined| distance.to(&joined, budget));
            let edits = joined.into_iter().chain(distance.to(form, budget)).min();
            if let (Some(edits), Some(best)) = (edits, near.get_mut(city)) {
                *best = Some(best.unwrap_or(edits).min(edits));
            }
        });
        near
    }

    fn scores(&self, folded: &str, typos: Typos, groups: &Groups) -> Vec<u16> {
        let years = Years::meant_by(folded);
        let mut total: Vec<u16> = Vec::new();
        // A form that begins with the query has its first word: the others need no second look.
        let mut bonuses = Vec::new();
        for word in words(folded) {
            let is_first = total.is_empty();
            let seen = &mut |form: &[u8], owner| {
                if is_first && let Some(worth) = whole_query_bonus(form, folded) {
                    bonuses.push((owner, worth));
                }
            };
            let scores = self.word_scores(&Word::new(word), years, typos, groups, seen);
            if is_first {
                total = scores;
                continue;
            }
            for (sum, score) in total.iter_mut().zip(scores) {
                *sum = match score {
                    0 => 0,
                    _ if *sum == 0 => 0,
                    _ => *sum + score,
                };
            }
        }
        add(&bonuses, &mut total);
        total
    }

    fn word_scores(
        &self,
        word: &Word<'_>,
        years: Years,
        typos: Typos,
        groups: &Groups,
        seen: &mut dyn FnMut(&[u8], u32),
    ) -> Vec<u16> {
        let mut scores = vec![0; self.cities];
        let (mut by_group, mut begins) = self.places.as_typed(word, years, groups);
        word.as_typed(&self.names, &mut |form, owner, kind| {
            begins |= kind.is_beginning();
            seen(form, owner);
            raise(&mut scores, owner, kind.score());
        });
        if typos == Typos::Everywhere || !begins {
            self.places.misspelt(word, &mut by_group);
            word.misspelt(&self.names, &mut |owner, kind| {
                raise(&mut scores, owner, kind.score());
            });
        }
        by_group.spread(&mut scores, groups);
        scores
    }
}

/// What it is worth that a form begins with the whole query.
fn whole_query_bonus(form: &[u8], query: &str) -> Option<u16> {
    beginning(form, query).map(|beginning| match beginning {
        Beginning::Whole => WHOLE_NAME,
        Beginning::Part => NAME_START,
    })
}

/// Adds to each city that has a score the best bonus of its forms, which stand together.
fn add(bonuses: &[(u32, u16)], total: &mut [u16]) {
    for forms in bonuses.chunk_by(|(owner, _), (next, _)| unpacked(*owner).0 == unpacked(*next).0) {
        let best = forms.iter().map(|(_, worth)| *worth).max();
        let city = forms.first().map(|(owner, _)| unpacked(*owner).0);
        let sum = city.and_then(|city| total.get_mut(city));
        if let Some(sum) = sum.filter(|sum| **sum > 0) {
            *sum += best.unwrap_or_default();
        }
    }
}

/// Id and field in one number.
fn owner(id: u32, field: NameField) -> u32 {
    id << 1 | u32::from(field == NameField::Name)
}

/// The place of a city, and what a name of the field is worth.
fn unpacked(owner: u32) -> (usize, u16) {
    let weight = match owner & 1 {
        1 => IN_NAME,
        _ => IN_OTHER_NAME,
    };
    ((owner >> 1) as usize, weight)
}

fn raise(scores: &mut [u16], owner: u32, kind: u16) {
    let (city, weight) = unpacked(owner);
    if let Some(best) = scores.get_mut(city) {
        *best = (kind + weight).max(*best);
    }
}
