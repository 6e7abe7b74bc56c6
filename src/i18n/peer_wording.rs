//! What makes a city a peer, in words, and what a reader may let count.

use crate::domain::city::City;
use crate::domain::peers::{CountryGroup, Peer, PeerCriterion, PeerReason};
use crate::i18n::city_wording::{FACT_SEPARATOR, doubt, region_name};
use crate::i18n::texts::{Text, Texts};

/// A criterion, as the control names it.
pub fn criterion_name(texts: &Texts, criterion: PeerCriterion) -> &str {
    texts.get(match criterion {
        PeerCriterion::Joined => Text::PeerByJoined,
        PeerCriterion::Award => Text::PeerByAward,
        PeerCriterion::CountryGroup => Text::PeerByGroup,
        PeerCriterion::Region => Text::PeerByRegion,
        PeerCriterion::Distance => Text::PeerByDistance,
        PeerCriterion::Size => Text::PeerBySize,
    })
}

/// A reason in words that follow the peer's name.
pub fn peer_reason(texts: &Texts, reason: PeerReason) -> String {
    let year = |text: Text, year: u16| texts.fill(text, &[("year", &year.to_string())]);
    let people =
        |text: Text, people: u32| texts.fill(text, &[("people", &texts.number(people.into()))]);
    match reason {
        PeerReason::SameYear(joined) => year(Text::PeerSameYear, joined),
        PeerReason::NeighbouringYear { own, other } => {
            years(texts, Text::PeerNeighbouringYear, own, other)
        }
        PeerReason::SameAward(awarded) => year(Text::PeerSameAward, awarded),
        PeerReason::BothAwarded { own, other } => years(texts, Text::PeerBothAwarded, own, other),
        PeerReason::SameCountryGroup(group) => texts.get(group_text(group)).to_owned(),
        PeerReason::OtherRegion(region) => texts.fill(
            Text::PeerOtherRegion,
            &[("region", region_name(texts, region))],
        ),
        PeerReason::SimilarSize(count) => people(Text::PeerSimilarSize, count),
        PeerReason::ComparableSize(count) => people(Text::PeerComparableSize, count),
        PeerReason::Near => texts.get(Text::PeerNear).to_owned(),
    }
}

/// All that is said of a peer in one line: reasons, distance, and the doubt about its membership.
pub fn peer_remark(texts: &Texts, peer: &Peer, city: &City) -> String {
    let reasons = peer
        .reasons
        .iter()
        .map(|reason| peer_reason(texts, *reason));
    let mut parts: Vec<String> = reasons.collect();
    parts.extend(peer.distance_km.map(|km| {
        let km = texts.distance(km);
        texts.fill(Text::DistanceKm, &[("km", &km)])
    }));
    parts.extend(doubt(texts, city));
    parts.join(FACT_SEPARATOR)
}

fn years(texts: &Texts, text: Text, own: u16, other: u16) -> String {
    let (own, other) = (own.to_string(), other.to_string());
    texts.fill(text, &[("own", &own), ("other", &other)])
}

fn group_text(group: CountryGroup) -> Text {
    match group {
        CountryGroup::One => Text::PeerGroupOne,
        CountryGroup::Few => Text::PeerGroupFew,
        CountryGroup::Many => Text::PeerGroupMany,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::city::CityId;
    use crate::domain::country::Countries;
    use crate::domain::record::read_cities;
    use crate::domain::region::Region;

    #[test]
    fn every_reason_has_words_of_its_own_and_no_place_is_left_open() {
        let texts = Texts::english();
        let reasons = [
            PeerReason::SameYear(2022),
            PeerReason::NeighbouringYear {
                own: 2022,
                other: 2024,
            },
            PeerReason::SameAward(2019),
            PeerReason::BothAwarded {
                own: 2019,
                other: 2021,
            },
            PeerReason::SameCountryGroup(CountryGroup::One),
            PeerReason::SameCountryGroup(CountryGroup::Few),
            PeerReason::SameCountryGroup(CountryGroup::Many),
            PeerReason::OtherRegion(Region::Africa),
            PeerReason::SimilarSize(250_000),
            PeerReason::ComparableSize(250_000),
            PeerReason::Near,
        ];
        let words = reasons.map(|reason| peer_reason(&texts, reason));
        assert!(
            words.iter().all(|words| !words.contains(['{', '}'])),
            "{words:?}"
        );
        assert_eq!(words[1], "joined in 2024, close to 2022");
        assert_eq!(words[8], "town of similar size: 250,000");
        let distinct: std::collections::BTreeSet<&String> = words.iter().collect();
        assert_eq!(distinct.len(), words.len());
        let criteria = PeerCriterion::ALL.map(|criterion| criterion_name(&texts, criterion));
        assert!(
            criteria.iter().all(|name| !name.contains('.')),
            "{criteria:?}"
        );
    }

    #[test]
    fn a_remark_tells_reasons_distance_and_doubt() {
        let text = r#"[{"slug":"a","name":"A","iso2":"FR","region":"africa","last_attested":2017,"presumed_current":false}]"#;
        let city = read_cities("cities.json", text, &Countries::default())
            .value
            .cities
            .remove(0);
        let peer = Peer {
            id: CityId(0),
            reasons: vec![
                PeerReason::SameYear(2016),
                PeerReason::OtherRegion(Region::Africa),
            ],
            distance_km: Some(1234.0),
            standing: city.standing,
        };
        assert_eq!(
            peer_remark(&Texts::english(), &peer, &city),
            "also joined in 2016 · from another region: Africa · 1,230 km · last attested 2017, may have left"
        );
    }
}
