//! The log of the data's changes as tables, one for each day, the latest first.

use std::collections::BTreeMap;

use crate::components::document_table::{TableCell, TableContent};
use crate::domain::change_log::{Change, ChangeLog, RecordedValue};
use crate::domain::language::Language;
use crate::domain::source::Source;
use crate::i18n::change_wording::{ValueWording, change_name, value_language};
use crate::i18n::texts::Text;
use crate::pages::about::source_link;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// The log with what it is told by.
pub(super) struct LogWording<'a> {
    pub(super) site: &'a Site,
    pub(super) catalogue: &'a Catalogue,
    pub(super) sources: &'a [Source],
    pub(super) log: &'a ChangeLog,
}

impl LogWording<'_> {
    /// Whether anything has changed, in a sentence.
    pub(super) fn summary(&self) -> String {
        let texts = &self.site.texts;
        let text = match self.log.changes.is_empty() {
            true => Text::ChangesNone,
            false => Text::ChangesSome,
        };
        texts.fill(text, &[("date", &texts.date(&self.log.first_published))])
    }

    /// A table for each day.
    pub(super) fn tables(&self) -> Vec<TableContent> {
        let mut days: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
        for change in &self.log.changes {
            days.entry(&change.date).or_default().push(change);
        }
        let days = days.into_iter().rev();
        days.map(|(day, changes)| self.table(day, &changes))
            .collect()
    }

    fn table(&self, day: &str, changes: &[&Change]) -> TableContent {
        let texts = &self.site.texts;
        let columns = [
            Text::TableName,
            Text::ChangeHeading,
            Text::ChangeBefore,
            Text::ChangeAfter,
            Text::CitySources,
        ];
        let rows = changes.iter().map(|change| {
            let sources = change.sources.iter();
            let sources = sources.map(|id| source_link(self.sources, id)).collect();
            let cells = vec![
                TableCell::Text(change_name(texts, change)),
                self.value(change, change.before.as_ref()),
                self.value(change, change.after.as_ref()),
                TableCell::Several(sources),
            ];
            (self.city(change), cells)
        });
        TableContent {
            caption: texts.fill(Text::ChangesDay, &[("date", &texts.date(day))]),
            columns: columns.map(|text| texts.get(text).to_owned()).into(),
            rows: rows.collect(),
        }
    }

    /// The city by its name today; as it was called then where its record is gone.
    fn city(&self, change: &Change) -> TableCell {
        let directory = &self.catalogue.directory;
        let found = directory.find(&change.city);
        match found.and_then(|id| directory.city(id)) {
            Some(city) => TableCell::Name {
                name: city.name.clone(),
                language: self.site.name_language(city),
                href: Some(self.site.href(Page::City(city.slug.clone()))),
            },
            None => TableCell::Name {
                name: change.name.clone(),
                language: Language::English.tag_among(self.site.language()),
                href: None,
            },
        }
    }

    /// A value before or after; nothing where the whole record is new or gone.
    fn value(&self, change: &Change, value: Option<&RecordedValue>) -> TableCell {
        let Some(field) = change.field else {
            return TableCell::Text(String::new());
        };
        let wording = ValueWording {
            texts: &self.site.texts,
            directory: &self.catalogue.directory,
            sources: self.sources,
        };
        let language = value.and_then(|_| value_language(field));
        TableCell::Value {
            text: wording.words(field, value),
            language: language.and_then(|language| language.tag_among(self.site.language())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::record::read_changes;
    use crate::i18n::texts::Texts;
    use crate::routes::Base;

    const CITIES: &str =
        r#"[{"slug":"a","name":"A","iso2":"FR","region":"africa","country":"France"}]"#;

    fn told(changes: &str) -> (String, Vec<TableContent>) {
        let texts = Texts::english();
        let (catalogue, _) = Catalogue::read(CITIES, "[]", &texts).unwrap();
        let site = Site::new(Base::new("/"), Arc::new(texts), "");
        let text = format!(r#"{{"first_published":"2026-11-23","changes":[{changes}]}}"#);
        let log = read_changes("changes.json", &text);
        assert_eq!(log.issues, []);
        let source = Source {
            id: "s1".into(),
            publisher: "UIL".into(),
            title: "T".into(),
            date: None,
            url: Some("https://a.example/".into()),
            attests: None,
        };
        let wording = LogWording {
            site: &site,
            catalogue: &catalogue,
            sources: &[source],
            log: &log.value,
        };
        (wording.summary(), wording.tables())
    }

    #[test]
    fn data_that_nobody_has_changed_say_since_when() {
        let (summary, tables) = told("");
        assert_eq!(
            summary,
            "The data stand as first published on 23 November 2026."
        );
        assert_eq!(tables, []);
    }

    #[test]
    fn changes_stand_by_day_the_latest_first_with_city_values_and_sources() {
        let (_, tables) = told(
            r#"{"date":"2026-12-01","kind":"corrected","city":"a","name":"A","field":"population","before":10,"after":12000,"sources":["s1"]},
               {"date":"2027-01-02","kind":"removed","city":"gone","name":"Gone","sources":["s1"]},
               {"date":"2026-12-01","kind":"renamed","city":"a","name":"A","field":"name","after":"A","sources":["s1"]}"#,
        );
        let captions: Vec<&str> = tables.iter().map(|table| &*table.caption).collect();
        assert_eq!(
            captions,
            ["Changes of 2 January 2027", "Changes of 1 December 2026"]
        );
        let (gone, cells) = &tables[0].rows[0];
        assert!(matches!(gone, TableCell::Name { name, href: None, .. } if name == "Gone"));
        assert_eq!(cells[0], TableCell::Text("Taken out".to_owned()));
        let (city, cells) = &tables[1].rows[0];
        let address = "/cities/a/";
        assert!(matches!(city, TableCell::Name { href: Some(href), .. } if href == address));
        let value = |text: &str| TableCell::Value {
            text: text.to_owned(),
            language: None,
        };
        assert_eq!(cells[1..3], [value("10"), value("12,000")]);
        let source = TableCell::Link {
            label: "UIL".to_owned(),
            href: "https://a.example/".to_owned(),
        };
        assert_eq!(cells[3], TableCell::Several(vec![source]));
        assert_eq!(
            tables[1].rows[1].1[1..3],
            [value("nothing on record"), value("A")]
        );
    }
}
