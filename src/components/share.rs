//! Ways to pass a page on: the device's own sharing, its address to copy, mail; the event for a
//! calendar, the feed; and the page as a reference. No third party takes part. The page's small
//! script (`share.js`) does what needs one; the texts to copy stand in the page.

use leptos::prelude::*;

use crate::content::citation::Citation;
use crate::i18n::texts::Text;
use crate::routes::{Asset, mail_href};
use crate::state::site::Site;

/// Names of forms of reference, the same in every language.
const BIBTEX: &str = "BibTeX";
const RIS: &str = "RIS";
const GB_T_7714: &str = "GB/T 7714";

/// What is passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPage {
    /// Its title.
    pub title: String,
    /// Its address, origin included.
    pub address: String,
    /// The day it was first published, ISO 8601.
    pub published: &'static str,
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
    let calendar = site.asset(&Asset::Calendar(site.language()));
    let feed = site.asset(&Asset::Feed(site.language()));
    view! {
        <section class="story-part share" aria-labelledby="share">
            <h2 id="share">{text(Text::ShareHeading)}</h2>
            <p class="cluster">
                <button type="button" class="quiet script-only" data-share="" hidden="">{text(Text::ShareShare)}</button>
                <button type="button" class="quiet script-only" data-copy=page.address.clone()>{text(Text::ShareCopy)}</button>
                <a href=mail>{text(Text::ShareMail)}</a>
                <a href=calendar type="text/calendar">{text(Text::StoryCalendar)}</a>
                <a href=feed type="application/atom+xml">{text(Text::FooterFeed)}</a>
            </p>
            <p class="told" role="status" data-copied=text(Text::ShareCopied)></p>
            {references(&site, &page)}
        </section>
    }
}

fn references(site: &Site, page: &SharedPage) -> impl IntoView + use<> {
    let citation = Citation {
        title: &page.title,
        site: site.texts.get(Text::SiteName),
        language: site.language(),
        published: page.published,
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
    .map(|(form, reference)| {
        let label = site.texts.fill(Text::CiteCopy, &[("format", form)]);
        let reference = reference.trim_end().replace('\r', "");
        view! {
            <details class="reference">
                <summary>{form.to_owned()}</summary>
                <pre class="code" role="region" tabindex="0" aria-label=form.to_owned() dir="ltr" translate="no"><code>{reference.clone()}</code></pre>
                <button type="button" class="quiet script-only" data-copy=reference>{label}</button>
            </details>
        }
    })
}
