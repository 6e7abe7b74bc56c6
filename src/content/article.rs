//! The story and the about page as their files give them.

use serde::Deserialize;

use crate::domain::language::Language;

/// A story: that of `content/<language>/story.json`, or a further one of `content/<language>/news/`.
/// What a story may lack is left out of its page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Story {
    /// The line above the headline.
    pub kicker: String,
    /// The headline.
    pub headline: String,
    /// The paragraph below the headline.
    pub standfirst: String,
    /// Who wrote it, from what.
    pub byline: String,
    /// The place it is reported from.
    pub dateline: Option<String>,
    /// The day of the event, ISO 8601.
    pub event_date: Option<String>,
    /// The day the report that it retells was published, ISO 8601.
    pub published: Option<String>,
    /// The day this page was first published, ISO 8601.
    pub first_published: String,
    /// The day of the last change, ISO 8601.
    pub updated: String,
    /// The sentence search engines and previews show.
    pub description: String,
    /// The story in a few sentences.
    pub key_points: Vec<String>,
    /// The text.
    pub body: Vec<Block>,
    /// Who took part.
    #[serde(default)]
    pub people: Vec<Person>,
    /// What happened when.
    #[serde(default)]
    pub timeline: Vec<Moment>,
    /// Where the sources contradict each other or themselves.
    #[serde(default)]
    pub disagreements: Vec<Disagreement>,
    /// The source's own imprint.
    pub imprint: Option<Imprint>,
    /// What the story rests on.
    pub sources: Vec<Reference>,
    /// What the event is called.
    pub event_name: Option<String>,
    /// What was corrected after publication, oldest first.
    #[serde(default)]
    pub corrections: Vec<Moment>,
}

/// The page of `content/<language>/about.json`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct About {
    /// The heading of the page.
    pub title: String,
    /// The paragraph below it.
    pub standfirst: String,
    /// The sentence search engines and previews show.
    pub description: String,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading within the text.
    Heading {
        /// What a link to it ends with.
        id: String,
        /// Its words.
        text: String,
    },
    /// A paragraph with inline markup.
    Paragraph(String),
    /// A list of points with inline markup.
    List(Vec<String>),
    /// A remark set apart from the text.
    Note {
        /// Its heading.
        title: String,
        /// Its words, with inline markup.
        text: String,
    },
    /// Words somebody is quoted with, set apart.
    Quote(Quote),
    /// A picture.
    Figure(Figure),
    /// The facts on record of one city.
    FactBox {
        /// The city's slug.
        city: String,
    },
    /// A table computed from the data.
    Table(ComputedTable),
    /// Lines of a program, to copy.
    Code {
        /// What they are written in, in words.
        language: String,
        /// The lines; `{places}` in them are filled, other braces stay.
        text: String,
    },
}

/// Words that the source gives as a quotation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Quote {
    /// The words, in English, as the source has them.
    pub text: String,
    /// Who is quoted.
    pub speaker: String,
    /// Office and organisation.
    pub role: String,
    /// What the words are about.
    pub context: String,
}

/// A picture with what a reader must know of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Figure {
    /// What a link to it ends with.
    pub id: String,
    /// The drawing shown while no picture is there.
    pub drawing: Drawing,
    /// The file of a photograph below `media/`, once one is supplied.
    pub picture: Option<String>,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The line below it.
    pub caption: String,
    /// Whose picture the source has at this place.
    pub credit: String,
    /// On what terms it may be used again.
    pub reuse: String,
}

/// A drawing made from the data at build time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Drawing {
    /// All members as points on the land outline.
    NetworkMap,
    /// The network with lines from Nanjing to the cities of the same admission.
    AdmissionArcs,
    /// Nanjing and Suzhou with the distance between them.
    TwoCities,
}

/// A table the program fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ComputedTable {
    /// How the figures on record and UNESCO's count add up.
    Totals,
    /// Each admission, announced and found.
    Admissions,
    /// The fields of the data files.
    Fields,
    /// What JSON and GeoJSON say once for all cities.
    Members,
    /// What has changed in the data: a table for each day.
    Changes,
}

/// Somebody who took part in the event.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Person {
    /// The person's name.
    pub name: String,
    /// Office and organisation.
    pub role: String,
    /// What the person did there.
    pub part: String,
}

/// An entry of the timeline, or a correction.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Moment {
    /// ISO 8601, to the day or the month.
    pub date: String,
    /// What happened; of a correction, what stood there and what does now.
    pub text: String,
}

/// A point on which the sources disagree.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Disagreement {
    /// What it is about.
    pub point: String,
    /// What each says and what this site does.
    pub text: String,
}

/// Who published the source, and where.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Imprint {
    /// What it is.
    pub text: String,
    /// The postal address as the source gives it.
    pub address: String,
}

/// Something the story rests on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Reference {
    /// Its title.
    pub label: String,
    /// Who published it.
    pub publisher: String,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Where it is, if that is recorded.
    pub url: Option<String>,
}

/// What a story reports of, if it is one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its day, ISO 8601.
    pub day: &'a str,
}

impl Story {
    /// The event, where both its name and its day are given.
    pub fn event(&self) -> Option<Event<'_>> {
        let (name, day) = (self.event_name.as_deref()?, self.event_date.as_deref()?);
        Some(Event { name, day })
    }

    /// The day that it is known by: that of its event, else that of its publication.
    pub fn day(&self) -> &str {
        self.event_date.as_ref().unwrap_or(&self.first_published)
    }
}

impl Drawing {
    /// The drawing's file below the pictures' folder, for readers of a language.
    pub fn file_name(self, language: Language) -> String {
        match (self, language) {
            // Nothing is written in these.
            (Self::AdmissionArcs, _) => "admission-arcs.svg".to_owned(),
            (Self::NetworkMap, _) => "network-map.svg".to_owned(),
            (Self::TwoCities, Language::English) => "two-cities.svg".to_owned(),
            (Self::TwoCities, other) => format!("two-cities.{}.svg", other.tag()),
        }
    }

    /// Width and height in CSS pixels, so that nothing shifts when it arrives.
    pub fn size_px(self) -> (u32, u32) {
        match self {
            Self::NetworkMap | Self::AdmissionArcs => (1200, 584),
            Self::TwoCities => (960, 540),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_story_is_read_whole_and_tells_the_three_dates() {
        let story: Story =
            serde_json::from_str(include_str!("../../public/content/en/story.json")).unwrap();
        assert_eq!(story.event_date.as_deref(), Some("2024-05-19"));
        assert_eq!(story.published.as_deref(), Some("2024-06-08"));
        assert!(story.timeline.iter().any(|moment| moment.date == "2024-02"));
        assert!(story.people.len() >= 6);
    }

    #[test]
    fn the_english_about_page_is_read_whole_and_has_every_table() {
        let about: About =
            serde_json::from_str(include_str!("../../public/content/en/about.json")).unwrap();
        for table in [
            ComputedTable::Totals,
            ComputedTable::Admissions,
            ComputedTable::Fields,
            ComputedTable::Members,
            ComputedTable::Changes,
        ] {
            assert!(about.blocks.contains(&Block::Table(table)));
        }
    }
}
