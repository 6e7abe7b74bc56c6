//! The ranking of peers: one pass over all cities that keeps the best, then an exact look at those.

use super::super::city::{City, CityId, Position, Standing};
use super::super::country::CountryCode;
use super::super::directory::Directory;
use super::super::geo;
use super::super::order::{Keyed, ascending};
use super::likeness::{common_admission, common_award, common_size, weight};
use super::{CountryGroup, Peer, PeerCriterion, PeerQuestion, PeerReason};

/// At no distance; nearness is asked for expressly, so it may outweigh any other single thing.
const NEAREST: u64 = 40;

/// Where nearness counts half, and beyond which two cities are not called near: about what a day's
/// journey on land reaches.
const NEAR_KM: f64 = 1000.0;

/// Parts of a point, so that distances a few metres apart still differ in score.
const PARTS: u64 = 1_000_000;

/// Puts a key after all that lack it; scores stay far below.
const AFTER_ALL: u64 = 1 << 63;

/// Cities kept while looking, at least; below it, clearing out would be done too often.
const LEAST_ROOM: usize = 64;

impl Directory {
    /// The cities in other countries that are most like the one asked about, at most so many; none
    /// where no city has the slug. A city with which nothing asked for is shared is no peer.
    ///
    /// Those that may have left come last, then score decides, then the order of names, going on
    /// from the city's own name: else the first of the alphabet would be everyone's peers.
    #[must_use]
    pub fn peers(&self, question: &PeerQuestion, most: usize) -> Vec<Peer> {
        let Some(ranking) = Ranking::new(self, question) else {
            return Vec::new();
        };
        ranking
            .best(most)
            .into_iter()
            .filter_map(|keyed| ranking.peer(ranking.id_of(keyed.number)?))
            .collect()
    }
}

/// One question, with what is looked up once for it.
struct Ranking<'a> {
    directory: &'a Directory,
    question: &'a PeerQuestion,
    origin: &'a City,
    /// The groups of the countries on record, by code.
    groups: Vec<(CountryCode, CountryGroup)>,
    own_group: Option<CountryGroup>,
    own_rank: u32,
}

impl<'a> Ranking<'a> {
    fn new(directory: &'a Directory, question: &'a PeerQuestion) -> Option<Self> {
        let id = directory.find(&question.slug)?;
        let origin = directory.city(id)?;
        let own_rank = (0..)
            .zip(directory.orders.by_name())
            .find_map(|(rank, other)| (*other == id).then_some(rank))?;
        let mut ranking = Self {
            directory,
            question,
            origin,
            groups: country_groups(directory),
            own_group: None,
            own_rank,
        };
        ranking.own_group = ranking.group(origin);
        Some(ranking)
    }

    /// The best by the rough distance, put in order by the exact one. Their numbers are ranks, and
    /// what has equal keys stays in the order of these.
    fn best(&self, most: usize) -> Vec<Keyed> {
        let mut kept: Vec<Keyed> = Vec::new();
        let room = most.saturating_mul(2).max(LEAST_ROOM);
        for rank in (0..).take(self.directory.cities.len()) {
            kept.extend(self.keyed(rank, &geo::rough_distance_km));
            if kept.len() == room {
                ascending(&mut kept);
                kept.truncate(most);
            }
        }
        ascending(&mut kept);
        kept.truncate(most);
        if self.counts(PeerCriterion::Distance) {
            for keyed in &mut kept {
                keyed.key = keyed.number.into();
            }
            ascending(&mut kept);
            let exact = kept.iter();
            let exact = exact.filter_map(|keyed| self.keyed(keyed.number, &geo::distance_km));
            kept = exact.collect();
            ascending(&mut kept);
        }
        kept
    }

    /// The city of a rank with what orders it; `None` for one that is no peer.
    fn keyed(&self, rank: u32, distance_km: &DistanceKm) -> Option<Keyed> {
        let other = self.directory.city(self.id_of(rank)?)?;
        let score = self.score(other, distance_km);
        if score == 0 {
            return None;
        }
        let last = match other.standing {
            Standing::PresumedCurrent => 0,
            Standing::MayHaveLeft => AFTER_ALL,
        };
        Some(Keyed {
            key: last | (AFTER_ALL - score.min(AFTER_ALL)),
            number: rank,
        })
    }

