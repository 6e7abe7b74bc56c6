//! Folding: the form of a text in which spellings meet that a reader takes for the same.
//! Case, accents, width, apostrophes and punctuation go; Arabic letter forms unite; Hangul
//! syllables fall apart into letters, so that a half-typed syllable is a prefix.
//! The table is made by the build script; no Unicode crate is in the program.

#[cfg(test)]
mod letters;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::OnceLock;

// GAPS, LENGTH_LESS_ONE, KIND, ARGUMENT (one entry per run, sorted) and POOL. Where a run begins is
// told from where the one before does, which a host compresses to less than half.
include!(concat!(env!("OUT_DIR"), "/folding.rs"));

/// Bytes that the folding table takes in the program.
pub const TABLE_BYTES: usize = size_of_val(&GAPS)
    + size_of_val(&LENGTH_LESS_ONE)
    + size_of_val(&KIND)
    + size_of_val(&ARGUMENT)
    + POOL.len();

/// The syllables are numbered leading letter first, then vowel, then trailing letter (Unicode 3.12).
const HANGUL_FIRST: u32 = 0xAC00;
const HANGUL_LAST: u32 = 0xD7A3;
const LEADING_FIRST: u32 = 0x1100;
const VOWEL_FIRST: u32 = 0x1161;
/// One before the first trailing letter: number 0 stands for none.
const TRAILING_NONE: u32 = 0x11A7;
const TRAILING_COUNT: u32 = 28;
const SYLLABLES_PER_LEADING: u32 = 21 * TRAILING_COUNT;

/// What becomes of apostrophes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Apostrophes {
    /// They vanish: "xian".
    Removed,
    /// They part words like any other punctuation: "l alcora".
    Breaking,
}

/// A folded text that knows which part of the original each part came from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FoldedText {
    /// The folded form, the same as [`fold`] gives.
    pub text: String,
    /// One entry per character of the original that left a trace, in order.
    origins: Vec<Origin>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Origin {
    /// Where its trace begins in the folded text.
    folded_start: usize,
    /// Where it stands in the original, with the marks that follow it.
    start: usize,
    end: usize,
}

/// What the table says about one character.
enum Outcome {
    Dropped,
    Space,
    Apostrophe,
    Letter(char),
    Letters(&'static str),
}

/// The form used for search and sorting. Folding twice changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text, Apostrophes::Removed);
    folded
}

/// Appends the folded form to a text; the appended part begins and ends without a space.
/// Tells whether there was an apostrophe.
pub fn fold_into(folded: &mut String, text: &str, apostrophes: Apostrophes) -> bool {
    let mut writer = Writer::after(folded);
    let mut rest = text;
    loop {
        // Most names are runs of plain letters, which are copied at once.
        let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (run, others) = rest.split_at_checked(plain).unwrap_or_default();
        if !run.is_empty() {
            writer.push_run(run);
        }
        let mut others = others.chars();
        let Some(c) = others.next() else {
            return writer.met_apostrophe;
        };
        writer.write(c, apostrophes);
        rest = others.as_str();
    }
}

/// Folds and keeps the way back, for marking what matched.
#[must_use]
pub fn fold_with_map(text: &str) -> FoldedText {
    let mut folded = FoldedText::default();
    let mut origins: Vec<Origin> = Vec::new();
    let mut writer = Writer::after(&mut folded.text);
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let before = writer.folded.len();
        let gap = writer.write(c, Apostrophes::Removed);
        let trace = before + gap.unwrap_or(0);
        if writer.folded.len() > before {
            origins.push(Origin {
                folded_start: trace,
                start,
                end,
            });
        } else if let (None, Some(last)) = (gap, origins.last_mut()) {
            // A mark belongs to the letter it stands on.
            last.end = end;
        }
    }
    folded.origins = origins;
    folded
}

impl FoldedText {
    /// The part of the original, on character boundaries, that a part of the folded text came from.
    /// Empty for an empty part and for one outside the text.
    #[must_use]
    pub fn original_range(&self, folded: Range<usize>) -> Range<usize> {
        let ends = self
            .origins
            .partition_point(|origin| origin.folded_start < folded.end);
        // The character whose trace holds the beginning is the last one that starts no later.
        let begins = self
            .origins
            .partition_point(|origin| origin.folded_start <= folded.start)
            .saturating_sub(1);
        let covered = self.origins.get(begins..ends).unwrap_or_default();
        match (covered.first(), covered.last()) {
            (Some(first), Some(last)) if folded.start < folded.end.min(self.text.len()) => {
                first.start..last.end
            }
            _ => 0..0,
        }
    }
}

/// Writes folded characters, and a space only between two of them.
struct Writer<'a> {
    folded: &'a mut String,
    start: usize,
    space_due: bool,
    met_apostrophe: bool,
}

