//! What cities share and a query may name: region, country, years, the award. It is scored once
//! for a group of cities and then spread over them, instead of every city under every word.

use super::super::country::{Countries, CountryCode};
use super::super::groups::{FACETS, Groups, WITHOUT_YEAR};
use super::super::query::FacetValue;
use super::super::region::Region;
use super::forms::Forms;
use super::matching::Word;
use super::scoring::{
    COUNTRY_LETTERS, EXACT, IN_COUNTRY, IN_REGION, IN_YEAR, MatchKind, REGION_LETTERS, is_unspaced,
};
use super::signature::{SPACE, Signature};
use super::typed::{Years, award_kind, year_kind};

/// Places are numbered: the regions, then the countries.
const FIRST_COUNTRY: usize = Region::ALL.len();

/// The names of regions and countries.
#[derive(Debug)]
pub(in super::super) struct Places {
    names: Forms,
}

/// How words name a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Naming {
    /// They are one of its names.
    Whole,
    /// They begin one, or else are words of one, and of no other place's.
    Part,
}

/// The places met, as long as there is only one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Only {
    None,
    One(u32),
    Several,
}

/// The scores of groups, by facet and group.
pub(super) struct GroupScores([Vec<u16>; FACETS]);

impl Places {
    pub(in super::super) fn new(groups: &Groups, known: &Countries) -> Self {
        let mut names = Forms::with_capacity(FIRST_COUNTRY + groups.countries.len());
        for (number, region) in (0..).zip(Region::ALL) {
            names.add(region.label(), number, names.len());
        }
        for (number, country) in (FIRST_COUNTRY as u32..).zip(&groups.countries) {
            let since = names.len();
            let own = known.get(country.code).into_iter().flat_map(|known| {
                let translated = known.names.iter().map(|(_, name)| name);
                [&known.name, &known.short_name]
                    .into_iter()
                    .chain(translated)
            });
            for name in own.chain(&country.names) {
                // "Bosnia & Herzegovina" is also typed with the word.
                names.add(&name.replace('&', " and "), number, since);
            }
        }
        Self { names }
    }

    /// Scores the groups that a word names, and tells whether anything begins with it.
    pub(super) fn as_typed(
        &self,
        word: &Word<'_>,
        years: Years,
        groups: &Groups,
    ) -> (GroupScores, bool) {
        let mut scores = GroupScores::none(groups);
        let mut begins = false;
        let letters = match is_unspaced(word.text) {
            true => REGION_LETTERS,
            false => word.text.chars().count(),
        };
        word.as_typed(&self.names, &mut |_, place, kind| {
            if letters >= letters_needed(place, kind) {
                begins |= kind.is_beginning();
                scores.raise_place(place, kind);
            }
        });
        if let Some(code) = CountryCode::parse(word.text) {
            let number = groups
                .countries
                .iter()
                .position(|country| country.code == code);
            let [_, countries, _, _] = &mut scores.0;
            raise(countries, number.unwrap_or(usize::MAX), EXACT + IN_REGION);
        }
        begins |= scores.raise_awards(word.text, groups);
        scores.raise_years(word.text, years, groups);
        (scores, begins)
    }

    /// The place that words name in full, else the only one that they name in part.
    pub(super) fn named_by(&self, words: &str, groups: &Groups) -> Option<(Naming, FacetValue)> {
        let long_enough = words.chars().nth(letters_of_part(words) - 1).is_some();
        let (mut whole, mut begun, mut inside) = (None, Only::None, Only::None);
        self.names
            .like(Signature::of_part(words), &mut |name, place| {
                if name == words.as_bytes() {
                    whole = whole.or(Some(place));
                } else if long_enough && name.starts_with(words.as_bytes()) {
                    begun.take(place);
                } else if long_enough && has_words(name, words.as_bytes()) {
                    inside.take(place);
                }
            });
        let (naming, place) = match (whole, begun, inside) {
            (Some(place), _, _) => (Naming::Whole, place),
            (None, Only::One(place), _) | (None, Only::None, Only::One(place)) => {
                (Naming::Part, place)
            }
            _ => return None,
        };
        Some((naming, value_of(place as usize, groups)?))
    }

