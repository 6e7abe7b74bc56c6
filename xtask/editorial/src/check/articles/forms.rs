//! What each part of an article must be. Every part is read by itself with the types of the site,
//! so that all that is wrong is told, not the first alone.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use learning_cities::content::article::{
    About, Block, Disagreement, Imprint, Moment, Person, Reference, Story,
};
use learning_cities::domain::edit_distance::nearest;
use serde::de::DeserializeOwned;

use super::super::document::{Document, given, member, text};
use super::super::finding::Finding;

/// Slips within which another kind or field is suggested.
const SUGGESTION_EDITS: usize = 2;

/// Days of the longest month, and months of a year.
const LAST_DAY: u32 = 31;
const LAST_MONTH: u32 = 12;

const HARM: &str = "The page could not be written; the build stops.";

/// A part of an article.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Text,
    Date,
    Texts,
    Blocks,
    People,
    Moments,
    Disagreements,
    Imprint,
    References,
}

/// A kind of article: its parts, which of them it may lack, and the file read whole, should the parts
/// have let something pass.
#[derive(Clone, Copy)]
pub(super) struct ArticleForm {
    parts: &'static [(&'static str, Form)],
    optional: &'static [&'static str],
    whole: fn(&str) -> Option<serde_json::Error>,
}

/// The parts of a story.
const STORY_PARTS: &[(&str, Form)] = &[
    ("kicker", Form::Text),
    ("headline", Form::Text),
    ("standfirst", Form::Text),
    ("byline", Form::Text),
    ("dateline", Form::Text),
    ("event_date", Form::Date),
    ("published", Form::Date),
    ("first_published", Form::Date),
    ("updated", Form::Date),
    ("description", Form::Text),
    ("key_points", Form::Texts),
    ("body", Form::Blocks),
    ("people", Form::People),
    ("timeline", Form::Moments),
    ("disagreements", Form::Disagreements),
    ("imprint", Form::Imprint),
    ("sources", Form::References),
    ("event_name", Form::Text),
    ("corrections", Form::Moments),
];

/// The form of `story.json`.
pub(super) const STORY: ArticleForm = ArticleForm {
    parts: STORY_PARTS,
    optional: &[],
    whole: |text| serde_json::from_str::<Story>(text).err(),
};

/// The form of a further story. It may rest on many reports, and tell of no event.
pub(super) const REPORT: ArticleForm = ArticleForm {
    optional: &[
        "dateline",
        "event_date",
        "event_name",
        "published",
        "people",
        "timeline",
        "disagreements",
        "imprint",
        "corrections",
    ],
    ..STORY
};

/// The form of `about.json`.
pub(super) const ABOUT: ArticleForm = ArticleForm {
    parts: &[
        ("title", Form::Text),
        ("standfirst", Form::Text),
        ("description", Form::Text),
        ("blocks", Form::Blocks),
    ],
    optional: &[],
    whole: |text| serde_json::from_str::<About>(text).err(),
};

/// Checks every part.
pub(super) fn findings(document: &Document<'_>, form: ArticleForm) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, part) in form.parts {
        if form.optional.contains(key) && given(&document.value, key).is_none() {
            continue;
        }
        let Some(value) = member(&document.value, key) else {
            let expected = format!("this part: {}", described(*part));
            let found = format!("no \"{key}\"");
            let start = document.value.start();
            findings.push(Finding::at(document.file, start, &found, &expected, HARM).field(key));
            continue;
        };
        let told = part_findings(document, value, *part);
        findings.extend(told.into_iter().map(|finding| finding.field(key)));
    }
    findings.extend(half_event(document));
    if findings.is_empty()
        && let Some(error) = (form.whole)(&document.file.text)
    {
        findings.push(explained(document, 0, &error));
    }
    findings
}

/// An event with a name and no day, or a day and no name.
fn half_event(document: &Document<'_>) -> Option<Finding> {
    let [name, day] = ["event_name", "event_date"].map(|key| given(&document.value, key));
    let (value, lacking) = match (name, day) {
        (Some(name), None) => (name, "event_date"),
        (None, Some(day)) => (day, "event_name"),
        _ => return None,
    };
    let expected = "both event_name and event_date, or neither";
    let harm = "The story would have no event: no calendar file, and no day of it on the page.";
    let mut told = document.finding(value, expected, harm).field(lacking);
    told.found = format!("no \"{lacking}\"");
    Some(told.doubtful())
}

