//! Makes a city up after the pattern of a real one: what is known of that one is said of it too.

use std::collections::HashSet;

use super::random::Random;
use super::record::{Names, Record};
use super::syllables::{self, Spelling};

/// How far from the real city, in degrees: a province, and in a small country some of the next.
const SCATTER_DEGREES: f64 = 1.5;

/// The middle of a map's use; beyond it a scattered place could pass a pole.
const MOST_NORTH: f64 = 80.0;

/// Where the date changes.
const MOST_EAST: f64 = 180.0;

/// Four decimals, as the real records have: some ten metres.
const PLACES: f64 = 10_000.0;

/// One city in so many was admitted twice: more than the one in 365 that is real, so that even a
/// small file has some.
const TWICE_ADMITTED: usize = 60;

/// The year in which those were admitted again.
const SECOND_ADMISSION: u16 = 2025;

/// One name in so many has two words.
const TWO_WORDS: usize = 5;

/// How many syllables a name has, each as likely: long enough that few names are the same.
const LENGTHS: [usize; 10] = [2, 3, 3, 3, 3, 3, 4, 4, 4, 4];

/// Makes cities up, one after the other.
#[derive(Debug)]
pub(super) struct Inventor<'a> {
    random: Random,
    patterns: &'a [Record],
    slugs: HashSet<String>,
}

impl<'a> Inventor<'a> {
    /// After these patterns, whose slugs are taken.
    pub(super) fn new(seed: u64, patterns: &'a [Record]) -> Self {
        Self {
            random: Random::new(seed),
            patterns,
            slugs: patterns.iter().map(|real| real.slug.clone()).collect(),
        }
    }

    fn invent(&mut self) -> Option<Record> {
        let real = self.random.pick(self.patterns)?;
        let spelling = self.spelling(&real.region);
        let slug = self.free_slug(&spelling.latin);
        let mut name = capitalised(&spelling.latin);
        if !real.name.is_ascii() {
            name = accented(&name);
        }
        let cohorts = self.cohorts(real);
        let position = real.lat.zip(real.lon);
        let position = position.map(|position| self.scattered(position));
        Some(Record {
            slug,
            native_name: real
                .native_name
                .as_deref()
                .map(|native| in_script_of(native, &spelling)),
            names: real.names.as_ref().map(|real| names(real, &spelling)),
            aliases: self.aliases(real, &name),
            name,
            joined: cohorts.first().copied().or(real.joined),
            cohorts,
            lat: position.map(|(latitude, _)| latitude),
            lon: position.map(|(_, longitude)| longitude),
            population: real.population.map(|people| self.another(people)),
            // No source names a city that does not exist.
            sources: Vec::new(),
            ..real.clone()
        })
    }

    fn spelling(&mut self, region: &str) -> Spelling {
        let syllables = syllables::of_region(region);
        let mut spelling = Spelling::default();
        let count = self.random.pick(&LENGTHS).copied().unwrap_or_default();
        let break_at = self.random.once_in(TWO_WORDS).then_some(2);
        for place in 0..count {
            if Some(place) == break_at {
                spelling.break_word();
            }
            if let Some(syllable) = self.random.pick(syllables) {
                spelling.push(syllable);
            }
        }
        spelling
    }

    fn free_slug(&mut self, latin: &str) -> String {
        let plain = latin.replace(' ', "-");
        let numbered = (2_u32..).map(|number| format!("{plain}-{number}"));
        let mut candidates = std::iter::once(plain.clone()).chain(numbered);
        let free = candidates.find(|slug| !self.slugs.contains(slug));
        let slug = free.unwrap_or_default();
        self.slugs.insert(slug.clone());
        slug
    }

    fn cohorts(&mut self, real: &Record) -> Vec<u16> {
        match real.joined {
            Some(first) if first < SECOND_ADMISSION && self.random.once_in(TWICE_ADMITTED) => {
                vec![first, SECOND_ADMISSION]
            }
            _ => real.cohorts.clone(),
        }
    }

    fn scattered(&mut self, (latitude, longitude): (f64, f64)) -> (f64, f64) {
        let mut near = |degrees: f64, most: f64| {
            let moved = degrees + self.random.within(SCATTER_DEGREES);
            (moved.clamp(-most, most) * PLACES).round() / PLACES
        };
        (near(latitude, MOST_NORTH), near(longitude, MOST_EAST))
    }

