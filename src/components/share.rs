//! Ways to pass a page on: the device's own sharing, its address to copy, mail; the event for a
//! calendar, the feed; and the page as a reference. No third party takes part. The page's small
//! script (`share.js`) does what needs one; the texts to copy stand in the page.

use leptos::prelude::*;

use crate::content::citation::Citation;
use crate::i18n::texts::Text;
use crate::markup::escape;
use crate::routes::{Asset, mail_href};
use crate::state::site::Site;

/// Names of forms of reference, the same in every language.
const BIBTEX: &str = "BibTeX";
const RIS: &str = "RIS";
const GB_T_7714: &str = "GB/T 7714";
const HTML: &str = "HTML";

/// The card of the longest headline and standfirst fits, from 320 px of width on.
const CARD_HEIGHT_PX: u32 = 500;

/// What is passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPage {
    /// Its title.
    pub title: String,
    /// Its address, origin included.
    pub address: String,
    /// The address of its card for other sites, origin included.
    pub card: String,
    /// The address of its event as a calendar file, where it reports of one.
    pub calendar: Option<String>,
    /// The day it was first published, ISO 8601.
    pub published: String,
    /// The day of its last change, ISO 8601.
    pub updated: String,
}

/// A section to share and cite a page.
#[component]
pub fn Share(
    /// The site.
    site: Site,
    /// The page.
    page: SharedPage,
) -> impl IntoView {
    let texts = site.texts.clone();
    let text = |text: Text| texts.get(text).to_owned();
    let mail = mail_href(&page.title, &page.address);
    let calendar = page.calendar.clone().map(|href| {
        let label = text(Text::StoryCalendar);
        view! { <a href=href type="text/calendar">{label}</a> }
    });
    let feed = site.base.asset(&Asset::Feed(site.language()));
    view! {
        <section class="story-part share" aria-labelledby="share">
            <h2 id="share">{text(Text::ShareHeading)}</h2>
            <p class="cluster">
                <button type="button" class="quiet script-only" data-share="" hidden="">{text(Text::ShareShare)}</button>
                <button type="button" class="quiet script-only" data-copy=page.address.clone()>{text(Text::ShareCopy)}</button>
                <a href=mail>{text(Text::ShareMail)}</a>
                {calendar}
                <a href=feed type="application/atom+xml">{text(Text::FooterFeed)}</a>
            </p>
            <p class="told" role="status" data-copied=text(Text::ShareCopied)></p>
            {embedding(&site, &page)}
            {references(&site, &page)}
        </section>
    }
}

fn references(site: &Site, page: &SharedPage) -> impl IntoView + use<> {
    let citation = Citation {
        title: &page.title,
        site: site.texts.get(Text::SiteName),
        language: site.language(),
        published: &page.published,
        updated: &page.updated,
        address: &page.address,
    };
    let plain = site.texts.get(Text::CiteText);
    [
        (plain, citation.plain_text()),
        (BIBTEX, citation.bibtex()),
        (RIS, citation.ris()),
        (GB_T_7714, citation.gb_t_7714()),
    ]
    .map(|(form, reference)| to_copy(site, form, form, &reference))
}

/// The lines that show the page as a card in a frame; they load nothing but the card.
fn embedding(site: &Site, page: &SharedPage) -> impl IntoView + use<> {
    let frame = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{CARD_HEIGHT_PX}\" loading=\"lazy\" style=\"border:0\"></iframe>",
        escape(&page.card),
        escape(&page.title),
    );
    to_copy(site, site.texts.get(Text::ShareEmbed), HTML, &frame)
}

fn to_copy(site: &Site, heading: &str, form: &str, lines: &str) -> impl IntoView + use<> {
    let label = site.texts.fill(Text::CiteCopy, &[("format", form)]);
    let lines = lines.trim_end().replace('\r', "");
    let heading = heading.to_owned();
    view! {
        <details class="reference">
            <summary>{heading.clone()}</summary>
            <pre class="code" role="region" tabindex="0" aria-label=heading dir="ltr" translate="no"><code>{lines.clone()}</code></pre>
            <button type="button" class="quiet script-only" data-copy=lines>{label}</button>
        </details>
    }
}
