//! The parts that follow the text of a story: who is who, what happened when, the network in
//! figures, where sources disagree, the sources themselves.

use leptos::prelude::*;

use crate::components::rich_text::rich_text;
use crate::components::source_list::{ListedSource, SourceList};
use crate::content::article::{Disagreement, Moment, Person, Reference, Story};
use crate::i18n::texts::Text;
use crate::pages::about::with_figures;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// A part after the text: its anchor, its heading, and what stands below that.
pub(super) type StoryPart = (&'static str, Text, AnyView);

/// What the story has of the parts after its text, in their order.
pub(super) fn parts(site: &Site, story: &Story, catalogue: &Catalogue) -> Vec<StoryPart> {
    let mut parts: Vec<StoryPart> = Vec::new();
    if !story.people.is_empty() {
        let people = people(site, &story.people).into_any();
        parts.push(("people", Text::StoryPeople, people));
    }
    if !story.timeline.is_empty() {
        let timeline = timeline(site, &story.timeline).into_any();
        parts.push(("timeline", Text::StoryTimeline, timeline));
    }
    let network = network(site, catalogue).into_any();
    parts.push(("network-figures", Text::StoryNetwork, network));
    if !story.disagreements.is_empty() {
        let points = disagreements(site, &story.disagreements).into_any();
        parts.push(("disagreements", Text::StoryDisagreements, points));
    }
    let sources = sources(site, story).into_any();
    parts.push(("sources", Text::StorySources, sources));
    parts
}

fn sources(site: &Site, story: &Story) -> impl IntoView + use<> {
    let references: Vec<ListedSource> = story.sources.iter().map(listed).collect();
    let imprint = story.imprint.as_ref().map(|imprint| {
        let heading = site.texts.get(Text::StoryImprint).to_owned();
        view! {
            <h3>{heading}</h3>
            <p>{rich_text(site, &imprint.text)}</p>
            <address translate="no">{imprint.address.clone()}</address>
        }
    });
    view! {
        <SourceList sources=references texts=site.texts.clone()/>
        {imprint}
    }
}

/// What the network is today, in figures with their dates.
fn network(site: &Site, catalogue: &Catalogue) -> impl IntoView + use<> {
    let text = with_figures(&site.texts, Text::StoryNetworkText, catalogue);
    let why = site.texts.get(Text::DirectoryWhy).to_owned();
    view! { <p>{text}" "<a href=site.href(Page::About)>{why}</a></p> }
}

/// What was corrected after publication, or that nothing was.
pub(super) fn corrections(site: &Site, corrections: &[Moment]) -> AnyView {
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
