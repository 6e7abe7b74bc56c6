//! The way to tell the publisher what is wrong on a page: a letter or a form with the page, its
//! address and the state of its data filled in, and room for the fact in question.

use leptos::prelude::*;

use crate::i18n::texts::Text;
use crate::state::corrections_desk::CorrectionsDesk;
use crate::state::site::Site;

/// What is reported on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedPage {
    /// Its name, in the reader's language.
    pub name: String,
    /// Its address, origin included.
    pub address: String,
    /// The day of its facts, ISO 8601, where it is known.
    pub date: Option<String>,
}

/// A link to report an error.
#[component]
pub fn ErrorReport(
    /// The site.
    site: Site,
    /// Where reports go.
    desk: CorrectionsDesk,
    /// The page.
    page: ReportedPage,
) -> impl IntoView {
    let texts = &site.texts;
    let date = page.date.map(|date| texts.date(&date));
    let version = Some(site.data_version().to_owned()).filter(|version| !version.is_empty());
    let state: Vec<String> = [date, version].into_iter().flatten().collect();
    let state = texts.list(&state);
    let places = [
        ("address", page.address.as_str()),
        ("state", state.as_str()),
        ("page", page.name.as_str()),
    ];
    let subject = texts.fill(Text::ReportSubject, &places);
    let href = desk
        .address
        .href(&subject, &texts.fill(Text::ReportText, &places));
    let label = texts.get(Text::ReportLink).to_owned();
    view! { <p class="report"><a href=href rel="noreferrer">{label}</a></p> }
}
