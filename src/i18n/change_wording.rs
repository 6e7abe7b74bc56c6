//! A change of the data in words: what has happened, to which fact, from what to what.

use crate::domain::change_log::{Change, ChangeKind, ChangedField, RecordedValue};
use crate::domain::city::Precision;
use crate::domain::country::CountryCode;
use crate::domain::directory::Directory;
use crate::domain::language::Language;
use crate::domain::region::Region;
use crate::domain::source::Source;
use crate::i18n::city_wording::{language_name, precision, region_name};
use crate::i18n::texts::{Text, Texts};

/// What has happened; of a fact that was corrected, with its name.
pub fn change_name(texts: &Texts, change: &Change) -> String {
    let kind = texts.get(match change.kind {
        ChangeKind::Added => Text::ChangeAdded,
        ChangeKind::Renamed => Text::ChangeRenamed,
        ChangeKind::Moved => Text::ChangeMoved,
        ChangeKind::Left => Text::ChangeLeft,
        ChangeKind::Removed => Text::ChangeRemoved,
        ChangeKind::Corrected => Text::ChangeCorrected,
    });
    match (change.kind, change.field) {
        (ChangeKind::Corrected, Some(field)) => texts.pair(kind, &field_label(texts, field)),
        _ => kind.to_owned(),
    }
}

/// The language of a value, where the field tells.
pub fn value_language(field: ChangedField) -> Option<Language> {
    match field {
        ChangedField::NameIn(language) => Some(language),
        // Records are kept in English.
        ChangedField::Name
        | ChangedField::Country
        | ChangedField::Note
        | ChangedField::Highlights => Some(Language::English),
        _ => None,
    }
}

/// What values of the data are named in words by.
pub struct ValueWording<'a> {
    /// The interface's texts.
    pub texts: &'a Texts,
    /// The cities with their countries.
    pub directory: &'a Directory,
    /// Every source the records name.
    pub sources: &'a [Source],
}

impl ValueWording<'_> {
    /// A value in words; what is not of the kind that the field has stays as it is recorded.
    pub fn words(&self, field: ChangedField, value: Option<&RecordedValue>) -> String {
        let texts = self.texts;
        match (field, value) {
            (_, None) => texts.get(Text::ChangeNothing).to_owned(),
            (_, Some(RecordedValue::Answer(answer))) => texts
                .get(match answer {
                    true => Text::PresumedCurrent,
                    false => Text::CompareMayHaveLeft,
                })
                .to_owned(),
            (ChangedField::Position, Some(RecordedValue::Numbers(degrees))) => {
                match degrees.as_slice() {
                    [latitude, longitude] => texts.coordinates(*latitude, *longitude),
                    _ => self.list(degrees),
                }
            }
            (ChangedField::Population, Some(RecordedValue::Number(people))) if *people >= 0.0 => {
                texts.number(*people as u64)
            }
            (ChangedField::Sources, Some(RecordedValue::Texts(ids))) => self.publishers(ids),
            (_, Some(RecordedValue::Number(number))) => number.to_string(),
            (_, Some(RecordedValue::Numbers(numbers))) => self.list(numbers),
            (_, Some(RecordedValue::Texts(parts))) => texts.list(parts),
            (field, Some(RecordedValue::Text(text))) => {
                self.word(field, text).unwrap_or_else(|| text.clone())
            }
        }
    }

    /// A fixed word of the data as readers know it.
    fn word(&self, field: ChangedField, text: &str) -> Option<String> {
        let word = match field {
            ChangedField::Region => region_name(self.texts, Region::parse(text)?),
            ChangedField::Precision => precision(self.texts, Precision::parse(text)?),
            ChangedField::CountryCode => {
                let code = CountryCode::parse(text)?;
                let name = self.directory.country_name(code, self.texts.language());
                (!name.is_empty()).then_some(name)?
            }
            _ => return None,
        };
        Some(word.to_owned())
    }

    fn list(&self, numbers: &[f64]) -> String {
        let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
        self.texts.list(&numbers)
    }

    fn publishers(&self, ids: &[String]) -> String {
        let publisher = |id: &String| {
            let source = self.sources.iter().find(|source| source.id == *id);
            source.map_or_else(|| id.clone(), |source| source.publisher.clone())
        };
        let publishers: Vec<String> = ids.iter().map(publisher).collect();
        self.texts.list(&publishers)
    }
}

