//! Queries made from names by a seeded generator, and how well they are answered.

use learning_cities::domain::city::{City, CityId};
use learning_cities::domain::directory::Directory;
use learning_cities::domain::query::Query;
use learning_cities::domain::text::fold;

/// What fits on a small screen without scrolling.
const SHOWN: usize = 5;

/// A small generator of numbers (SplitMix64), so that every run asks the same.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

/// How often what was meant came first, and how often among the first.
#[derive(Default)]
pub(crate) struct Recall {
    asked: usize,
    first: usize,
    shown: usize,
    missed: Vec<String>,
}

impl Recall {
    /// Counts one query. Any of several equally right answers will do.
    pub(crate) fn count(
        &mut self,
        directory: &Directory,
        text: &str,
        meant: CityId,
        right: impl Fn(&City) -> bool,
    ) {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let ids = directory.results(&query).ids;
        let is_right = |id: &CityId| *id == meant || right(directory.city(*id).unwrap());
        let rank = ids.iter().position(is_right);
        // Equally right ones may fill the screen, but only those.
        let crowded = ids.iter().take(SHOWN).all(is_right);
        let shown =
            ids.iter().take(SHOWN).any(|id| *id == meant) || (crowded && ids.contains(&meant));
        self.asked += 1;
        self.first += usize::from(rank == Some(0));
        self.shown += usize::from(shown);
        if !shown {
            self.missed
                .push(format!("{text} -> {}", directory.city(meant).unwrap().name));
        }
    }

    pub(crate) fn at_least(&self, name: &str, shown: f64, first: f64) {
        let share = |part: usize| part as f64 / self.asked as f64;
        println!(
            "{name}: {} queries, recall@{SHOWN} {:.4}, at rank 1 {:.4}; missed: {}",
            self.asked,
            share(self.shown),
            share(self.first),
            self.missed.join("; "),
        );
        assert!(self.asked > 50, "{name}: too few queries to mean anything");
        assert!(
            share(self.shown) >= shown,
            "{name}: recall {}",
            share(self.shown)
        );
        assert!(
            share(self.first) >= first,
            "{name}: at rank 1 {}",
            share(self.first)
        );
    }
}

pub(crate) fn names(city: &City) -> impl Iterator<Item = &str> {
    let others = city.names.iter().map(|(_, name)| name.as_str());
    let aliases = city.aliases.iter().map(String::as_str);
    [city.name.as_str()]
        .into_iter()
        .chain(city.native_name.as_deref())
        .chain(others)
        .chain(aliases)
}

pub(crate) fn has_name_with_prefix(city: &City, prefix: &str) -> bool {
    names(city).any(|name| fold(name).starts_with(prefix))
}

/// Makes one slip inside a word that is long enough to be forgiven: of five letters or more, so
/// that four are left when one is lost.
pub(crate) fn misspelt(name: &str, random: &mut Random) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let is_letter = |at: &usize| letters[*at].is_alphabetic();
    let mut words: Vec<Vec<usize>> = vec![vec![]];
    for at in 0..letters.len() {
        if is_letter(&at) {
            words.last_mut().unwrap().push(at);
        } else {
            words.push(vec![]);
        }
    }
    words.retain(|word| word.len() >= 5);
    if words.is_empty() {
        return None;
    }
    let word = &words[random.below(words.len())];
    let place = random.below(word.len());
    let at = word[place];
    let other = char::from(b"abcdefghijklmnopqrstuvwxyz"[random.below(26)]);
    match random.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, other),
        2 => letters[at] = other,
        _ => letters.swap(word[place.saturating_sub(1)], at),
    }
    let text: String = letters.into_iter().collect();
    (fold(&text) != fold(name)).then_some(text)
}
