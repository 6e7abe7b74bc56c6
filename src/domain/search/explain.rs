//! Why a city is among the results: what to mark in its name, and which other name matched where
//! neither the name nor the native name did.

use std::ops::Range;

use super::super::city::{City, CityId};
use super::super::country::CountryCode;
use super::super::directory::Directory;
use super::super::language::Language;
use super::super::region::Region;
use super::super::text::fold;
use super::marks::{Fit, Searched, Sought, disjoint};
use super::typed::{Years, award_kind, words, year_kind};

/// What of a city matched.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Explanation {
    /// Byte ranges to mark in the name, sorted and disjoint.
    pub name: Vec<Range<usize>>,
    /// Byte ranges to mark in the native name, sorted and disjoint.
    pub native_name: Vec<Range<usize>>,
    /// What matched instead, where a word of the query is in neither.
    pub via: Option<Via>,
}

/// Another text of the city that matched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Via {
    /// What the text is.
    pub field: Field,
    /// The text.
    pub text: String,
    /// Byte ranges to mark in it, sorted and disjoint.
    pub marks: Vec<Range<usize>>,
}

/// A searched field of a city.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// The name shown.
    Name,
    /// The name in the city's own language.
    NativeName,
    /// The name in another language.
    NameIn(Language),
    /// Another spelling or a former name.
    Alias,
    /// A name of the country.
    Country,
    /// The region's name.
    Region,
    /// The country's ISO code.
    CountryCode,
    /// A year of admission.
    Joined,
    /// The year of an award.
    Award,
}

/// Explains cities that match one search text. What is asked of many cities is prepared once: the
/// words of the text, and what countries and regions have of them.
pub struct Explainer<'d> {
    directory: &'d Directory,
    words: Vec<Sought>,
    years: Years,
    /// By place, word and fit, what a country or region has; sorted.
    places: Vec<(PlaceKey, Option<Via>)>,
}

/// A place with the number of a word and the fit.
type PlaceKey = (Place, usize, Fit);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Country(u32),
    Region(u32),
}

impl<'d> Explainer<'d> {
    pub(in super::super) fn new(directory: &'d Directory, text: &str) -> Self {
        let folded = fold(text);
        Self {
            directory,
            words: words(&folded).map(Sought::new).collect(),
            years: Years::meant_by(&folded),
            places: Vec::new(),
        }
    }

    /// Explains a city that matches the text.
    #[must_use]
    pub fn explain(&mut self, id: CityId) -> Explanation {
        let mut explanation = Explanation::default();
        let Some(city) = self.directory.city(id) else {
            return explanation;
        };
        let name = Searched::default().read(&city.name);
        let native = city
            .native_name
            .as_deref()
            .filter(|native| *native != city.name);
        let native_name = native.map(|native| Searched::default().read(native));
        for number in 0..self.words.len() {
            for fit in [Fit::AsTyped, Fit::Misspelt] {
                let Some(word) = self.words.get(number) else {
                    continue;
                };
                let in_name = name.marks(word, fit);
                let in_native = native_name.as_ref().map(|native| native.marks(word, fit));
                let in_native = in_native.unwrap_or_default();
                let in_names = !in_name.is_empty() || !in_native.is_empty();
                explanation.name.extend(in_name);
                explanation.native_name.extend(in_native);
                if !in_names && explanation.via.is_none() {
                    explanation.via = self.via(id, city, number, fit);
                }
                if in_names || explanation.via.is_some() {
                    break;
                }
            }
        }
        explanation.name = disjoint(explanation.name);
        explanation.native_name = match city.native_name {
            // The same text needs no second look.
            Some(_) if native.is_none() => explanation.name.clone(),
            _ => disjoint(explanation.native_name),
        };
        explanation
    }

