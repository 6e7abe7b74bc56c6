//! A story: the launch story, which is the home page, or a further one.

mod parts;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::block::{BlockContext, blocks};
use crate::components::error_report::{ErrorReport, ReportedPage};
use crate::components::rich_text::rich_text;
use crate::components::share::{Share, SharedPage};
use crate::content::article::{Block, Story};
use crate::content::news::News;
use crate::content::reading_time::reading_minutes;
use crate::i18n::texts::Text;
use crate::pages::news::{story_of, story_page};
use crate::routes::{Asset, Page, Route};
use crate::state::catalogue::Catalogue;
use crate::state::corrections_desk::CorrectionsDesk;
use crate::state::site::Site;

use parts::{StoryPart, corrections, parts};

/// A story, from kicker to sources.
#[component]
pub fn StoryPage(
    /// The site.
    site: Site,
    /// The cities, for the fact boxes.
    catalogue: Arc<Catalogue>,
    /// The stories.
    news: Arc<News>,
    /// Which of them.
    page: Page,
    /// Scheme and host of the published site, without a last slash.
    origin: String,
    /// Where errors are reported, if anywhere.
    desk: Option<CorrectionsDesk>,
) -> impl IntoView {
    let story = story_of(&news, &page).unwrap_or(&news.lead);
    let texts = site.texts.clone();
    let shared = shared(&site, story, &page, &origin);
    let parts = parts(&site, story, &catalogue);
    let contents = contents(&site, story, &parts);
    let further = further(&site, &news, &page);
    let reported = ReportedPage {
        name: shared.title.clone(),
        address: shared.address.clone(),
        date: Some(shared.updated.clone()),
    };
    let report_site = site.clone();
    let report = desk.map(|desk| view! { <ErrorReport site=report_site desk=desk page=reported/> });
    let heading = move |text: Text| texts.get(text).to_owned();
    let context = BlockContext {
        site: site.clone(),
        catalogue,
        tables: Vec::new(),
        places: Vec::new(),
    };
    let points = story
        .key_points
        .iter()
        .map(|point| view! { <li>{rich_text(&site, point)}</li> })
        .collect_view();
    let parts = parts.into_iter().map(|(id, text, content)| {
        view! {
            <section class="story-part" aria-labelledby=id>
                <h2 id=id>{heading(text)}</h2>
                {content}
            </section>
        }
    });
    let (opening, rest) = opening(&site, story);
    view! {
        <article class="page story">
            <header class="story-header">
                <p class="kicker">{story.kicker.clone()}</p>
                <h1>{story.headline.clone()}</h1>
                <p class="standfirst">{rich_text(&site, &story.standfirst)}</p>
                <p class="byline">{rich_text(&site, &story.byline)}</p>
                {dates(&site, story)}
                <p class="remark">{reading_time(&site, story)}</p>
            </header>
            <section class="key-points" aria-labelledby="key-points">
                <h2 id="key-points">{heading(Text::StoryKeyPoints)}</h2>
                <ul>{points}</ul>
            </section>
            {contents}
            <div class="story-body prose">
                {opening}
                {blocks(&context, rest)}
            </div>
            {parts.collect_view()}
            <Share site=site.clone() page=shared/>
            <section class="story-part" aria-labelledby="corrections">
                <h2 id="corrections">{heading(Text::StoryCorrections)}</h2>
                {corrections(&site, &story.corrections)}
                {report}
            </section>
            {further}
        </article>
    }
}

fn shared(site: &Site, story: &Story, page: &Page, origin: &str) -> SharedPage {
    let route = || Route::new(site.language(), page.clone());
    let calendar = story
        .event()
        .map(|_| site.base.asset(&Asset::Calendar(route())));
    SharedPage {
        title: story.headline.clone(),
        address: format!("{origin}{}", site.href(page.clone())),
        card: format!("{origin}{}", site.base.asset(&Asset::EmbedCard(route()))),
        calendar,
        published: story.first_published.clone(),
        updated: story.updated.clone(),
    }
}

/// The other stories, and the pages that lead on.
fn further(site: &Site, news: &News, page: &Page) -> impl IntoView + use<> {
    let heading = |text: Text| site.texts.get(text).to_owned();
    let stories = news.newest_first().into_iter();
    let stories = stories.map(|(slug, story)| (story_page(slug), story.headline.clone()));
    let stories = stories.filter(|(other, _)| other != page);
    let pages = [
        (Page::Directory, heading(Text::NavigationDirectory)),
        (Page::About, heading(Text::NavigationAbout)),
    ];
    let items = stories
        .chain(pages)
        .map(|(page, words)| view! { <li><a href=site.href(page)>{words}</a></li> })
        .collect_view();
    view! {
        <nav class="story-part further" aria-labelledby="further">
            <h2 id="further">{heading(Text::StoryFurther)}</h2>
            <ul>{items}</ul>
        </nav>
    }
}

/// The place it is reported from, if any, with the first paragraph, which runs on after it; and what
/// follows.
fn opening<'story>(site: &Site, story: &'story Story) -> (impl IntoView + use<>, &'story [Block]) {
    let (first, rest) = match story.body.split_first() {
        Some((Block::Paragraph(text), rest)) => (text.as_str(), rest),
        _ => ("", story.body.as_slice()),
    };
    let place = story.dateline.clone();
    let place = place.map(|place| view! { <span class="dateline">{place}</span> });
    let opening = view! { <p>{place}{rich_text(site, first)}</p> };
    (opening, rest)
}

fn dates(site: &Site, story: &Story) -> impl IntoView + use<> {
    let published = story.published.as_ref().unwrap_or(&story.first_published);
    let entries = [
        (Text::StoryEvent, story.event().map(|event| event.day)),
        (Text::StoryPublished, Some(published.as_str())),
        (Text::StoryUpdated, Some(story.updated.as_str())),
    ]
    .into_iter()
    .filter_map(|(label, date)| Some((label, date?.to_owned())))
    .map(|(label, date)| {
        let label = site.texts.get(label).to_owned();
        let words = site.texts.date(&date);
        view! {
            <div><dt>{label}</dt><dd><time datetime=date>{words}</time></dd></div>
        }
    })
    .collect_view();
    view! { <dl class="dates">{entries}</dl> }
}

fn reading_time(site: &Site, story: &Story) -> String {
    let minutes = reading_minutes(site.language(), &story.body);
    site.texts.plural(Text::ReadingTime, minutes, &[])
}

/// The headings of the text and of the parts after it.
fn contents(site: &Site, story: &Story, parts: &[StoryPart]) -> impl IntoView + use<> {
    let headings = story.body.iter().filter_map(|block| match block {
        Block::Heading { id, text } => Some((id.clone(), text.clone())),
        _ => None,
    });
    let last = [
        ("share", Text::ShareHeading),
        ("corrections", Text::StoryCorrections),
    ];
    let parts = parts.iter().map(|(id, text, _)| (*id, *text)).chain(last);
    let parts = parts.map(|(id, text)| (id.to_owned(), site.texts.get(text).to_owned()));
    let items = headings
        .chain(parts)
        .map(|(id, text)| view! { <li><a href=format!("#{id}")>{text}</a></li> })
        .collect_view();
    let label = site.texts.get(Text::StoryContents).to_owned();
    view! {
        <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">{label}</h2>
            <ol role="list">{items}</ol>
        </nav>
    }
}
