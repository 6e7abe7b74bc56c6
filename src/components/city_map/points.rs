//! What stands on the land: a point for each city and a number for each cluster.
//!
//! All keep their size on the screen, so each is scaled against the enlargement of the map.

use leptos::prelude::*;

use crate::components::city_map::Describe;
use crate::domain::map_plane::PlanePoint;
use crate::i18n::texts::Text;
use crate::state::map_state::{MapPlace, MapState, cluster_id, point_id};
use crate::state::site::Site;

/// A point for each result, also for those below a number, in the order of the results.
#[component]
pub fn Points(
    /// The site.
    site: Site,
    /// What is shown where.
    map: MapState,
    /// How a city is worded.
    describe: Describe,
    /// How many results there are.
    total: Signal<usize>,
) -> impl IntoView {
    let scale = Memo::new(move |_| map.units_per_px());
    let entrance = Memo::new(move |_| map.entrance());
    let leaders = Memo::new(move |_| map.clusters.with(|clusters| leaders(&clusters.leaders)));
    let drawn = move || {
        let total = total.get();
        let drawn = map.drawn().into_iter();
        drawn
            .map(|(index, place)| (index, place, total))
            .collect::<Vec<_>>()
    };
    let point = move |(index, place, total): (usize, MapPlace, usize)| {
        let facts = describe.run(place.id)?;
        let (number, total) = (place.number.to_string(), total.to_string());
        let label = site.texts.fill(
            Text::MapPoint,
            &[
                ("city", &facts.name),
                ("number", &number),
                ("total", &total),
            ],
        );
        let at = move || placed(map.point(index).unwrap_or(place.point), &scale);
        let tab = move || {
            if entrance.get() == Some(place.id) {
                "0"
            } else {
                "-1"
            }
        };
        Some(view! {
            <g transform=at>
                <a
                    id=point_id(place.id)
                    class="map-point"
                    data-city=facts.slug
                    data-precision=place.precision.value()
                    href=facts.href
                    aria-label=label
                    tabindex=tab
                >
                    <circle class="map-target" r="12"></circle>
                    <circle class="map-dot" r="4"></circle>
                </a>
            </g>
        })
    };
    view! {
        <path class="map-leaders" d=leaders></path>
        <g>
            <For each=drawn key=|drawn| *drawn children=point/>
        </g>
    }
}

/// A number for each cluster; pressing it shows its cities apart.
#[component]
pub fn Clusters(
    /// The site.
    site: Site,
    /// What is shown where.
    map: MapState,
) -> impl IntoView {
    let scale = Memo::new(move |_| map.units_per_px());
    let clusters = move || {
        map.clusters.with(|clusters| {
            let clusters = clusters.clusters.iter();
            clusters
                .filter_map(|cluster| {
                    Some((*cluster.members.first()?, cluster.members.len(), cluster.at))
                })
                .collect::<Vec<_>>()
        })
    };
    let number = move |(first, count, at): (_, usize, PlanePoint)| {
        let label = site.texts.plural(Text::MapCluster, count, &[]);
        view! {
            <g
                id=cluster_id(first)
                class="map-cluster"
                role="button"
                tabindex="-1"
                aria-label=label
                transform=move || placed(at, &scale)
            >
                <circle class="map-target" r="20"></circle>
                <circle class="map-badge" r="14"></circle>
                <text dy="0.35em">{count.to_string()}</text>
            </g>
        }
    };
    view! {
        <g>
            <For each=clusters key=|cluster| *cluster children=number/>
        </g>
    }
}

fn placed(at: PlanePoint, scale: &Memo<String>) -> String {
    scale.with(|scale| format!("translate({} {}) scale({scale})", at.x, at.y))
}

/// Lines from the true places of spread points to where they are drawn.
fn leaders(leaders: &[(PlanePoint, PlanePoint)]) -> String {
    let lines = leaders
        .iter()
        .map(|(from, to)| format!("M{} {}L{} {}", from.x, from.y, to.x, to.y));
    lines.collect()
}
