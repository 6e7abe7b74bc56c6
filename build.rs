//! Generates the folding table of `src/domain/text.rs` as sorted runs over the Basic Multilingual
//! Plane. The program then carries some kilobytes of table, not the hundred of a Unicode crate.
//! Of traditional Chinese characters it knows those whose simplified ones the data have.

#[path = "src/domain/text/letters.rs"]
mod letters;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, error::Error, fs};

use letters::{APOSTROPHES, COVERED, IGNORED, LETTERS, PLACE_CHARACTERS};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Longest run: its length less one is stored in a byte.
const LONGEST_RUN: usize = 256;

/// The files whose names tell which Chinese characters matter.
const DATA: [&str; 2] = ["public/data/cities.json", "public/data/countries.json"];

/// Where traditional characters stand.
const CHINESE: [(char, char); 2] = [('\u{3400}', '\u{4dbf}'), ('\u{4e00}', '\u{9fff}')];

/// What becomes of one character.
#[derive(Clone, PartialEq)]
enum Folded {
    Unchanged,
    Dropped,
    Apostrophe,
    Text(String),
}

/// What becomes of every character of a run; the numbers are those that `text.rs` reads.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    Dropped,
    Space,
    Apostrophe,
    Same(u16),
    Shifted(u16),
    Paired,
    Pooled(u16),
}

struct Run {
    first: u16,
    length: usize,
    rule: Rule,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/domain/text/letters.rs");
    let mut known = PLACE_CHARACTERS.to_owned();
    for file in DATA {
        println!("cargo::rerun-if-changed={file}");
        known.push_str(&fs::read_to_string(file)?);
    }
    let mut pool = String::new();
    let runs = runs(&known, &mut pool)?;
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("folding.rs"), source(&runs, &pool)?)?;
    Ok(())
}

fn runs(known: &str, pool: &mut String) -> Result<Vec<Run>, Box<dyn Error>> {
    let mut runs: Vec<Run> = Vec::new();
    let covered = COVERED.iter().flat_map(|(first, last)| *first..=*last);
    let mut characters: BTreeMap<char, Folded> = covered.map(|c| (c, fold(c))).collect();
    characters.extend(simplified(known));
    for (c, folded) in characters {
        let code = u16::try_from(u32::from(c))?;
        let extended = runs
            .last_mut()
            .is_some_and(|run| extend(run, code, &folded));
        if let (false, Some(rule)) = (extended, rule(code, &folded, pool)?) {
            runs.push(Run {
                first: code,
                length: 1,
                rule,
            });
        }
    }
    Ok(runs)
}

/// The traditional characters with the simplified ones for them that the text has.
fn simplified(known: &str) -> impl Iterator<Item = (char, Folded)> {
    let traditional = CHINESE.iter().flat_map(|(first, last)| *first..=*last);
    traditional.filter_map(move |c| {
        let simplified = hanconv::t2s(c.to_string());
        let changed = !simplified.contains(c) && known.contains(&simplified);
        changed.then_some((c, Folded::Text(simplified)))
    })
}

/// Whether the run can take in the next character, and if so, takes it in.
fn extend(run: &mut Run, code: u16, folded: &Folded) -> bool {
    let offset = usize::from(code - run.first);
    if offset != run.length || run.length == LONGEST_RUN {
        return false;
    }
    let single = single(folded);
    let shift = single.map(|to| to.wrapping_sub(code));
    let rule = match run.rule {
        Rule::Dropped if *folded == Folded::Dropped => Rule::Dropped,
        Rule::Apostrophe if *folded == Folded::Apostrophe => Rule::Apostrophe,
        Rule::Space if *folded == Folded::Text(" ".into()) => Rule::Space,
        Rule::Same(to) if single == Some(to) => Rule::Same(to),
        Rule::Shifted(by) if shift == Some(by) => Rule::Shifted(by),
        // Capital and small letters that alternate: the capital at even offsets moves on by one.
        Rule::Shifted(1) if run.length == 1 && *folded == Folded::Unchanged => Rule::Paired,
        Rule::Paired if offset % 2 == 0 && shift == Some(1) => Rule::Paired,
        Rule::Paired if offset % 2 == 1 && *folded == Folded::Unchanged => Rule::Paired,
        // A run of one can still become either kind.
        Rule::Shifted(by) if run.length == 1 && single == Some(run.first.wrapping_add(by)) => {
            Rule::Same(run.first.wrapping_add(by))
        }
        _ => return false,
    };
    run.rule = rule;
    run.length += 1;
    true
}

