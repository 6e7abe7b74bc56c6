//! The results on the map.

use leptos::prelude::*;

use crate::components::city_map::{CityMap, PointFacts};
use crate::domain::city::CityId;
use crate::domain::map_window::MapWindow;
use crate::i18n::city_wording::map_facts;
use crate::i18n::texts::Text;
use crate::platform;
use crate::routes::Page;
use crate::state::directory_state::DirectoryState;
use crate::state::map_state::{MapPlace, MapState};
use crate::state::site::Site;

/// The results that have a position, on the map.
#[component]
pub fn ResultMap(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
    /// The part of the world that the address asks for; `None` is all of it.
    #[prop(into)]
    window: Signal<Option<MapWindow>>,
    /// Called when the reader has moved the map and rests.
    on_move: Callback<Option<MapWindow>>,
    /// Called when the device has said where the reader is: latitude and longitude in degrees.
    on_here: Callback<(f64, f64)>,
) -> impl IntoView {
    let places = Memo::new(move |_| places(state));
    let map = MapState::new(places, window, on_move);
    let words = site.clone();
    let describe = Callback::new(move |id| describe(&words, state, id));
    let total = Signal::derive(move || state.total());
    let is_refused = RwSignal::new(false);
    let refusal = site.texts.get(Text::MapRefused).to_owned();
    let on_locate = Callback::new(move |()| {
        platform::locate(move |here| {
            is_refused.set(here.is_none());
            if let Some((latitude, longitude)) = here {
                on_here.run((latitude, longitude));
                map.show_near(latitude, longitude);
            }
        });
    });
    view! {
        <CityMap site=site map=map describe=describe on_locate=on_locate total=total/>
        <p role="alert">{move || is_refused.get().then(|| refusal.clone())}</p>
    }
}

fn places(state: DirectoryState) -> Vec<MapPlace> {
    state.results.with(|results| {
        state.with_catalogue(|catalogue| {
            let numbered = results.ids.iter().zip(1..);
            let placed = numbered.filter_map(|(id, number)| {
                let position = catalogue.directory.city(*id)?.position?;
                Some(MapPlace {
                    id: *id,
                    number,
                    point: (&position).into(),
                    precision: position.precision,
                })
            });
            placed.collect()
        })
    })
}

fn describe(site: &Site, state: DirectoryState, id: CityId) -> Option<PointFacts> {
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let city = directory.city(id)?;
        let country = directory.country_name(city.country, site.language());
        Some(PointFacts {
            slug: city.slug.clone(),
            href: site.href(Page::City(city.slug.clone())),
            name: format!("{}, {country}", city.name),
            facts: map_facts(&site.texts, city),
        })
    })
}
