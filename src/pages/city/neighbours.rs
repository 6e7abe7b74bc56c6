//! The cities a city's page points on to: the nearest, those of its country, those of its year.

use leptos::prelude::*;

use crate::components::link_list::{LinkList, ListedLink};
use crate::domain::city::{City, CityId};
use crate::domain::query::{Chosen, FacetValue, JoinedFilter, Query};
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// So many nearest members are listed.
const NEAREST_COUNT: usize = 6;

/// So many others of the same country or year are listed before the link to all of them.
const NEIGHBOUR_COUNT: usize = 12;

/// The cities a page points on to.
pub(super) struct Neighbours<'a> {
    pub(super) site: &'a Site,
    pub(super) catalogue: &'a Catalogue,
    pub(super) id: CityId,
    pub(super) city: &'a City,
}

impl Neighbours<'_> {
    pub(super) fn nearest(&self) -> impl IntoView + use<> {
        let texts = &self.site.texts;
        let links = self
            .catalogue
            .directory
            .nearest(self.id, NEAREST_COUNT)
            .into_iter()
            .filter_map(|(id, distance_km)| {
                let remark = texts.fill(Text::DistanceKm, &[("km", &texts.distance(distance_km))]);
                self.link(id, Some(remark))
            })
            .collect();
        let heading = texts.get(Text::CityNearest).to_owned();
        let remark = texts.get(Text::CityNearestNote).to_owned();
        view! { <LinkList heading=heading links=links remark=remark/> }
    }

    pub(super) fn same_country(&self) -> impl IntoView + use<> {
        let directory = &self.catalogue.directory;
        let country = directory.country_name(self.city.country, self.site.language());
        let heading = self
            .site
            .texts
            .fill(Text::CitySameCountry, &[("country", country)]);
        let more = self.more(self.site.href(Page::Country(self.city.country)));
        view! { <LinkList heading=heading links=self.some_of(directory.of_country(self.city.country)) more=more/> }
    }

    pub(super) fn same_year(&self) -> impl IntoView + use<> {
        let year = self.city.joined()?;
        let heading = self
            .site
            .texts
            .fill(Text::CitySameYear, &[("year", &year.to_string())]);
        let links = self.some_of(self.catalogue.directory.of_year(year));
        let mut query = Query::default();
        query.set(FacetValue::Joined(JoinedFilter::Year(year)), Chosen::Yes);
        let more = self.more(self.site.base.directory_href(self.site.language(), &query));
        Some(view! { <LinkList heading=heading links=links more=more/> })
    }

    fn some_of(&self, ids: Vec<CityId>) -> Vec<ListedLink> {
        ids.into_iter()
            .filter(|id| *id != self.id)
            .filter_map(|id| self.link(id, None))
            .take(NEIGHBOUR_COUNT)
            .collect()
    }

    fn more(&self, href: String) -> ListedLink {
        ListedLink {
            href,
            name: self.site.texts.get(Text::CityAllOf).to_owned(),
            language: None,
            remark: None,
        }
    }

    fn link(&self, id: CityId, remark: Option<String>) -> Option<ListedLink> {
        let city = self.catalogue.directory.city(id)?;
        Some(ListedLink {
            href: self.site.href(Page::City(city.slug.clone())),
            name: city.name.clone(),
            language: self.site.name_language(city),
            remark,
        })
    }
}
