//! The launch story.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::block::{BlockContext, blocks};
use crate::components::rich_text::rich_text;
use crate::components::share::{Share, SharedPage};
use crate::components::source_list::{ListedSource, SourceList};
use crate::content::article::{Block, Disagreement, Moment, Person, Reference, Story};
use crate::content::reading_time::reading_minutes;
use crate::i18n::texts::Text;
use crate::pages::about::with_figures;
use crate::routes::{Asset, Page};
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
    /// Scheme and host of the published site, without a last slash.
    origin: String,
) -> impl IntoView {
    let texts = site.texts.clone();
    let shared = SharedPage {
        title: story.headline.clone(),
        address: format!("{origin}{}", site.href(Page::Story)),
        card: format!(
            "{origin}{}",
            site.base.asset(&Asset::EmbedCard(site.language()))
        ),
        published: story.first_published.clone(),
        updated: story.updated.clone(),
    };
    let network = network(&site, &catalogue);
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
    let (opening, rest) = opening(&site, &story);
    view! {
        <article class="page story">
            <header class="story-header">
                <p class="kicker">{story.kicker.clone()}</p>
                <h1>{story.headline.clone()}</h1>
                <p class="standfirst">{rich_text(&site, &story.standfirst)}</p>
                <p class="byline">{rich_text(&site, &story.byline)}</p>
                {dates(&site, &story)}
                <p class="remark">{reading_time(&site, &story)}</p>
            </header>
            <section class="key-points" aria-labelledby="key-points">
                <h2 id="key-points">{heading(Text::StoryKeyPoints)}</h2>
                <ul>{points}</ul>
            </section>
            {contents(&site, &story)}
            <div class="story-body prose">
                {opening}
                {blocks(&context, rest)}
            </div>
            <section class="story-part" aria-labelledby="people">
                <h2 id="people">{heading(Text::StoryPeople)}</h2>
                {people(&site, &story.people)}
            </section>
            <section class="story-part" aria-labelledby="timeline">
                <h2 id="timeline">{heading(Text::StoryTimeline)}</h2>
                {timeline(&site, &story.timeline)}
            </section>
            {network}
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
            <Share site=site.clone() page=shared/>
            <section class="story-part" aria-labelledby="corrections">
                <h2 id="corrections">{heading(Text::StoryCorrections)}</h2>
                {corrections(&site, &story.corrections)}
            </section>
            <nav class="story-part further" aria-labelledby="further">
                <h2 id="further">{heading(Text::StoryFurther)}</h2>
                <ul>
                    <li><a href=site.href(Page::Directory)>{heading(Text::NavigationDirectory)}</a></li>
                    <li><a href=site.href(Page::About)>{heading(Text::NavigationAbout)}</a></li>
                </ul>
            </nav>
        </article>
    }
}

/// The place it is reported from with the first paragraph, which runs on after it; and what follows.
fn opening<'story>(site: &Site, story: &'story Story) -> (impl IntoView + use<>, &'story [Block]) {
    let (first, rest) = match story.body.split_first() {
        Some((Block::Paragraph(text), rest)) => (text.as_str(), rest),
        _ => ("", story.body.as_slice()),
    };
    let place = story.dateline.clone();
    let opening = view! { <p><span class="dateline">{place}</span>{rich_text(site, first)}</p> };
    (opening, rest)
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
            <div><dt>{label}</dt><dd><time datetime=date.clone()>{site.texts.date(date)}</time></dd></div>
        }
    });
    view! { <dl class="dates">{entries}</dl> }
}

fn reading_time(site: &Site, story: &Story) -> String {
    let minutes = reading_minutes(site.language(), &story.body);
    site.texts.plural(Text::ReadingTime, minutes, &[])
}

/// The headings of the text and of the parts after it.
fn contents(site: &Site, story: &Story) -> impl IntoView + use<> {
    let headings = story.body.iter().filter_map(|block| match block {
        Block::Heading { id, text } => Some((id.clone(), text.clone())),
        _ => None,
    });
    let parts = [
        ("people", Text::StoryPeople),
        ("timeline", Text::StoryTimeline),
        ("network-figures", Text::StoryNetwork),
        ("disagreements", Text::StoryDisagreements),
        ("sources", Text::StorySources),
        ("share", Text::ShareHeading),
        ("corrections", Text::StoryCorrections),
    ];
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

/// What the network is today, in figures with their dates.
fn network(site: &Site, catalogue: &Catalogue) -> impl IntoView + use<> {
    let text = with_figures(&site.texts, Text::StoryNetworkText, catalogue);
    let why = site.texts.get(Text::DirectoryWhy).to_owned();
    let heading = site.texts.get(Text::StoryNetwork).to_owned();
    view! {
        <section class="story-part" aria-labelledby="network-figures">
            <h2 id="network-figures">{heading}</h2>
            <p>{text}" "<a href=site.href(Page::About)>{why}</a></p>
        </section>
    }
}

fn corrections(site: &Site, corrections: &[Moment]) -> AnyView {
    if corrections.is_empty() {
        let none = site.texts.get(Text::StoryNoCorrections).to_owned();
        return view! { <p>{none}</p> }.into_any();
    }
    timeline(site, corrections).into_any()
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
                    <time datetime=moment.date.clone()>{site.texts.date(&moment.date)}</time>
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
