//! A text with parts of it marked, as search highlights are.

use std::ops::Range;

use crate::markup::{Element, element};

/// Adds a text to an element, parts of it in `<mark>`. Ranges are byte ranges, sorted and disjoint;
/// one that does not fall on character boundaries is passed over.
pub fn marked_text(mut to: Element, text: &str, marks: &[Range<usize>]) -> Element {
    let mut written = 0;
    for mark in marks {
        if let (Some(before), Some(marked)) =
            (text.get(written..mark.start), text.get(mark.clone()))
        {
            to = to.text(before).child(element("mark").text(marked));
            written = mark.end;
        }
    }
    to.text(text.get(written..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::single_range_in_vec_init)]
    fn the_words_are_the_text_whatever_the_marks() {
        for marks in [
            vec![],
            vec![0..3],
            vec![3..6, 6..7],
            vec![0..100],
            vec![1..2],
            vec![4..5, 0..2],
        ] {
            let marked = marked_text(element("a"), "Łódź x", &marks);
            assert_eq!(marked.words(), "Łódź x", "{marks:?}");
        }
    }

    #[test]
    #[allow(clippy::single_range_in_vec_init)]
    fn a_mark_covers_its_range_and_no_more() {
        let marked = marked_text(element("a"), "Nanjing", &[3..7]);
        assert_eq!(marked.html(), "<a>Nan<mark>jing</mark></a>");
    }
}
