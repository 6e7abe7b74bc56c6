//! All stories, newest first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::rich_text::rich_text;
use crate::content::article::Story;
use crate::content::news::News;
use crate::i18n::texts::Text;
use crate::routes::{Asset, Page};
use crate::state::site::Site;

/// The page of a story, by its slug where it is a further one.
pub fn story_page(slug: Option<&str>) -> Page {
    slug.map_or(Page::Story, |slug| Page::Report(slug.to_owned()))
}

/// The story of a page, if one stands there.
pub fn story_of<'a>(news: &'a News, page: &Page) -> Option<&'a Story> {
    match page {
        Page::Story => Some(&news.lead),
        Page::Report(slug) => news.report(slug).map(AsRef::as_ref),
        _ => None,
    }
}

/// The list of stories, each by its headline and first paragraph.
#[component]
pub fn NewsPage(
    /// The site.
    site: Site,
    /// The stories.
    news: Arc<News>,
) -> impl IntoView {
    let stories = news.newest_first().into_iter();
    let items = stories
        .map(|(slug, story)| item(&site, story_page(slug), story))
        .collect_view();
    let texts = site.texts.clone();
    let feed = site.base.asset(&Asset::Feed(site.language()));
    view! {
        <div class="page">
            <h1>{texts.get(Text::NewsTitle).to_owned()}</h1>
            <p class="standfirst">{texts.get(Text::NewsDescription).to_owned()}</p>
            <ol class="news-list" role="list">{items}</ol>
            <p><a href=feed type="application/atom+xml">{texts.get(Text::FooterFeed).to_owned()}</a></p>
        </div>
    }
}

fn item(site: &Site, page: Page, story: &Story) -> impl IntoView + use<> {
    let (day, date) = (
        story.first_published.clone(),
        site.texts.date(&story.first_published),
    );
    view! {
        <li>
            <time class="remark" datetime=day>{date}</time>
            <h2><a href=site.href(page)>{story.headline.clone()}</a></h2>
            <p>{rich_text(site, &story.standfirst)}</p>
        </li>
    }
}
