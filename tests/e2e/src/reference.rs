//! What is kept of a picture to compare others with: half its size and few colours, so that it is
//! small, and so that edges which a browser smooths a little otherwise are hardly other pixels.

use std::collections::HashMap;
use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter};

use crate::failure::{Failure, Outcome};
use crate::picture::{Colour, Picture, distance};

/// A colour stands for those that differ from it by no more in any part. Less than what passes for
/// alike, so a page is always like its own reference.
const MERGED: u8 = 6;

/// As many as a PNG's palette holds (PNG Third Edition, 11.2.2).
const MOST_COLOURS: usize = 256;

/// Under this keyword the file tells the size that the picture had.
const SIZE: &str = "Size";

/// A reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Width and height of the picture it was made of.
    pub size_px: (usize, usize),
    /// The picture, half as wide and high.
    pub halved: Picture,
}

impl Reference {
    /// The reference of a picture, with all its colours.
    #[must_use]
    pub fn of(picture: &Picture) -> Self {
        Self {
            size_px: (picture.width_px, picture.height_px),
            halved: picture.halved(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where it is no reference.
    pub fn read(png: &[u8]) -> Outcome<Self> {
        let reader = Decoder::new(Cursor::new(png)).read_info();
        let reader = reader.map_err(Failure::form("a reference picture"))?;
        let mut texts = reader.info().uncompressed_latin1_text.iter();
        let size = texts.find(|text| text.keyword == SIZE);
        let size = size.and_then(|size| {
            let (width, height) = size.text.split_once(' ')?;
            Some((width.parse().ok()?, height.parse().ok()?))
        });
        let missing = || Failure::Form("a reference picture does not tell its size".to_owned());
        Ok(Self {
            size_px: size.ok_or_else(missing)?,
            halved: Picture::read(png)?,
        })
    }

    /// A file of few colours.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn png(&self) -> Outcome<Vec<u8>> {
        let picture = &self.halved;
        let (palette, known) = palette(picture);
        let depth = match palette.len() {
            0..=2 => BitDepth::One,
            3..=4 => BitDepth::Two,
            5..=16 => BitDepth::Four,
            _ => BitDepth::Eight,
        };
        let rows = packed(picture, &known, depth as usize);
        let mut file = Vec::new();
        let mut encoder =
            Encoder::new(&mut file, picture.width_px as u32, picture.height_px as u32);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(depth);
        encoder.set_palette(palette.concat());
        encoder.set_compression(Compression::High);
        encoder.set_filter(Filter::NoFilter);
        let size = format!("{} {}", self.size_px.0, self.size_px.1);
        let written = encoder
            .add_text_chunk(SIZE.to_owned(), size)
            .and_then(|()| encoder.write_header())
            .and_then(|mut writer| {
                writer.write_image_data(&rows)?;
                writer.finish()
            });
        written.map_err(Failure::form("a reference picture"))?;
        Ok(file)
    }
}

/// The colours, the most frequent first and kept as they are; and which of them stands for each
/// colour of the picture.
fn palette(picture: &Picture) -> (Vec<Colour>, HashMap<Colour, usize>) {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for colour in &picture.pixels {
        *counts.entry(*colour).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut palette: Vec<Colour> = Vec::new();
    let mut known = HashMap::new();
    for (colour, _) in colours {
        let nearest = palette
            .iter()
            .enumerate()
            .min_by_key(|(_, kept)| distance(**kept, colour));
        let index = match nearest {
            Some((index, kept))
                if distance(*kept, colour) <= MERGED || palette.len() == MOST_COLOURS =>
            {
                index
            }
            _ => {
                palette.push(colour);
                palette.len() - 1
            }
        };
        known.insert(colour, index);
    }
    (palette, known)
}

/// The rows of a PNG with so many bits for a pixel, each row beginning with a byte of its own.
fn packed(picture: &Picture, known: &HashMap<Colour, usize>, bits: usize) -> Vec<u8> {
    let mut rows = Vec::new();
    for row in picture.pixels.chunks(picture.width_px.max(1)) {
        for group in row.chunks(8 / bits) {
            let indexes = group.iter().map(|colour| known.get(colour).copied());
            let byte = indexes.fold(0, |byte, index| (byte << bits) | index.unwrap_or(0));
            let missing = 8 / bits - group.len();
            rows.push((byte << (bits * missing)) as u8);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gradient(colours: usize) -> Picture {
        let step = |index: usize| (index * 255 / colours.max(2)) as u8;
        let pixels = (0..14 * 9).map(|index| [step(index % 14 / 2 % colours), 9, 200]);
        Picture {
            width_px: 14,
            height_px: 9,
            pixels: pixels.collect(),
        }
    }

    #[test]
    fn a_file_differs_from_its_picture_by_little_and_tells_its_size() {
        for colours in [1, 2, 3, 5, 7] {
            let reference = Reference::of(&gradient(colours));
            let read = Reference::read(&reference.png().unwrap()).unwrap();
            assert_eq!(read.size_px, (14, 9));
            let pairs = reference.halved.pixels.iter().zip(&read.halved.pixels);
            let worst = pairs.map(|(one, other)| distance(*one, *other)).max();
            assert!(worst.unwrap() <= MERGED, "{colours} colours: {worst:?}");
        }
    }

    #[test]
    fn another_picture_is_no_reference() {
        assert!(Reference::read(&gradient(3).png().unwrap()).is_err());
        assert!(Reference::read(b"no picture").is_err());
    }
}