fn field_label(texts: &Texts, field: ChangedField) -> String {
    let label = texts.get(match field {
        ChangedField::Name => Text::ChangeName,
        ChangedField::NativeName => Text::ChangeNativeName,
        ChangedField::Country | ChangedField::CountryCode => Text::CityCountry,
        ChangedField::Region => Text::CityRegion,
        ChangedField::Joined | ChangedField::Admissions => Text::CityJoined,
        ChangedField::Awards => Text::CityAwards,
        ChangedField::Position | ChangedField::Precision => Text::CityPosition,
        ChangedField::Population => Text::CityPopulation,
        ChangedField::LastAttested => Text::CityAttested,
        ChangedField::PresumedCurrent => Text::CityStanding,
        ChangedField::NameIn(language) => {
            let language = language_name(texts, language);
            return texts.fill(Text::ChangeNameIn, &[("language", language)]);
        }
        ChangedField::Aliases => Text::CityAliases,
        ChangedField::Sources => Text::CitySources,
        ChangedField::Note => Text::CityNote,
        ChangedField::Website => Text::CityProfile,
        ChangedField::CityPage => Text::CityOwnPage,
        ChangedField::Highlights => Text::CityKnownFor,
    });
    label.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Countries;

    fn words(field: ChangedField, value: RecordedValue) -> String {
        let texts = Texts::english();
        let wording = ValueWording {
            texts: &texts,
            directory: &Directory::new(Vec::new(), Countries::default()),
            sources: &[],
        };
        wording.words(field, Some(&value))
    }

    #[test]
    fn values_of_the_data_are_said_as_readers_know_them() {
        use ChangedField as Field;
        use RecordedValue as Value;
        for (field, value, expected) in [
            (
                Field::Region,
                Value::Text("arab-states".into()),
                "Arab States",
            ),
            (Field::Region, Value::Text("atlantis".into()), "atlantis"),
            (Field::CountryCode, Value::Text("FR".into()), "FR"),
            (Field::Joined, Value::Number(2019.0), "2019"),
            (
                Field::Admissions,
                Value::Numbers(vec![2019.0, 2024.0]),
                "2019, 2024",
            ),
            (Field::Population, Value::Number(2_690_000.0), "2,690,000"),
            (
                Field::Position,
                Value::Numbers(vec![-9.5, 32.0617]),
                "9.50° S, 32.06° E",
            ),
            (
                Field::Sources,
                Value::Texts(vec!["s1".into(), "s2".into()]),
                "s1, s2",
            ),
            (
                Field::PresumedCurrent,
                Value::Answer(true),
                "Presumed a current member",
            ),
        ] {
            assert_eq!(words(field, value), expected, "{field:?}");
        }
    }

    #[test]
    fn a_corrected_fact_is_named_and_every_field_has_a_label() {
        let texts = Texts::english();
        let labels = ChangedField::all();
        let labels = labels.iter().map(|field| field_label(&texts, *field));
        assert!(
            labels
                .into_iter()
                .all(|label| !label.is_empty() && !label.contains('.'))
        );
        let change = Change {
            date: "2026-12-01".into(),
            kind: ChangeKind::Corrected,
            city: "a".into(),
            name: "A".into(),
            field: Some(ChangedField::NameIn(Language::Chinese)),
            before: None,
            after: None,
            sources: Vec::new(),
        };
        assert_eq!(change_name(&texts, &change), "Corrected: Name in Chinese");
        let removed = Change {
            kind: ChangeKind::Removed,
            field: None,
            ..change
        };
        assert_eq!(change_name(&texts, &removed), "Taken out");
    }
}
