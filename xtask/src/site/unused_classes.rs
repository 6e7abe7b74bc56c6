//! Takes the classes out of script and program that no one uses. A dependency of Leptos exports three,
//! for streams between browser and server; what is exported, and all it reaches, stays in both files.
//!
//! Format: WebAssembly Core Specification 2.0, 5.5.10 (export section); the script is as wasm-bindgen
//! writes it, one declaration after the other.

use super::wasm_binary::{Reader, push_number, push_vector, with_section};

/// The number of the export section.
const EXPORTS: u8 = 7;

/// Program and script without them; `None` where there are none, where the script uses one, or where
/// either is not what it should be: then both stay as they are.
pub(super) fn removed(program: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let classes = classes(script);
    let script = without(script, &classes);
    if classes.is_empty() || classes.iter().any(|class| script.contains(class)) {
        return None;
    }
    let prefixes: Vec<String> = classes.iter().flat_map(|class| prefixes(class)).collect();
    let program = with_section(program, EXPORTS, |content| exports(content, &prefixes))?;
    Some((program, script))
}

/// The classes that a script exports: the program has none of its own.
fn classes(script: &str) -> Vec<&str> {
    let declared = script
        .lines()
        .filter_map(|line| line.strip_prefix("export class "));
    declared.filter_map(|rest| rest.split(' ').next()).collect()
}

/// A script without the declarations of classes and what belongs to them.
fn without(script: &str, classes: &[&str]) -> String {
    let begins = |line: &str, before: &str, after: &str| {
        let is_of = |class: &&str| {
            let rest = line
                .strip_prefix(before)
                .and_then(|rest| rest.strip_prefix(*class));
            rest.is_some_and(|rest| rest.starts_with(after))
        };
        classes.iter().any(is_of)
    };
    let mut written = String::with_capacity(script.len());
    let mut end = None;
    for line in script.lines() {
        if end.is_none() {
            let is_class = begins(line, "export class ", " ");
            let belongs = begins(line, "if (Symbol.dispose) ", ".")
                || begins(line, "const ", "Finalization ");
            end = match (is_class, belongs) {
                (true, _) => Some("}"),
                (_, true) => Some(";"),
                _ => None,
            };
        }
        match end {
            None => {
                written.push_str(line);
                written.push('\n');
            }
            Some("}") if line == "}" => end = None,
            Some(";") if line.ends_with(';') => end = None,
            Some(_) => {}
        }
    }
    written
}

/// What the names begin with by which the program exports a class's methods, and its end.
fn prefixes(class: &str) -> [String; 2] {
    let class = class.to_ascii_lowercase();
    [format!("{class}_"), format!("__wbg_{class}_")]
}

/// The export section without the names that begin so.
fn exports(content: &[u8], prefixes: &[String]) -> Option<Vec<u8>> {
    let mut reader = Reader(content);
    let count = reader.number()?;
    let (mut kept, mut written) = (0, Vec::with_capacity(content.len()));
    for _ in 0..count {
        let name = reader.vector()?;
        let (kind, index) = (reader.byte()?, reader.number()?);
        let is_unused = |prefix: &String| name.starts_with(prefix.as_bytes());
        if prefixes.iter().any(is_unused) {
            continue;
        }
        kept += 1;
        push_vector(&mut written, name);
        written.push(kind);
        push_number(&mut written, index);
    }
    let mut section = Vec::with_capacity(content.len());
    push_number(&mut section, kept);
    section.extend(written);
    Some(section)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "export class Source {
    free() {
        wasm.__wbg_source_free(1);
    }
}
if (Symbol.dispose) Source.prototype[Symbol.dispose] = Source.prototype.free;

function run() { wasm.run(); }
const SourceFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_source_free(ptr, 1));
export { run };
";

    /// A module that exports functions by these names.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut content = Vec::new();
        push_number(&mut content, names.len() as u32);
        for name in names {
            push_vector(&mut content, name.as_bytes());
            content.extend([0, 5]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.push(EXPORTS);
        push_vector(&mut module, &content);
        module
    }

    #[test]
    fn a_class_that_no_one_uses_goes_from_both_files() {
        let program = module(&["run", "source_pull", "__wbg_source_free", "sourcery"]);
        let (program, script) = removed(&program, SCRIPT).unwrap();
        assert_eq!(program, module(&["run", "sourcery"]));
        assert_eq!(
            script.trim(),
            "function run() { wasm.run(); }\nexport { run };"
        );
    }

    #[test]
    fn a_class_that_the_script_makes_stays() {
        let script = format!("{SCRIPT}const made = Source.__wrap(1);\n");
        assert_eq!(removed(&module(&["run"]), &script), None);
    }

    #[test]
    fn what_has_no_classes_or_is_no_program_stays() {
        assert_eq!(removed(&module(&["run"]), "function run() {}"), None);
        assert_eq!(removed(b"\0asm", SCRIPT), None);
        let cut = module(&["run"]);
        assert_eq!(removed(&cut[..cut.len() - 1], SCRIPT), None);
    }
}
