//! Why a file is not JSON, in the words of somebody who edits it.
//!
//! One library gives the place of every value, another reads them in the site: the text must stand
//! before both.

use jsonc_parser::ParseOptions;
use jsonc_parser::ast::Value;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::parse_to_ast;
use serde::de::IgnoredAny;

use super::finding::Finding;
use super::source_file::SourceFile;

/// Quotation marks that word processors put in place of straight ones.
const CURLY: [char; 6] = ['“', '”', '„', '‟', '«', '»'];

/// JSON as RFC 8259 has it, and nothing beyond.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Characters shown of the place before which a comma is missing.
const SHOWN_CHARACTERS: usize = 20;

const UNREADABLE: &str = "From here on nothing of this file can be read, and the build stops.";

/// The values of a file with their places.
///
/// # Errors
/// Where the text is not JSON, the first place at which it is not.
pub(super) fn tree(file: &SourceFile) -> Result<Value<'_>, Box<Finding>> {
    let parsed = parse_to_ast(&file.text, &Default::default(), &STRICT)
        .map_err(|error| Box::new(explained(file, &error)))?;
    if let Err(error) = serde_json::from_str::<IgnoredAny>(&file.text) {
        let offset = file.offset(0, error.line(), error.column());
        let expected = "JSON as RFC 8259 defines it";
        let found = error.to_string();
        return Err(Box::new(Finding::at(
            file, offset, &found, expected, UNREADABLE,
        )));
    }
    parsed.value.ok_or_else(|| {
        let expected = "JSON text";
        Box::new(Finding::of_file(
            &file.name,
            "an empty file",
            expected,
            UNREADABLE,
        ))
    })
}

fn explained(file: &SourceFile, error: &ParseError) -> Finding {
    let range = error.range();
    let (mut offset, mut end) = (range.start, range.end);
    let found_there = |from: usize, to: usize| match file.slice(from, to) {
        "" => "the end of the file".to_owned(),
        text => format!("`{text}`"),
    };
    let expected = if let Some(curly) = curly_quote(file, offset, end) {
        (offset, end) = curly;
        "a straight quotation mark (\") around keys and texts; word processors make curly ones"
    } else {
        // A comma too many is told where it stands, not at the bracket after it.
        let before = file.slice(0, offset).trim_end();
        let comma = before.ends_with(',').then(|| before.len() - 1);
        match (error.kind(), comma) {
            (ParseErrorKind::TrailingCommasNotAllowed, None) => {
                "no comma before a closing bracket: take it out"
            }
            (
                ParseErrorKind::TrailingCommasNotAllowed
                | ParseErrorKind::UnexpectedCloseBrace
                | ParseErrorKind::UnexpectedCloseBracket,
                Some(comma),
            ) => {
                (offset, end) = (comma, comma + 1);
                "no comma before a closing bracket: take it out"
            }
            (kind @ ParseErrorKind::ExpectedComma, _) => {
                let rest = file.slice(offset, file.text.len());
                offset += rest.len() - rest.trim_start().len();
                let shown = rest.trim_start().chars().take(SHOWN_CHARACTERS);
                end = offset + shown.map(char::len_utf8).sum::<usize>();
                cure(kind)
            }
            (kind, _) => cure(kind),
        }
    };
    Finding::at(
        file,
        offset,
        &found_there(offset, end),
        expected,
        UNREADABLE,
    )
}

fn cure(kind: &ParseErrorKind) -> &'static str {
    use ParseErrorKind as Kind;
    match kind {
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => {
            "no remarks: JSON has no place for them"
        }
        Kind::ExpectedComma => "a comma between this and what stands before it",
        Kind::ExpectedColonAfterObjectKey => {
            "a colon after the key; was a quotation mark lost on the way?"
        }
        Kind::ExpectedStringObjectProperty | Kind::UnexpectedWord => {
            "straight quotation marks (\") around keys and texts"
        }
        Kind::SingleQuotedStringsNotAllowed => "double quotation marks (\"), not single ones",
        Kind::TrailingCommasNotAllowed => "no comma before a closing bracket: take it out",
        Kind::UnexpectedComma => "one comma between two values, not two",
        Kind::UnterminatedArray => "a closing bracket (]) for the list that begins here",
        Kind::UnterminatedObject => "a closing brace (}) for the object that begins here",
        Kind::String(_) => "a text that ends with a straight quotation mark on the same line",
        Kind::MultipleRootJsonValues => "nothing after the last bracket of the file",
        Kind::NonFiniteNumbersNotAllowed
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed
        | Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit => "a number in plain digits, such as 12 or -0.5",
        _ => "JSON: a text in quotation marks, a number, true, false, null, [ ] or { }",
    }
}

/// A curly quotation mark that stands where a straight one should: beside a bracket, a colon or a
/// comma on the line where the reading stopped.
fn curly_quote(file: &SourceFile, from: usize, to: usize) -> Option<(usize, usize)> {
    let start = file.slice(0, from).rfind('\n').map_or(0, |at| at + 1);
    let rest = file.slice(to, file.text.len());
    let end = to + rest.find('\n').unwrap_or(rest.len());
    let line = file.slice(start, end);
    let mut marks = line.match_indices(CURLY).filter(|(at, mark)| {
        let before = line.get(..*at).unwrap_or_default().trim_end();
        let after = line.get(at + mark.len()..).unwrap_or_default().trim_start();
        before.is_empty()
            || before.ends_with(['{', '[', ',', ':'])
            || after.starts_with([':', ',', '}', ']'])
    });
    let (at, mark) = marks.next()?;
    // In a text that is in order there may be any number of them: the reading stopped after one.
    (start + at <= to).then_some((start + at, start + at + mark.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Option<usize>, String, String) {
        let file = SourceFile {
            name: "a.json".to_owned(),
            text: text.to_owned(),
        };
        let finding = *tree(&file).unwrap_err();
        (finding.column, finding.found, finding.expected)
    }

    #[test]
    fn what_an_editor_slips_in_is_named_with_its_cure() {
        for (text, column, word) in [
            (r#"[1,]"#, 3, "comma"),
            (r#"{"a":1,}"#, 7, "comma"),
            (r#"{"a":1 "b":2}"#, 8, "a comma between"),
            (r#"{“a”:1}"#, 2, "straight"),
            (r#"{"a“:1,"b":2}"#, 4, "straight"),
            (r#"{'a':1}"#, 2, "double"),
            (r#"{"a":1} x"#, 9, "nothing after"),
            (r#"[1,2"#, 1, "closing bracket"),
            ("[1] // x", 5, "remarks"),
        ] {
            let (at, found, expected) = told(text);
            assert!(expected.contains(word), "{text}: {found} | {expected}");
            assert_eq!(at, Some(column), "{text}: {expected}");
        }
    }
}