fn rule(code: u16, folded: &Folded, pool: &mut String) -> Result<Option<Rule>, Box<dyn Error>> {
    Ok(match folded {
        Folded::Unchanged => None,
        Folded::Dropped => Some(Rule::Dropped),
        Folded::Apostrophe => Some(Rule::Apostrophe),
        Folded::Text(text) if text == " " => Some(Rule::Space),
        Folded::Text(text) => Some(match single(folded) {
            Some(to) => Rule::Shifted(to.wrapping_sub(code)),
            None => Rule::Pooled(pooled(text, pool)?),
        }),
    })
}

/// Where a longer text stands in the pool; each entry ends in a line feed.
fn pooled(text: &str, pool: &mut String) -> Result<u16, Box<dyn Error>> {
    let entry = format!("{text}\n");
    let at = pool.find(&entry).unwrap_or_else(|| {
        pool.push_str(&entry);
        pool.len() - entry.len()
    });
    Ok(u16::try_from(at)?)
}

fn single(folded: &Folded) -> Option<u16> {
    let Folded::Text(text) = folded else {
        return None;
    };
    let mut characters = text.chars();
    let first = characters.next()?;
    let alone = characters.next().is_none();
    u16::try_from(u32::from(first)).ok().filter(|_| alone)
}

fn fold(c: char) -> Folded {
    if APOSTROPHES.contains(&c) {
        return Folded::Apostrophe;
    }
    let mut decomposed = c.to_string();
    loop {
        let lower = decomposed.chars().flat_map(char::to_lowercase);
        let again: String = lower.nfkd().collect();
        if again == decomposed {
            break;
        }
        decomposed = again;
    }
    let text: String = decomposed.chars().map(fold_simple).collect();
    if text.is_empty() {
        Folded::Dropped
    } else if text == c.to_string() {
        Folded::Unchanged
    } else {
        Folded::Text(text)
    }
}

fn fold_simple(c: char) -> String {
    if let Some((_, to)) = LETTERS.iter().find(|(from, _)| *from == c) {
        return (*to).to_owned();
    }
    let ignored = IGNORED
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&c));
    let mark = canonical_combining_class(c) != 0 || (is_combining_mark(c) && !c.is_alphabetic());
    if ignored || mark || APOSTROPHES.contains(&c) {
        String::new()
    } else if c.is_alphanumeric() {
        c.to_string()
    } else {
        " ".to_owned()
    }
}

fn source(runs: &[Run], pool: &str) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let (mut first, mut length, mut kind, mut argument) =
        (String::new(), String::new(), String::new(), String::new());
    let mut before = 0;
    for run in runs {
        let (number, value) = match run.rule {
            Rule::Dropped => (0, 0),
            Rule::Space => (1, 0),
            Rule::Apostrophe => (2, 0),
            Rule::Same(to) => (3, to),
            Rule::Shifted(by) => (4, by),
            Rule::Paired => (5, 0),
            Rule::Pooled(at) => (6, at),
        };
        write!(first, "{},", run.first - before)?;
        before = run.first;
        write!(length, "{},", run.length - 1)?;
        write!(kind, "{number},")?;
        write!(argument, "{value},")?;
    }
    let count = runs.len();
    writeln!(out, "static GAPS: [u16; {count}] = [{first}];")?;
    writeln!(out, "static LENGTH_LESS_ONE: [u8; {count}] = [{length}];")?;
    writeln!(out, "static KIND: [u8; {count}] = [{kind}];")?;
    writeln!(out, "static ARGUMENT: [u16; {count}] = [{argument}];")?;
    writeln!(out, "static POOL: &str = {pool:?};")?;
    Ok(out)
}
