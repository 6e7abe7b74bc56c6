//! The words of regions and countries. They are few: their words are kept once and their scores
//! spread over the cities, instead of every city under every word.

use super::super::country::{Countries, CountryCode};
use super::super::facts::{Facts, RecordedCountries};
use super::super::region::Region;
use super::super::text::fold;
use super::matching::{Typos, matching_words};
use super::postings::{Collector, Postings};
use super::scoring::{EXACT, IN_COUNTRY, IN_REGION};
use super::vocabulary::Vocabulary;

/// Places are numbered: the regions, then the countries.
const FIRST_COUNTRY: usize = Region::ALL.len();

/// The searchable words of regions and countries.
#[derive(Debug)]
pub(in super::super) struct Places {
    words: Vocabulary,
    /// The number of every place that has the word.
    postings: Postings,
    /// The countries of the cities, by code.
    countries: Vec<CountryCode>,
    /// By name rank, the numbers of a city's region and country.
    of_cities: Vec<(u16, u16)>,
}

impl Places {
    /// Indexes the places of cities given in the order of their names.
    pub(in super::super) fn new(
        facts: &[Facts<'_>],
        recorded: &RecordedCountries,
        known: &Countries,
    ) -> Self {
        let names = names(recorded, known);
        let mut collector = Collector::with_capacity(names.len() * 2);
        for (number, name) in &names {
            name.split(' ')
                .for_each(|word| collector.post(word, *number));
        }
        let (words, postings) = collector.finish();
        let countries: Vec<CountryCode> = recorded.0.iter().map(|(code, _)| *code).collect();
        let of_cities = facts
            .iter()
            .map(|city| numbers_of(city, &countries))
            .collect();
        Self {
            words,
            postings,
            countries,
            of_cities,
        }
    }

    pub(super) fn begin_with(&self, word: &str) -> bool {
        !self.words.with_prefix(word).is_empty()
    }

    /// Raises the cities' scores to those of their region and country.
    pub(super) fn raise(&self, scores: &mut [u16], word: &str, typos: Typos) {
        let mut by_place = vec![0_u16; FIRST_COUNTRY + self.countries.len()];
        let mut raise = |place: usize, score: u16| {
            if let Some(best) = by_place.get_mut(place) {
                *best = (*best).max(score);
            }
        };
        matching_words(&self.words, word, typos, |kind, range| {
            for place in self.postings.of(range) {
                let place = *place as usize;
                let field = if place < FIRST_COUNTRY {
                    IN_REGION
                } else {
                    IN_COUNTRY
                };
                raise(place, kind.score() + field);
            }
        });
        if let Some(country) = self.country_of_code(word) {
            raise(FIRST_COUNTRY + country, EXACT + IN_REGION);
        }
        if by_place.iter().all(|score| *score == 0) {
            return;
        }
        for (score, (region, country)) in scores.iter_mut().zip(&self.of_cities) {
            let region = by_place.get(usize::from(*region)).copied().unwrap_or(0);
            let country = by_place.get(usize::from(*country)).copied().unwrap_or(0);
            *score = (*score).max(region).max(country);
        }
    }

    fn country_of_code(&self, word: &str) -> Option<usize> {
        let code = CountryCode::parse(word)?;
        self.countries.binary_search(&code).ok()
    }
}

fn numbers_of(city: &Facts<'_>, countries: &[CountryCode]) -> (u16, u16) {
    let country = countries.binary_search(&city.country).unwrap_or_default();
    (
        city.region as u16,
        u16::try_from(FIRST_COUNTRY + country).unwrap_or(u16::MAX),
    )
}

/// The folded names of every place, with its number.
fn names(recorded: &RecordedCountries, known: &Countries) -> Vec<(u32, String)> {
    let regions = (0..)
        .zip(Region::ALL)
        .map(|(number, region)| (number, fold(region.label())));
    let mut names: Vec<(u32, String)> = regions.collect();
    for (number, (code, recorded)) in (FIRST_COUNTRY as u32..).zip(&recorded.0) {
        let country = known.get(*code).into_iter();
        let own = country.flat_map(|country| {
            let translated = country.names.iter().map(|(_, name)| name);
            [&country.name, &country.short_name]
                .into_iter()
                .chain(translated)
        });
        // "Bosnia & Herzegovina" is also typed with the word.
        let spelled = own.chain(recorded).map(|name| name.replace('&', " and "));
        names.extend(spelled.map(|name| (number, fold(&name))));
    }
    names
}
