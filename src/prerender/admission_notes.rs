//! What UNESCO announced of each admission, as sentences for the timeline.

use std::collections::BTreeSet;

use crate::i18n::texts::Text;
use crate::pages::about::AboutMaterial;
use crate::routes::Page;
use crate::state::admission_notes::{AdmissionNote, AdmissionRemark};
use crate::state::site::Site;

/// A note for each year of which anything was announced, oldest first.
pub fn admission_notes(site: &Site, about: &AboutMaterial) -> Vec<AdmissionNote> {
    let admissions = about.history.admissions.iter();
    let counted = about
        .history
        .counts
        .iter()
        .filter_map(|it| year_of(&it.date));
    let years: BTreeSet<u16> = admissions.map(|it| it.year).chain(counted).collect();
    years
        .into_iter()
        .map(|year| note(site, about, year))
        .collect()
}

fn note(site: &Site, about: &AboutMaterial, year: u16) -> AdmissionNote {
    let texts = &site.texts;
    let history = &about.history;
    let admission = history.admissions.iter().find(|it| it.year == year);
    let mut remarks = Vec::new();
    if let Some(it) = admission {
        let (announced, countries) = (it.announced.to_string(), it.countries.to_string());
        let places = [("announced", &*announced), ("countries", &*countries)];
        let text = texts.fill(Text::TimelineAnnounced, &places);
        remarks.push(remark(site, about, text, &it.source));
    }
    for it in &history.counts {
        if year_of(&it.date) == Some(year) {
            let (members, countries) = (it.members.to_string(), it.countries.to_string());
            let date = texts.date(&it.date);
            let places = [
                ("members", &*members),
                ("countries", &*countries),
                ("date", &*date),
            ];
            let text = texts.fill(Text::TimelineCounted, &places);
            remarks.push(remark(site, about, text, &it.source));
        }
    }
    AdmissionNote {
        year,
        announced: admission.map(|it| it.announced),
        remarks,
    }
}

fn remark(site: &Site, about: &AboutMaterial, text: String, source: &str) -> AdmissionRemark {
    let known = about.sources.iter().find(|known| known.id == source);
    let address = known.and_then(|known| known.url.clone());
    AdmissionRemark {
        text,
        source: known.map_or_else(|| source.to_owned(), |known| known.publisher.clone()),
        href: address.unwrap_or_else(|| site.href(Page::About)),
    }
}

fn year_of(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}
