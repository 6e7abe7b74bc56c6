//! A file as it lies on the disk: is it there, is it UTF-8, and on which line does what stand.

use std::fs;
use std::path::Path;

use super::finding::Finding;

/// What some editors put before the text of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The byte order marks of UTF-16, little and big end first.
const UTF_16_MARKS: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];

const NOT_READ: &str = "Nothing of this file can be read, and the build stops.";

/// The text of a file.
#[derive(Clone, Debug)]
pub(super) struct SourceFile {
    /// Its path from the project's folder, with `/` between the parts.
    pub(super) name: String,
    /// Its text, without a byte order mark.
    pub(super) text: String,
}

impl SourceFile {
    /// Reads a file below the project's folder; what keeps it from being read is told.
    pub(super) fn read(project: &Path, name: &str, findings: &mut Vec<Finding>) -> Option<Self> {
        let told = match fs::read(project.join(name)) {
            Ok(bytes) => match decoded(&bytes) {
                Ok(text) => return Some(Self::unmarked(name, text, findings)),
                Err(finding) => finding(name),
            },
            Err(error) => {
                let found = format!("no file that can be read ({})", error.kind());
                Finding::of_file(name, &found, "a file of that name", NOT_READ)
            }
        };
        findings.push(told);
        None
    }

    /// Line and column of a byte, both counted from 1; the column in characters.
    pub(super) fn place(&self, offset: usize) -> (usize, usize) {
        place(&self.text, offset)
    }

    /// The text between two bytes.
    pub(super) fn slice(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The byte at which a column of a line stands, as serde_json counts them: lines from 1, columns
    /// in bytes; `from` is where the text that it read begins.
    pub(super) fn offset(&self, from: usize, line: usize, column: usize) -> usize {
        let text = self.text.get(from..).unwrap_or_default();
        let before: usize = text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        from + before + column.saturating_sub(1)
    }

    fn unmarked(name: &str, text: &str, findings: &mut Vec<Finding>) -> Self {
        let unmarked = text.strip_prefix(BYTE_ORDER_MARK);
        if unmarked.is_some() {
            let mut told = Finding::of_file(
                name,
                "a byte order mark, an invisible character before the text",
                "UTF-8 without it: choose “UTF-8”, not “UTF-8 with BOM”, when you save",
                "Programs that read the file strictly refuse it, and the build stops.",
            );
            (told.line, told.column) = (Some(1), Some(1));
            findings.push(told);
        }
        Self {
            name: name.to_owned(),
            text: unmarked.unwrap_or(text).to_owned(),
        }
    }
}

fn decoded(bytes: &[u8]) -> Result<&str, impl FnOnce(&str) -> Finding> {
    let valid = std::str::from_utf8(bytes);
    let is_utf_16 = UTF_16_MARKS.iter().any(|mark| bytes.starts_with(mark));
    let is_wide = is_utf_16 || bytes.iter().take(64).any(|byte| *byte == 0);
    let (found, at) = match valid {
        Ok(text) if !is_wide => return Ok(text),
        _ if is_wide => (
            "a file in UTF-16, which some editors call Unicode".to_owned(),
            None,
        ),
        Ok(_) => (String::new(), None),
        Err(error) => {
            let end = error.valid_up_to();
            let byte = bytes.get(end).copied().unwrap_or_default();
            let before = bytes.get(..end).unwrap_or_default();
            let before = String::from_utf8_lossy(before);
            let found = format!(
                "a byte ({byte:02x}) that is not UTF-8; in Windows-1252 or Latin-1 it would be “{}”",
                char::from(byte)
            );
            (found, Some(place(&before, before.len())))
        }
    };
    Err(move |name: &str| {
        let cure = "a file saved as UTF-8: open it in the encoding it has, then save it as “UTF-8”";
        Finding {
            line: at.map(|(line, _)| line),
            column: at.map(|(_, column)| column),
            found: found.clone(),
            ..Finding::of_file(name, "", cure, NOT_READ)
        }
    })
}

fn place(text: &str, offset: usize) -> (usize, usize) {
    let end = (0..=offset.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let before = text.get(..end.unwrap_or_default()).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_from_one_in_characters() {
        let text = "a\n南京 b\n";
        for (offset, expected) in [
            (0, (1, 1)),
            (2, (2, 1)),
            (5, (2, 2)),
            (9, (2, 4)),
            (99, (3, 1)),
        ] {
            assert_eq!(place(text, offset), expected, "{offset}");
        }
    }

    #[test]
    fn other_encodings_are_recognised_by_their_bytes() {
        assert_eq!(decoded("São".as_bytes()).ok(), Some("São"));
        for (bytes, word) in [
            (b"S\xe3o Paulo".as_slice(), "“ã”"),
            (b"\xff\xfe[\0", "UTF-16"),
            (b"[\0]\0", "UTF-16"),
        ] {
            let told = decoded(bytes).map_err(|told| told("a.json").found);
            assert!(told.is_err_and(|found| found.contains(word)), "{word}");
        }
    }
}