impl<'a> Writer<'a> {
    fn after(folded: &'a mut String) -> Self {
        let start = folded.len();
        Self {
            folded,
            start,
            space_due: false,
            met_apostrophe: false,
        }
    }

    /// Writes one character. Tells how many bytes of space came before its trace, or `None` for a
    /// mark that belongs to the character before.
    fn write(&mut self, c: char, apostrophes: Apostrophes) -> Option<usize> {
        // Nearly every character of most texts: no search of the table.
        if c.is_ascii_alphanumeric() {
            return Some(self.push_plain(c.to_ascii_lowercase()));
        }
        match outcome(c) {
            Outcome::Dropped => return None,
            Outcome::Apostrophe => {
                self.met_apostrophe = true;
                self.space_due |= apostrophes == Apostrophes::Breaking;
            }
            Outcome::Space => self.space_due = true,
            Outcome::Letter(letter) => return Some(self.push(letter)),
            Outcome::Letters(letters) => return Some(self.push_letters(letters)),
        }
        Some(0)
    }

    fn push_run(&mut self, run: &str) {
        self.push_gap();
        let start = self.folded.len();
        self.folded.push_str(run);
        if let Some(run) = self.folded.get_mut(start..) {
            run.make_ascii_lowercase();
        }
    }

    fn push_letters(&mut self, letters: &str) -> usize {
        let mut gap = None;
        for letter in letters.chars() {
            if letter == ' ' {
                self.space_due = true;
            } else {
                let bytes = self.push(letter);
                gap.get_or_insert(bytes);
            }
        }
        gap.unwrap_or(0)
    }

    fn push(&mut self, letter: char) -> usize {
        match u32::from(letter) {
            code @ HANGUL_FIRST..=HANGUL_LAST => {
                let gap = self.push_gap();
                self.push_hangul(code - HANGUL_FIRST);
                gap
            }
            _ => self.push_plain(letter),
        }
    }

    fn push_plain(&mut self, letter: char) -> usize {
        let gap = self.push_gap();
        self.folded.push(letter);
        gap
    }

    fn push_gap(&mut self) -> usize {
        let gap = usize::from(self.space_due && self.folded.len() > self.start);
        if gap > 0 {
            self.folded.push(' ');
        }
        self.space_due = false;
        gap
    }

    fn push_hangul(&mut self, syllable: u32) {
        let leading = LEADING_FIRST + syllable / SYLLABLES_PER_LEADING;
        let vowel = VOWEL_FIRST + syllable % SYLLABLES_PER_LEADING / TRAILING_COUNT;
        let trailing = TRAILING_NONE + syllable % TRAILING_COUNT;
        let letters = [leading, vowel, trailing]
            .into_iter()
            .filter(|code| *code != TRAILING_NONE);
        self.folded.extend(letters.filter_map(char::from_u32));
    }
}

fn outcome(c: char) -> Outcome {
    // The table has only what changes.
    if c == ' ' {
        return Outcome::Space;
    }
    let Ok(code) = u16::try_from(u32::from(c)) else {
        return Outcome::Letter(c);
    };
    match run_of(code) {
        Some((0, _, _)) => Outcome::Dropped,
        Some((1, _, _)) => Outcome::Space,
        Some((2, _, _)) => Outcome::Apostrophe,
        Some((3, to, _)) => letter(to),
        Some((4, by, _)) => letter(code.wrapping_add(by)),
        Some((5, _, offset)) => letter(if offset % 2 == 0 { code + 1 } else { code }),
        Some((_, at, _)) => Outcome::Letters(pooled(at)),
        None => Outcome::Letter(c),
    }
}

/// The first character of every run.
fn firsts() -> &'static [u16] {
    static FIRSTS: OnceLock<Vec<u16>> = OnceLock::new();
    FIRSTS.get_or_init(|| {
        let mut first = 0;
        let mut next = |gap: &u16| {
            first += gap;
            first
        };
        GAPS.iter().map(&mut next).collect()
    })
}

/// Kind and argument of the run that holds a character, and the character's place in it.
fn run_of(code: u16) -> Option<(u8, u16, u16)> {
    let firsts = firsts();
    let run = firsts
        .partition_point(|first| *first <= code)
        .checked_sub(1)?;
    let offset = code - firsts.get(run)?;
    let inside = offset <= u16::from(*LENGTH_LESS_ONE.get(run)?);
    let (kind, argument) = (*KIND.get(run)?, *ARGUMENT.get(run)?);
    inside.then_some((kind, argument, offset))
}

fn letter(code: u16) -> Outcome {
    char::from_u32(u32::from(code)).map_or(Outcome::Dropped, Outcome::Letter)
}

fn pooled(at: u16) -> &'static str {
    let rest = POOL.get(usize::from(at)..).unwrap_or_default();
    rest.split('\n').next().unwrap_or_default()
}
