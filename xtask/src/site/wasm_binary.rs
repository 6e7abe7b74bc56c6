//! The outer form of a WebAssembly program: sections, numbers and vectors.
//!
//! Format: WebAssembly Core Specification 2.0, 5.2.2 (integers), 5.5.2 (sections).

/// The bytes before the first section: magic number and version.
const PREAMBLE: usize = 8;

/// A program with other content in the sections of a number; `None` where it is no program, or where
/// `change` cannot read its section.
pub(super) fn with_section(
    program: &[u8],
    number: u8,
    mut change: impl FnMut(&[u8]) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let mut changed = program.get(..PREAMBLE)?.to_vec();
    let mut reader = Reader(program.get(PREAMBLE..)?);
    while !reader.0.is_empty() {
        let found = reader.byte()?;
        let content = reader.vector()?;
        let content = if found == number {
            change(content)?
        } else {
            content.to_vec()
        };
        changed.push(found);
        push_vector(&mut changed, &content);
    }
    Some(changed)
}

/// What is still to be read.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// An unsigned number in base 128, lowest digits first.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Bytes whose number stands before them.
    pub(super) fn vector(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (vector, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(vector)
    }
}

/// Writes an unsigned number in base 128.
pub(super) fn push_number(written: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        written.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    written.push(number as u8);
}

/// Writes bytes with their number before them.
pub(super) fn push_vector(written: &mut Vec<u8>, content: &[u8]) {
    push_number(written, u32::try_from(content.len()).unwrap_or(u32::MAX));
    written.extend_from_slice(content);
}
