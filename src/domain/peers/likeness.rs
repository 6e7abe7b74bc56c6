//! What two cities have in common, and how much each of it weighs. The score and the words for it
//! come from the same reasons, so that no score is without one.

use super::super::city::City;
use super::PeerReason;

/// Joined in one year: the two began together, by the same conditions, and weigh most.
const SAME_YEAR: u64 = 30;

/// Joined in neighbouring years: half of that.
const NEIGHBOURING_YEAR: u64 = 15;

/// Years that neighbouring years are apart: the network admits every year or every other year.
const NEIGHBOURING_YEARS: u16 = 2;

/// Awarded together: rarer than a common year of joining, but it says less of what is ahead.
const SAME_AWARD: u64 = 25;

/// Both awarded, in different years.
const BOTH_AWARDED: u64 = 18;

/// As many cities on record in the country: whether there are others at home to learn with.
const SAME_COUNTRY_GROUP: u64 = 12;

/// Another region, for a view from outside. Most cities have it, so it only tips the balance.
const OTHER_REGION: u64 = 12;

/// A town at most twice as large: next after years and awards, because size shapes what a city can
/// do.
const SIMILAR_SIZE: u64 = 20;

/// A town at most four times as large.
const COMPARABLE_SIZE: u64 = 10;

/// How many times as large a town of similar size may be.
const SIMILAR_TIMES: u64 = 2;

/// How many times as large a town of comparable size may be.
const COMPARABLE_TIMES: u64 = 4;

/// How much a reason weighs, in points.
pub(super) fn weight(reason: PeerReason) -> u64 {
    match reason {
        PeerReason::SameYear(_) => SAME_YEAR,
        PeerReason::NeighbouringYear { .. } => NEIGHBOURING_YEAR,
        PeerReason::SameAward(_) => SAME_AWARD,
        PeerReason::BothAwarded { .. } => BOTH_AWARDED,
        PeerReason::SameCountryGroup(_) => SAME_COUNTRY_GROUP,
        PeerReason::OtherRegion(_) => OTHER_REGION,
        PeerReason::SimilarSize(_) => SIMILAR_SIZE,
        PeerReason::ComparableSize(_) => COMPARABLE_SIZE,
        // What nearness weighs depends on the distance.
        PeerReason::Near => 0,
    }
}

/// The same year if there is one, else the two years that lie closest.
pub(super) fn common_admission(origin: &City, other: &City) -> Option<PeerReason> {
    let mut closest = None;
    let mut least = NEIGHBOURING_YEARS + 1;
    for own in origin.admissions.iter().copied() {
        for other in other.admissions.iter().copied() {
            if own.abs_diff(other) < least {
                least = own.abs_diff(other);
                closest = Some((own, other));
            }
        }
    }
    closest.map(|(own, other)| match least {
        0 => PeerReason::SameYear(own),
        _ => PeerReason::NeighbouringYear { own, other },
    })
}

/// An award of one year if there is one, else that both have one.
pub(super) fn common_award(origin: &City, other: &City) -> Option<PeerReason> {
    let (own, latest) = (*origin.awards.last()?, *other.awards.last()?);
    let years = origin.awards.iter().rev();
    let same = years.copied().find(|year| other.awards.contains(year));
    let both = PeerReason::BothAwarded { own, other: latest };
    Some(same.map_or(both, PeerReason::SameAward))
}

/// Towns of one size, where both sizes may be compared.
pub(super) fn common_size(origin: &City, other: &City) -> Option<PeerReason> {
    let (own, people) = (
        origin.comparable_population()?,
        other.comparable_population()?,
    );
    let (smaller, larger) = (u64::from(own.min(people)), u64::from(own.max(people)));
    if larger <= smaller * SIMILAR_TIMES {
        Some(PeerReason::SimilarSize(people))
    } else if larger <= smaller * COMPARABLE_TIMES {
        Some(PeerReason::ComparableSize(people))
    } else {
        None
    }
}