    /// What of a city other than its name and native name has a word, the most telling first.
    fn via(&mut self, id: CityId, city: &City, number: usize, fit: Fit) -> Option<Via> {
        let word = self.words.get(number)?;
        let recorded = city.recorded_name.iter();
        let recorded = recorded.map(|name| (Field::NameIn(Language::English), name.as_str()));
        let names = city.names.iter();
        let names = names.map(|(of, name)| (Field::NameIn(*of), name.as_str()));
        let names = recorded.chain(names);
        let aliases = city.aliases.iter();
        let aliases = aliases.map(|alias| (Field::Alias, alias.as_str()));
        if let Some(via) = self.first_with(names.chain(aliases), word, fit) {
            return Some(via);
        }
        if fit == Fit::AsTyped {
            // Two letters may stand inside a country's name by chance; as a code they were meant.
            let said = year_via(city, &word.text, self.years);
            let said = said.or_else(|| award_via(city, &word.text, &self.words));
            let said = said.or_else(|| code_via(city, &word.text));
            if said.is_some() {
                return said;
            }
        }
        let [region, country, _, _] = *self.directory.groups.row(id)?;
        let country = self.via_place((Place::Country(country), number, fit));
        country.or_else(|| self.via_place((Place::Region(region), number, fit)))
    }

    /// What a place has, found once for all its cities.
    fn via_place(&mut self, key: PlaceKey) -> Option<Via> {
        match self.places.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(at) => self.places.get(at)?.1.clone(),
            Err(at) => {
                let via = self.find_in_place(key);
                self.places.insert(at, (key, via.clone()));
                via
            }
        }
    }

    fn find_in_place(&self, (place, number, fit): PlaceKey) -> Option<Via> {
        let word = self.words.get(number)?;
        let country = match place {
            Place::Region(region) => {
                let label = Region::ALL.get(region as usize)?.label();
                let label = std::iter::once((Field::Region, label));
                return self.first_with(label, word, fit);
            }
            Place::Country(number) => self.directory.groups.countries.get(number as usize)?,
        };
        let known = self.directory.countries().get(country.code).into_iter();
        let known = known.flat_map(|known| {
            let translated = known.names.iter().map(|(_, name)| name);
            [&known.short_name, &known.name]
                .into_iter()
                .chain(translated)
        });
        let names = known.chain(&country.names);
        self.first_with(names.map(|name| (Field::Country, name.as_str())), word, fit)
    }

    /// The first of the texts that has a word, with the marks of all words.
    fn first_with<'t>(
        &self,
        texts: impl Iterator<Item = (Field, &'t str)>,
        word: &Sought,
        fit: Fit,
    ) -> Option<Via> {
        let mut searched = Searched::default();
        for (field, text) in texts {
            searched = searched.read(text);
            if !searched.marks(word, fit).is_empty() {
                let marks = self.words.iter().flat_map(|word| searched.marks(word, fit));
                return Some(Via {
                    field,
                    text: text.to_owned(),
                    marks: disjoint(marks.collect()),
                });
            }
        }
        None
    }
}

fn year_via(city: &City, word: &str, years: Years) -> Option<Via> {
    let said = |year: &&u16| year_kind(word, **year).is_some();
    let joined = city.admissions.iter().find(said);
    let joined = joined.filter(|_| years == Years::OfAnything);
    let award = || Some((Field::Award, city.awards.iter().find(said)?));
    let (field, year) = joined.map(|year| (Field::Joined, year)).or_else(award)?;
    Some(said_via(field, year.to_string(), word.len()))
}

/// The award that the other words speak of, else the latest.
fn award_via(city: &City, word: &str, words: &[Sought]) -> Option<Via> {
    award_kind(word)?;
    let mut said = words
        .iter()
        .filter_map(|word| year_via(city, &word.text, Years::OfAwards));
    let latest = || Some(said_via(Field::Award, city.awards.last()?.to_string(), 0));
    said.next().or_else(latest)
}

fn code_via(city: &City, word: &str) -> Option<Via> {
    let code = CountryCode::parse(word).filter(|code| *code == city.country)?;
    Some(said_via(
        Field::CountryCode,
        code.as_str().to_owned(),
        word.len(),
    ))
}

/// What the query says in so many bytes of it.
fn said_via(field: Field, text: String, length: usize) -> Via {
    let marks = std::iter::once(0..length).filter(|mark| !mark.is_empty());
    Via {
        field,
        text,
        marks: marks.collect(),
    }
}
