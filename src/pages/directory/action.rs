//! What the controls of the directory do. Each carries its action as a text, so that one listener
//! serves all of them and a view is nothing but data.

use crate::domain::display::View;
use crate::domain::peers::PeerCriterion;
use crate::domain::query::{Facet, FacetValue, Sort};
use crate::domain::slugs::is_slug;

/// What a control does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// Sets a facet's value, or drops it where it is set.
    Toggle(FacetValue),
    /// Drops every filter and the text.
    Clear,
    /// Drops the shared list.
    DropList,
    /// Sets the order.
    Sort(Sort),
    /// Shows another view.
    View(View),
    /// Stars a city, or takes its star away.
    Star(String),
    /// Lays a city beside others, or takes it away.
    Compare(String),
    /// Lays no city beside others any more.
    EndComparison,
    /// Lets a criterion count for likeness, or no longer.
    Criterion(PeerCriterion),
    /// Asks for no peers any more.
    EndPeers,
    /// Takes the way out of an empty result that has this number.
    Suggestion(usize),
    /// Takes the filter offered for words of the text that has this number.
    Offer(usize),
    /// Asks where the reader is.
    Locate,
    /// Moves the map.
    Map(MapAct),
    /// Does one of the things for which the word is enough.
    Tool(Tool),
}

/// What a control of the map does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MapAct {
    /// Shows less, larger.
    Closer,
    /// Shows more, smaller.
    Farther,
    /// Shows the whole world.
    World,
    /// Shows all results and little else.
    Results,
    /// Asks where the reader is, and shows what lies there.
    Near,
}

/// What a reader does with the results.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tool {
    /// Saves a table.
    Csv,
    /// Saves a table that begins with a byte order mark, as Excel wants it.
    CsvForExcel,
    /// Saves a document.
    Json,
    /// Saves a map layer.
    GeoJson,
    /// Copies a sentence.
    Sentence,
    /// Copies a citation.
    Citation,
    /// Copies the address.
    Address,
    /// Prints.
    Print,
    /// Shows the starred cities.
    ShowStarred,
    /// Copies a link to the starred cities.
    ShareStarred,
    /// Takes all stars away.
    ClearStarred,
    /// Shows the keys.
    Keys,
    /// Switches the keys on or off.
    SwitchKeys,
}

/// Between the parts of an action's text.
const SEPARATOR: char = ' ';

impl Action {
    /// The text that a control carries.
    #[must_use]
    pub fn value(&self) -> String {
        let (name, rest) = match self {
            Self::Toggle(value) => {
                return ["toggle", value.facet().key(), &value.value()].join(" ");
            }
            Self::Clear => ("clear", String::new()),
            Self::DropList => ("all", String::new()),
            Self::Sort(sort) => ("sort", sort.value().to_owned()),
            Self::View(view) => ("view", view.value().to_owned()),
            Self::Star(slug) => ("star", slug.clone()),
            Self::Compare(slug) => ("compare", slug.clone()),
            Self::EndComparison => ("apart", String::new()),
            Self::Criterion(criterion) => ("count", criterion.value().to_owned()),
            Self::EndPeers => ("unlike", String::new()),
            Self::Suggestion(number) => ("suggest", number.to_string()),
            Self::Offer(number) => ("offer", number.to_string()),
            Self::Locate => ("locate", String::new()),
            Self::Map(act) => ("map", act.value().to_owned()),
            Self::Tool(tool) => (tool.value(), String::new()),
        };
        if rest.is_empty() {
            return name.to_owned();
        }
        [name, &rest].join(" ")
    }

    /// Reads the text that a control carries.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once(SEPARATOR).unwrap_or((text, ""));
        match name {
            "toggle" => {
                let (key, value) = rest.split_once(SEPARATOR)?;
                let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key)?;
                FacetValue::parse(facet, value).map(Self::Toggle)
            }
            "clear" => Some(Self::Clear),
            "all" => Some(Self::DropList),
            "sort" => Sort::parse(rest).map(Self::Sort),
            "view" => View::parse(rest).map(Self::View),
            "star" => is_slug(rest).then(|| Self::Star(rest.to_owned())),
            "compare" => is_slug(rest).then(|| Self::Compare(rest.to_owned())),
            "apart" => Some(Self::EndComparison),
            "count" => PeerCriterion::parse(rest).map(Self::Criterion),
            "unlike" => Some(Self::EndPeers),
            "suggest" => rest.parse().ok().map(Self::Suggestion),
            "offer" => rest.parse().ok().map(Self::Offer),
            "locate" => Some(Self::Locate),
            "map" => MapAct::parse(rest).map(Self::Map),
            name => Tool::parse(name).map(Self::Tool),
        }
    }
}

impl MapAct {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Closer,
        Self::Farther,
        Self::World,
        Self::Results,
        Self::Near,
    ];

    /// Its word.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Closer => "closer",
            Self::Farther => "farther",
            Self::World => "world",
            Self::Results => "fit",
            Self::Near => "locate",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.value() == text)
    }
}

impl Tool {
    /// Every tool.
    pub const ALL: [Self; 13] = [
        Self::Csv,
        Self::CsvForExcel,
        Self::Json,
        Self::GeoJson,
        Self::Sentence,
        Self::Citation,
        Self::Address,
        Self::Print,
        Self::ShowStarred,
        Self::ShareStarred,
        Self::ClearStarred,
        Self::Keys,
        Self::SwitchKeys,
    ];

    fn value(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::CsvForExcel => "csv-for-excel",
            Self::Json => "json",
            Self::GeoJson => "geojson",
            Self::Sentence => "sentence",
            Self::Citation => "citation",
            Self::Address => "address",
            Self::Print => "print",
            Self::ShowStarred => "show-starred",
            Self::ShareStarred => "share-starred",
            Self::ClearStarred => "clear-starred",
            Self::Keys => "keys",
            Self::SwitchKeys => "switch-keys",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.value() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_read_back_from_what_its_control_carries() {
        let mut actions = vec![
            Action::Clear,
            Action::DropList,
            Action::Star("nanjing".to_owned()),
            Action::Compare("s-hertogenbosch".to_owned()),
            Action::EndComparison,
            Action::EndPeers,
            Action::Suggestion(2),
            Action::Offer(0),
            Action::Locate,
        ];
        actions.extend(Sort::ALL.map(Action::Sort));
        actions.extend(View::ALL.map(Action::View));
        actions.extend(PeerCriterion::ALL.map(Action::Criterion));
        actions.extend(MapAct::ALL.map(Action::Map));
        actions.extend(Tool::ALL.map(Action::Tool));
        for (facet, value) in [
            (Facet::Region, "africa"),
            (Facet::Country, "cn"),
            (Facet::Joined, "unknown"),
            (Facet::Award, "2019"),
        ] {
            actions.extend(FacetValue::parse(facet, value).map(Action::Toggle));
        }
        for action in actions {
            assert_eq!(Action::parse(&action.value()), Some(action));
        }
    }

    #[test]
    fn what_no_control_carries_is_no_action() {
        for text in [
            "",
            "toggle",
            "toggle country",
            "toggle country zz",
            "star A b",
            "view globe",
            "map",
            "map sideways",
        ] {
            assert_eq!(Action::parse(text), None, "{text}");
        }
    }
}
