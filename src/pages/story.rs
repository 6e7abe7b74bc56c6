//! The launch story.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::block::{BlockContext, blocks};
use crate::components::rich_text::rich_text;
use crate::components::source_list::{ListedSource, SourceList};
use crate::content::article::{Disagreement, Moment, Person, Reference, Story};
use crate::i18n::format::date_in_words;
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// The story, from kicker to sources.
#[component]
pub fn StoryPage(
    /// The site.
    site: Site,
    /// The cities, for the fact boxes.
    catalogue: Arc<Catalogue>,
    /// The text.
    story: Arc<Story>,
) -> impl IntoView {
    let texts = site.texts.clone();
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
    let disagreements = disagreements(&site, &story.disagreements);
    let references: Vec<ListedSource> = story.sources.iter().map(listed).collect();
    view! {
        <article class="page story">
            <header class="story-header">
                <p class="kicker">{story.kicker.clone()}</p>
                <h1>{story.headline.clone()}</h1>
                <p class="standfirst">{rich_text(&site, &story.standfirst)}</p>
                <p class="byline">{rich_text(&site, &story.byline)}</p>
                {dates(&site, &story)}
            </header>
            <section class="key-points" aria-labelledby="key-points">
                <h2 id="key-points">{heading(Text::StoryKeyPoints)}</h2>
                <ul>{points}</ul>
            </section>
            <div class="story-body prose">
                <p class="dateline">{story.dateline.clone()}</p>
                {blocks(&context, &story.body)}
            </div>
            <section class="story-part" aria-labelledby="people">
                <h2 id="people">{heading(Text::StoryPeople)}</h2>
                {people(&site, &story.people)}
            </section>
            <section class="story-part" aria-labelledby="timeline">
                <h2 id="timeline">{heading(Text::StoryTimeline)}</h2>
                {timeline(&site, &story.timeline)}
            </section>
            <section class="story-part" aria-labelledby="disagreements">
                <h2 id="disagreements">{heading(Text::StoryDisagreements)}</h2>
                {disagreements}
            </section>
            <section class="story-part" aria-labelledby="sources">
                <h2 id="sources">{heading(Text::StorySources)}</h2>
                <SourceList sources=references texts=site.texts.clone()/>
                <h3>{heading(Text::StoryImprint)}</h3>
                <p>{rich_text(&site, &story.imprint.text)}</p>
                <address translate="no">{story.imprint.address.clone()}</address>
            </section>
            <nav class="story-part" aria-labelledby="further">
                <h2 id="further">{heading(Text::StoryFurther)}</h2>
                <ul>
                    <li><a href=site.href(Page::Directory)>{heading(Text::NavigationDirectory)}</a></li>
                    <li><a href=site.href(Page::About)>{heading(Text::NavigationAbout)}</a></li>
                </ul>
            </nav>
        </article>
    }
}

fn dates(site: &Site, story: &Story) -> impl IntoView + use<> {
    let entries = [
        (Text::StoryEvent, &story.event_date),
        (Text::StoryPublished, &story.published),
        (Text::StoryUpdated, &story.updated),
    ]
    .map(|(label, date)| {
        let label = site.texts.get(label).to_owned();
        view! {
            <div><dt>{label}</dt><dd><time datetime=date.clone()>{date_in_words(date)}</time></dd></div>
        }
    });
    view! { <dl class="dates">{entries}</dl> }
}

fn people(site: &Site, people: &[Person]) -> impl IntoView + use<> {
    let entries = people
        .iter()
        .map(|person| {
            view! {
                <div>
                    <dt translate="no">{person.name.clone()}</dt>
                    <dd><span class="role">{person.role.clone()}</span>" "{rich_text(site, &person.part)}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="people">{entries}</dl> }
}

fn timeline(site: &Site, moments: &[Moment]) -> impl IntoView + use<> {
    let entries = moments
        .iter()
        .map(|moment| {
            view! {
                <li>
                    <time datetime=moment.date.clone()>{date_in_words(&moment.date)}</time>
                    <span>{rich_text(site, &moment.text)}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline" role="list">{entries}</ol> }
}

fn disagreements(site: &Site, points: &[Disagreement]) -> impl IntoView + use<> {
    let entries = points
        .iter()
        .map(|entry| {
            view! { <div><dt>{entry.point.clone()}</dt><dd>{rich_text(site, &entry.text)}</dd></div> }
        })
        .collect_view();
    view! { <dl class="disagreements">{entries}</dl> }
}

fn listed(reference: &Reference) -> ListedSource {
    ListedSource {
        title: reference.label.clone(),
        publisher: reference.publisher.clone(),
        date: reference.date.clone(),
        url: reference.url.clone(),
        attests: None,
    }
}