    /// Raises the scores of the groups whose names a word misspells.
    pub(super) fn misspelt(&self, word: &Word<'_>, scores: &mut GroupScores) {
        word.misspelt(&self.names, &mut |place, kind| {
            scores.raise_place(place, kind)
        });
    }
}

impl Only {
    fn take(&mut self, place: u32) {
        *self = match self {
            Self::None => Self::One(place),
            Self::One(other) if *other == place => Self::One(place),
            _ => Self::Several,
        };
    }
}

impl GroupScores {
    fn none(groups: &Groups) -> Self {
        let none = |groups: usize| vec![0; groups];
        Self([
            none(FIRST_COUNTRY),
            none(groups.countries.len()),
            none(groups.admissions.len()),
            none(groups.awards.len()),
        ])
    }

    /// Raises the cities' scores to those of their groups.
    pub(super) fn spread(&self, scores: &mut [u16], groups: &Groups) {
        for (facet, by_group) in self.0.iter().enumerate() {
            if by_group.iter().all(|score| *score == 0) {
                continue;
            }
            for (score, row) in scores.iter_mut().zip(&groups.rows) {
                let group = row.get(facet).map_or(usize::MAX, |group| *group as usize);
                let of_group = by_group.get(group).copied().unwrap_or(0);
                *score = of_group.max(*score);
            }
        }
    }

    fn raise_place(&mut self, place: u32, kind: MatchKind) {
        let [regions, countries, _, _] = &mut self.0;
        let place = place as usize;
        match place.checked_sub(FIRST_COUNTRY) {
            None => raise(regions, place, kind.score() + IN_REGION),
            Some(country) => raise(countries, country, kind.score() + IN_COUNTRY),
        }
    }

    /// Raises all groups with an award if the word says that; tells whether it begins to.
    fn raise_awards(&mut self, word: &str, groups: &Groups) -> bool {
        let Some(kind) = award_kind(word) else {
            return false;
        };
        let [_, _, _, awards] = &mut self.0;
        for group in WITHOUT_YEAR as usize + 1..groups.awards.len() {
            raise(awards, group, kind.score() + IN_YEAR);
        }
        true
    }

    /// Raises the groups with a year that the word is or begins.
    fn raise_years(&mut self, word: &str, years: Years, groups: &Groups) {
        let [_, _, admissions, awards] = &mut self.0;
        raise_with_year(awards, word, &groups.awards);
        if years == Years::OfAnything {
            raise_with_year(admissions, word, &groups.admissions);
        }
    }
}

/// Letters from which a fit with a place's name is meant and no chance; a Chinese character is worth
/// as many.
fn letters_needed(place: u32, kind: MatchKind) -> usize {
    let is_region = (place as usize) < FIRST_COUNTRY;
    match kind {
        MatchKind::Exact | MatchKind::Prefix if !is_region => COUNTRY_LETTERS,
        _ => REGION_LETTERS,
    }
}

/// Letters from which the beginning of a name says which: with fewer, most words begin some.
fn letters_of_part(words: &str) -> usize {
    match is_unspaced(words) {
        true => 2,
        false => 3,
    }
}

/// Whether a name has the words in a row, not at its beginning.
fn has_words(name: &[u8], words: &[u8]) -> bool {
    let mut places = name.windows(words.len()).enumerate().skip(1);
    places.any(|(at, found)| {
        let before = name.get(at - 1) == Some(&SPACE);
        let after = name
            .get(at + words.len())
            .is_none_or(|after| *after == SPACE);
        found == words && before && after
    })
}

fn value_of(place: usize, groups: &Groups) -> Option<FacetValue> {
    match place.checked_sub(FIRST_COUNTRY) {
        None => Region::ALL.get(place).copied().map(FacetValue::Region),
        Some(number) => {
            let country = groups.countries.get(number)?;
            Some(FacetValue::Country(country.code))
        }
    }
}

fn raise_with_year(scores: &mut [u16], word: &str, lists: &[Vec<u16>]) {
    for (score, years) in scores.iter_mut().zip(lists) {
        let kinds = years.iter().filter_map(|year| year_kind(word, *year));
        let best = kinds.map(|kind| kind.score() + IN_YEAR).max();
        *score = best.unwrap_or(0).max(*score);
    }
}

fn raise(scores: &mut [u16], at: usize, score: u16) {
    if let Some(best) = scores.get_mut(at) {
        *best = score.max(*best);
    }
}