    fn score(&self, other: &City, distance_km: &DistanceKm) -> u64 {
        if other.country == self.origin.country {
            return 0;
        }
        let reasons = self.question.criteria.iter();
        let points = reasons.filter_map(|criterion| self.reason(*criterion, other));
        let points: u64 = points.map(weight).sum();
        let mut score = points * PARTS;
        if self.counts(PeerCriterion::Distance)
            && let Some((own, other)) = self.origin.position.zip(other.position)
        {
            score += nearness(distance_km(&own, &other));
        }
        score
    }

    fn peer(&self, id: CityId) -> Option<Peer> {
        let other = self.directory.city(id)?;
        let places = self.origin.position.zip(other.position);
        let distance_km = places.map(|(own, other)| geo::distance_km(&own, &other));
        let counted = PeerCriterion::ALL
            .into_iter()
            .filter(|one| self.counts(*one));
        let reasons = counted.filter_map(|criterion| match criterion {
            PeerCriterion::Distance => distance_km
                .is_some_and(|km| km <= NEAR_KM)
                .then_some(PeerReason::Near),
            criterion => self.reason(criterion, other),
        });
        Some(Peer {
            id,
            reasons: reasons.collect(),
            distance_km,
            standing: other.standing,
        })
    }

    fn counts(&self, criterion: PeerCriterion) -> bool {
        self.question.criteria.contains(&criterion)
    }

    /// What the two have in common by a criterion; nearness is a matter of degree and not seen here.
    fn reason(&self, criterion: PeerCriterion, other: &City) -> Option<PeerReason> {
        match criterion {
            PeerCriterion::Joined => common_admission(self.origin, other),
            PeerCriterion::Award => common_award(self.origin, other),
            PeerCriterion::CountryGroup => {
                let group = self.group(other)?;
                (self.own_group == Some(group)).then_some(PeerReason::SameCountryGroup(group))
            }
            PeerCriterion::Region => (self.origin.region != other.region)
                .then_some(PeerReason::OtherRegion(other.region)),
            PeerCriterion::Distance => None,
            PeerCriterion::Size => common_size(self.origin, other),
        }
    }

    fn group(&self, city: &City) -> Option<CountryGroup> {
        let at = self
            .groups
            .binary_search_by_key(&city.country, |(code, _)| *code);
        self.groups.get(at.ok()?).map(|(_, group)| *group)
    }

    /// The city of a rank, which is its place in the order of names, counted on from the asked
    /// city's own.
    fn id_of(&self, rank: u32) -> Option<CityId> {
        let by_name = self.directory.orders.by_name();
        let place = u64::from(rank) + u64::from(self.own_rank);
        by_name
            .get((place % by_name.len().max(1) as u64) as usize)
            .copied()
    }
}

/// A way of measuring the distance between two places in kilometres.
type DistanceKm = dyn Fn(&Position, &Position) -> f64;

/// What a distance adds to the score, in parts of a point: never nothing, and less the farther.
fn nearness(km: f64) -> u64 {
    ((NEAREST * PARTS) as f64 * NEAR_KM / (NEAR_KM + km)) as u64
}

fn country_groups(directory: &Directory) -> Vec<(CountryCode, CountryGroup)> {
    let mut counts: Vec<(CountryCode, u32)> = Vec::new();
    for city in &directory.cities {
        match counts.binary_search_by_key(&city.country, |(code, _)| *code) {
            Ok(at) => counts.iter_mut().skip(at).take(1).for_each(|it| it.1 += 1),
            Err(at) => counts.insert(at, (city.country, 1)),
        }
    }
    let groups = counts.into_iter();
    groups
        .map(|(code, count)| (code, CountryGroup::of(count)))
        .collect()
}
