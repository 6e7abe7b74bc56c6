//! Shortens the names by which the program imports what the script gives it. wasm-bindgen makes
//! them long and unique (`__wbg_appendChild_92f9a1d4…`), and every one stands in both files: together
//! they are four kilobytes of the two, compressed.
//!
//! Format: WebAssembly Core Specification 2.0, 5.5.5 (import section).

use std::collections::BTreeMap;

use super::wasm_binary::{Reader, push_number, push_vector, with_section};

/// What the names begin with that wasm-bindgen makes.
const MADE: &str = "__wb";

/// The number of the import section.
const IMPORTS: u8 = 2;

/// Program and script with shorter names; `None` where the program is not what it should be, and
/// both stay as they are.
pub(crate) fn shortened(program: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let shorter = with_section(program, IMPORTS, |content| imports(content, &mut names))?;
    Some((shorter, renamed(script, &names)))
}

/// The import section with new names, each of which is noted.
fn imports(content: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader(content);
    let count = reader.number()?;
    let mut written = Vec::with_capacity(content.len());
    push_number(&mut written, count);
    for _ in 0..count {
        let module = reader.vector()?;
        let name = std::str::from_utf8(reader.vector()?).ok()?;
        push_vector(&mut written, module);
        if name.starts_with(MADE) {
            let next = format!("_{}", names.len());
            let short = names.entry(name.to_owned()).or_insert(next);
            push_vector(&mut written, short.as_bytes());
        } else {
            push_vector(&mut written, name.as_bytes());
        }
        // A function, by the number of its type, is all that wasm-bindgen imports.
        let kind = reader.byte()?;
        if kind != 0 {
            return None;
        }
        written.push(kind);
        push_number(&mut written, reader.number()?);
    }
    Some(written)
}

/// The script with the names it gives things by, whole words only.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut written = String::with_capacity(script.len());
    let mut word = String::new();
    for character in script.chars().chain(['\n']) {
        if character.is_ascii_alphanumeric() || character == '_' || character == '$' {
            word.push(character);
            continue;
        }
        written.push_str(names.get(&word).unwrap_or(&word));
        word.clear();
        written.push(character);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one imported function of a module "m", and a custom section of 200 bytes.
    fn module(name: &str) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let mut content = vec![1, 1, b'm'];
        push_vector(&mut content, name.as_bytes());
        content.extend([0, 5]);
        module.push(IMPORTS);
        push_vector(&mut module, &content);
        module.push(0);
        push_vector(&mut module, &[7; 200]);
        module
    }

    #[test]
    fn a_name_is_shortened_in_both_files_and_nothing_else_changes() {
        let long = "__wbg_appendChild_92f9a1d4";
        let script = format!("x={{{long}:f,{long}2:g}};y={long}(1)");
        let (program, script) = shortened(&module(long), &script).unwrap();
        assert_eq!(program, module("_0"));
        assert_eq!(script.trim_end(), format!("x={{_0:f,{long}2:g}};y=_0(1)"));
    }

    #[test]
    fn names_that_others_chose_stay() {
        let (program, script) = shortened(&module("memory"), "memory").unwrap();
        assert_eq!(program, module("memory"));
        assert_eq!(script.trim_end(), "memory");
    }

    #[test]
    fn what_is_no_program_is_left_as_it_is() {
        assert_eq!(shortened(b"\0asm", ""), None);
        let cut = module("__wb");
        assert_eq!(shortened(&cut[..cut.len() - 1], ""), None);
    }
}