fn part_findings(document: &Document<'_>, value: &Value<'_>, part: Form) -> Vec<Finding> {
    match part {
        Form::Text => typed::<String>(document, value).into_iter().collect(),
        Form::Date => match typed::<String>(document, value) {
            Some(finding) => vec![finding],
            None => undated(document, value).into_iter().collect(),
        },
        Form::Imprint => typed::<Imprint>(document, value).into_iter().collect(),
        Form::Texts => each::<String>(document, value, part),
        Form::Blocks => each::<Block>(document, value, part),
        Form::People => each::<Person>(document, value, part),
        Form::Disagreements => each::<Disagreement>(document, value, part),
        Form::References => each::<Reference>(document, value, part),
        Form::Moments => {
            let mut findings = each::<Moment>(document, value, part);
            let elements = value.as_array().into_iter().flat_map(|list| &list.elements);
            let dates = elements.filter_map(|moment| member(moment, "date"));
            findings.extend(dates.filter_map(|date| undated(document, date)));
            findings
        }
    }
}

fn each<T: DeserializeOwned>(
    document: &Document<'_>,
    value: &Value<'_>,
    part: Form,
) -> Vec<Finding> {
    let Some(list) = value.as_array() else {
        return vec![document.finding(value, described(part), HARM)];
    };
    let elements = (1..).zip(&list.elements);
    let told = elements.filter_map(|(row, element)| {
        let finding = typed::<T>(document, element)?;
        Some(Finding {
            row: Some(row),
            ..finding
        })
    });
    told.collect()
}

fn typed<T: DeserializeOwned>(document: &Document<'_>, value: &Value<'_>) -> Option<Finding> {
    let raw = document.file.slice(value.start(), value.end());
    let error = serde_json::from_str::<T>(raw).err()?;
    Some(explained(document, value.start(), &error))
}

/// An error of the reader in the words of an editor.
fn explained(document: &Document<'_>, start: usize, error: &serde_json::Error) -> Finding {
    let offset = document.file.offset(start, error.line(), error.column());
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default();
    let mut quoted = reason.split('`').skip(1).step_by(2);
    let named = quoted.next().unwrap_or_default();
    let allowed: Vec<&str> = quoted.collect();
    let (found, expected) = match reason.split(' ').next() {
        Some("missing") => (
            format!("no \"{named}\""),
            "all fields of this part".to_owned(),
        ),
        Some("unknown") => (
            format!("\"{named}\""),
            format!("one of {}", allowed.join(", ")),
        ),
        _ => (
            reason.to_owned(),
            "the form that README.md describes".to_owned(),
        ),
    };
    let meant = nearest(named, allowed.iter().copied(), SUGGESTION_EDITS);
    Finding::at(document.file, offset, &found, &expected, HARM).meant(meant)
}

fn undated(document: &Document<'_>, value: &Value<'_>) -> Option<Finding> {
    let date = text(value)?;
    let expected = "a day such as 2024-05-19, or a month such as 2024-02 (ISO 8601)";
    let harm = "Readers would see the date as it was typed, and programs could not read it.";
    (!is_date(date)).then(|| document.finding(value, expected, harm).field("date"))
}

/// A year and a month, perhaps with a day.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let is_digits = parts
        .iter()
        .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
    let is_within = |at: usize, last: u32| number(at).is_none_or(|it| (1..=last).contains(&it));
    is_digits
        && (widths == [4, 2] || widths == [4, 2, 2])
        && is_within(1, LAST_MONTH)
        && is_within(2, LAST_DAY)
}

fn described(part: Form) -> &'static str {
    match part {
        Form::Text => "a text in quotation marks",
        Form::Date => "a date in quotation marks, such as \"2024-05-19\"",
        Form::Texts => "a list of texts",
        Form::Blocks => "a list of blocks, each an object with its kind as the only key",
        Form::People => "a list of people, each with name, role and part",
        Form::Moments => "a list of entries, each with date and text",
        Form::Disagreements => "a list of entries, each with point and text",
        Form::Imprint => "an object with text and address",
        Form::References => "a list of sources, each with label and publisher",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_or_a_month() {
        for (text, expected) in [
            ("2024-05-19", true),
            ("2024-02", true),
            ("2024", false),
            ("19.05.2024", false),
            ("2024-13", false),
            ("2024-5-19", false),
            ("2024-05-1x", false),
        ] {
            assert_eq!(is_date(text), expected, "{text}");
        }
    }
}