    /// From half as many to half as many more.
    fn another(&mut self, people: u32) -> u32 {
        let percent = u64::try_from(50 + self.random.below(101)).unwrap_or(100);
        u32::try_from(u64::from(people) * percent / 100).unwrap_or(people)
    }

    fn aliases(&mut self, real: &Record, name: &str) -> Vec<String> {
        let former = real.aliases.iter().skip(1).map(|_| {
            let former = self.spelling(&real.region);
            capitalised(&former.latin)
        });
        let respelled = real.aliases.first().map(|_| respelled(name));
        respelled.into_iter().chain(former.take(2)).collect()
    }
}

impl Iterator for Inventor<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        self.invent()
    }
}

/// In the script in which the real city writes its own name.
fn in_script_of(native: &str, spelling: &Spelling) -> String {
    match native.chars().find(|letter| letter.is_alphabetic()) {
        Some('\u{0400}'..='\u{052f}') => capitalised(&spelling.cyrillic),
        Some('\u{0600}'..='\u{06ff}') => spelling.arabic.clone(),
        Some('\u{ac00}'..='\u{d7a3}') => spelling.korean.clone(),
        Some('\u{3400}'..='\u{9fff}') => spelling.chinese.clone(),
        // Thai, Greek, Georgian: spelled in a script for which there is no syllable here.
        _ => accented(&capitalised(&spelling.latin)),
    }
}

/// In the languages in which the real city has a name.
fn names(real: &Names, spelling: &Spelling) -> Names {
    let made_up = |wanted: &Option<String>, name: String| wanted.is_some().then_some(name);
    let latin = capitalised(&spelling.latin);
    Names {
        fr: made_up(&real.fr, latin.replace('u', "ou")),
        es: made_up(&real.es, latin.replace('z', "s")),
        zh: made_up(&real.zh, spelling.chinese.clone()),
        ar: made_up(&real.ar, spelling.arabic.clone()),
        ru: made_up(&real.ru, capitalised(&spelling.cyrillic)),
    }
}

fn capitalised(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// As another age or neighbour would spell it.
fn respelled(name: &str) -> String {
    name.replace('k', "q")
        .replace('i', "y")
        .replace("sh", "sch")
}

/// With an accent on its last vowel.
fn accented(name: &str) -> String {
    let accents = [('a', 'á'), ('e', 'é'), ('i', 'í'), ('o', 'ö'), ('u', 'ü')];
    let accent = |letter: char| accents.iter().find(|(plain, _)| *plain == letter);
    let last = name.char_indices().rev();
    let mut vowels = last.filter_map(|(at, letter)| Some((at, accent(letter)?.1)));
    let Some((at, accented)) = vowels.next() else {
        return name.to_owned();
    };
    let letters = name.char_indices();
    letters
        .map(|(place, letter)| if place == at { accented } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_vowel_takes_the_accent() {
        assert_eq!(accented("Lodar"), "Lodár");
        assert_eq!(accented("Brst"), "Brst");
    }

    #[test]
    fn a_native_name_is_written_in_the_script_of_its_pattern() {
        let mut spelling = Spelling::default();
        for syllable in syllables::of_region("asia-and-the-pacific").iter().take(2) {
            spelling.push(syllable);
        }
        let written = ["南京", "고양시", "الفيوم", "Київ", "เชียงใหม่"]
            .map(|native| in_script_of(native, &spelling));
        assert_eq!(written, ["南金", "남진", "نانجين", "Наньцзинь", "Nanjín"]);
    }

    #[test]
    fn a_slug_that_is_taken_gets_a_number() {
        let taken = Record {
            slug: "su-hai".to_owned(),
            ..Record::default()
        };
        let patterns = [taken];
        let mut inventor = Inventor::new(1, &patterns);
        let slugs = [(); 3].map(|()| inventor.free_slug("su hai"));
        assert_eq!(slugs, ["su-hai-2", "su-hai-3", "su-hai-4"]);
    }

    #[test]
    fn of_no_pattern_nothing_can_be_made() {
        assert_eq!(Inventor::new(1, &[]).next(), None);
    }
}
