//! What stands around every page: skip link, site header, footer.

use leptos::prelude::*;

use crate::components::language_switch::LanguageSwitch;
use crate::components::notice::{Notice, NoticeWhen};
use crate::i18n::language_name::LanguageName;
use crate::i18n::texts::Text;
use crate::routes::{Asset, Page};
use crate::state::site::Site;

/// The frame of every page.
#[component]
pub fn Shell(
    /// The site.
    site: Site,
    /// Which page stands within.
    page: Page,
    /// All languages.
    languages: Vec<LanguageName>,
    /// The page's own content.
    children: Children,
) -> impl IntoView {
    let texts = site.texts.clone();
    let links = [
        (Page::Story, Text::NavigationStory),
        (Page::News, Text::NavigationNews),
        (Page::Directory, Text::NavigationDirectory),
        (Page::About, Text::NavigationAbout),
    ]
    .map(|(link, text)| {
        let current = current_mark(&page, &link);
        // A link to the page itself would lead nowhere.
        let href = (current != Some("page")).then(|| site.href(link));
        let label = texts.get(text).to_owned();
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    });
    let notice = (page != Page::Directory).then(|| {
        let failed = texts.get(Text::FailedStory).to_owned();
        let retry = texts.get(Text::Retry).to_owned();
        view! { <Notice when=NoticeWhen::Failed text=failed retry=retry/> }
    });
    let downloads = [
        ("JSON", "json", Asset::Cities),
        ("CSV", "csv", Asset::CitiesTable),
        ("GeoJSON", "geojson", Asset::CitiesMap),
    ]
    .map(|(label, format, asset)| {
        let href = site.base.asset(&asset);
        view! { <a href=href data-download=format download="">{label}</a>" " }
    });
    view! {
        <a class="skip-link" href="#main">{texts.get(Text::SkipToContent).to_owned()}</a>
        <header class="site-header">
            <LanguageSwitch site=site.clone() page=page languages=languages/>
            <a class="site-name" href=site.href(Page::Story)>{texts.get(Text::SiteName).to_owned()}</a>
            <nav aria-label=texts.get(Text::NavigationLabel).to_owned()><ul role="list">{links}</ul></nav>
        </header>
        <main id="main" tabindex="-1">{children()}</main>
        <footer class="site-footer">
            {notice}
            <p>{texts.get(Text::SiteIndependence).to_owned()}</p>
            <p class="downloads">
                {texts.pair(texts.get(Text::FooterData), "")}
                {downloads}
            </p>
            <p class="remark">{texts.get(Text::FooterCredits).to_owned()}</p>
        </footer>
    }
}

fn current_mark(current: &Page, link: &Page) -> Option<&'static str> {
    match (current, link) {
        (current, link) if current == link => Some("page"),
        (Page::City(_) | Page::Country(_), Page::Directory) | (Page::Report(_), Page::News) => {
            Some("true")
        }
        _ => None,
    }
}
