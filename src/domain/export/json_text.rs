//! Writes JSON (RFC 8259) into a text. A tree of values, built and then written, would cost the
//! browser's program more than this.

use super::degrees::degrees;
use super::field::Cell;

/// A JSON text that grows. Commas come by themselves: after all but an opening sign.
#[derive(Default)]
pub(super) struct JsonText(String);

impl JsonText {
    pub(super) fn open(&mut self, sign: char) {
        self.separate();
        self.0.push(sign);
    }

    pub(super) fn close(&mut self, sign: char) {
        self.0.push(sign);
    }

    /// Begins a member of an object: what is written next is its value.
    pub(super) fn key(&mut self, key: &str) {
        self.string(key);
        self.0.push(':');
    }

    /// Begins a line, so that a long list can be read and compared line by line.
    pub(super) fn line(&mut self) {
        self.separate();
        self.0.push('\n');
    }

    pub(super) fn string(&mut self, text: &str) {
        self.separate();
        self.0.push('"');
        for character in text.chars() {
            self.character(character);
        }
        self.0.push('"');
    }

    /// A value that is JSON already.
    pub(super) fn literal(&mut self, literal: &str) {
        self.separate();
        self.0.push_str(literal);
    }

    pub(super) fn strings(&mut self, texts: &[String]) {
        self.open('[');
        for text in texts {
            self.string(text);
        }
        self.close(']');
    }

    pub(super) fn cell(&mut self, cell: Cell<'_>) {
        match cell {
            Cell::Empty => self.literal("null"),
            Cell::Text(text) => self.string(text),
            Cell::Number(number) => self.literal(&number.to_string()),
            Cell::Truth(truth) => self.literal(if truth { "true" } else { "false" }),
            Cell::Degrees(number) => self.literal(&degrees(number)),
            Cell::Texts(texts) => self.strings(texts),
            Cell::Years(years) => {
                self.open('[');
                for year in years {
                    self.literal(&year.to_string());
                }
                self.close(']');
            }
            Cell::Names(names) => {
                self.open('{');
                for (language, name) in names {
                    self.key(language.tag());
                    self.string(name);
                }
                self.close('}');
            }
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.0.push('\n');
        self.0
    }

    fn separate(&mut self) {
        // Within strings a line break is escaped and the last sign is a quotation mark, so these
        // are always signs of the structure.
        let is_first = self.0.is_empty() || self.0.ends_with(['{', '[', ':', '\n']);
        if !is_first {
            self.0.push(',');
        }
    }

    fn character(&mut self, character: char) {
        match character {
            '"' | '\\' => {
                self.0.push('\\');
                self.0.push(character);
            }
            // Control characters must be escaped (RFC 8259, 7); all have two hexadecimal digits.
            '\0'..='\x1f' => {
                let number = u32::from(character);
                self.0.push_str("\\u00");
                self.0.extend(char::from_digit(number / 16, 16));
                self.0.extend(char::from_digit(number % 16, 16));
            }
            other => self.0.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn commas_stand_between_and_nowhere_else() {
        let mut json = JsonText::default();
        json.open('{');
        json.key("a");
        json.open('[');
        for _ in 0..2 {
            json.line();
            json.open('[');
            json.close(']');
        }
        json.close(']');
        json.key("b");
        json.string("[");
        json.key("c");
        json.cell(Cell::Empty);
        json.close('}');
        let text = json.finish();
        assert_eq!(text, "{\"a\":[\n[],\n[]],\"b\":\"[\",\"c\":null}\n");
    }

    proptest! {
        #[test]
        fn any_texts_are_read_back_as_they_were(texts in prop::collection::vec("(?s).{0,12}", 0..4)) {
            let mut json = JsonText::default();
            json.strings(&texts);
            prop_assert_eq!(serde_json::from_str::<Value>(&json.finish()).unwrap(), json!(texts));
        }
    }
}
