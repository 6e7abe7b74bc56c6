//! The fields of the data files as tables, made from the lists that the files are written by.

use crate::components::document_table::{TableCell, TableContent};
use crate::domain::export::dictionary::MemberPlace;
use crate::domain::export::{Field, Member};
use crate::i18n::field_wording::{
    field_gap, field_kind, field_meaning, field_origin, member_meaning,
};
use crate::i18n::texts::{Text, Texts};

/// The forms of the files, which have the same names in every language.
const TABLE: &str = "CSV";
const MAP_LAYER: &str = "GeoJSON";
const DOCUMENT: &str = "JSON";

/// Between the files that a field stands in.
const FILE_SEPARATOR: &str = ", ";

/// Every field: in which files it stands and as what, what it means, its values, what an empty one
/// means, whom it is from.
pub(super) fn fields(texts: &Texts) -> TableContent {
    let row = |field: Field| {
        let cells = [
            &files(texts, field),
            field_meaning(texts, field),
            field_kind(texts, field.kind()),
            field_gap(texts, field.gap()),
            field_origin(texts, field.origin()),
        ];
        let cells = cells.map(|cell| TableCell::Text(cell.to_owned()));
        (field.name().to_owned().into(), cells.into())
    };
    let columns = [
        Text::FieldsName,
        Text::FieldsFiles,
        Text::FieldsMeaning,
        Text::FieldsKind,
        Text::FieldsGap,
        Text::FieldsOrigin,
    ];
    TableContent {
        caption: texts.get(Text::FieldsCaption).to_owned(),
        columns: headings(texts, &columns),
        rows: Field::ALL.map(row).into(),
    }
}

/// What JSON documents and map layers say once for all cities.
pub(super) fn members(texts: &Texts) -> TableContent {
    let row = |member: Member| {
        let files = match member.place() {
            MemberPlace::Both => [DOCUMENT, MAP_LAYER].join(FILE_SEPARATOR),
            MemberPlace::Document => DOCUMENT.to_owned(),
            MemberPlace::MapLayer => MAP_LAYER.to_owned(),
        };
        let meaning = member_meaning(texts, member).to_owned();
        let cells = [files, meaning].map(TableCell::Text);
        (member.key().to_owned().into(), cells.into())
    };
    let columns = [Text::FieldsName, Text::FieldsFiles, Text::FieldsMeaning];
    TableContent {
        caption: texts.get(Text::MembersCaption).to_owned(),
        columns: headings(texts, &columns),
        rows: Member::ALL.map(row).into(),
    }
}

fn headings(texts: &Texts, columns: &[Text]) -> Vec<String> {
    let headings = columns.iter().map(|column| texts.get(*column).to_owned());
    headings.collect()
}

fn files(texts: &Texts, field: Field) -> String {
    let document = field.json_key().map(|key| {
        if key == field.name() {
            DOCUMENT.to_owned()
        } else {
            texts.fill(Text::FieldsJsonAs, &[("key", key)])
        }
    });
    let stands_once = field.property().is_none() && field.json_key().is_none();
    let files = [
        field.column().map(|_| TABLE.to_owned()),
        field.property().map(|_| MAP_LAYER.to_owned()),
        document,
        stands_once.then(|| texts.get(Text::FieldsJsonHead).to_owned()),
    ];
    let files: Vec<String> = files.into_iter().flatten().collect();
    files.join(FILE_SEPARATOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_and_member_has_a_row_without_an_empty_cell() {
        let texts = Texts::english();
        let tables = [fields(&texts), members(&texts)];
        assert_eq!(tables[0].rows.len(), Field::ALL.len());
        assert_eq!(tables[1].rows.len(), Member::ALL.len());
        for table in tables {
            for (heading, cells) in table.rows {
                assert_eq!(cells.len() + 1, table.columns.len(), "{heading:?}");
                let empty = TableCell::Text(String::new());
                assert!(heading != empty && !cells.contains(&empty), "{heading:?}");
            }
        }
    }

    #[test]
    fn a_field_says_where_it_has_another_name() {
        let texts = Texts::english();
        assert_eq!(files(&texts, Field::Slug), "CSV, GeoJSON, JSON");
        assert_eq!(files(&texts, Field::Latitude), "CSV, JSON as lat");
        assert_eq!(files(&texts, Field::Names), "JSON");
        assert_eq!(
            files(&texts, Field::Licence),
            "CSV, once in JSON and GeoJSON"
        );
    }
}
