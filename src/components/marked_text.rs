//! A text with parts of it marked, as search highlights are.

use std::ops::Range;

use leptos::either::Either;
use leptos::prelude::*;

/// The pieces of a text, each marked or not, in order. Ranges are byte ranges, sorted and
/// disjoint; one that does not fall on character boundaries is passed over.
pub fn pieces<'a>(text: &'a str, marks: &[Range<usize>]) -> Vec<(&'a str, Mark)> {
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut written = 0;
    for mark in marks {
        if let (Some(before), Some(marked)) =
            (text.get(written..mark.start), text.get(mark.clone()))
        {
            pieces.push((before, Mark::Plain));
            pieces.push((marked, Mark::Marked));
            written = mark.end;
        }
    }
    pieces.push((text.get(written..).unwrap_or_default(), Mark::Plain));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Whether a piece is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As the rest.
    Plain,
    /// Marked.
    Marked,
}

/// A text with parts of it in `<mark>`.
pub fn marked_text(text: &str, marks: &[Range<usize>]) -> impl IntoView + use<> {
    pieces(text, marks)
        .into_iter()
        .map(|(piece, mark)| match mark {
            Mark::Plain => Either::Left(piece.to_owned()),
            Mark::Marked => Either::Right(view! { <mark>{piece.to_owned()}</mark> }),
        })
        .collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::single_range_in_vec_init)]
    fn the_pieces_join_to_the_text_whatever_the_marks() {
        for marks in [
            vec![],
            vec![0..3],
            vec![3..6, 6..7],
            vec![0..100],
            vec![1..2],
            vec![4..5, 0..2],
        ] {
            let joined: String = pieces("Łódź x", &marks)
                .into_iter()
                .map(|(piece, _)| piece)
                .collect();
            assert_eq!(joined, "Łódź x", "{marks:?}");
        }
    }

    #[test]
    #[allow(clippy::single_range_in_vec_init)]
    fn a_mark_covers_its_range_and_no_more() {
        assert_eq!(
            pieces("Nanjing", &[3..7]),
            [("Nan", Mark::Plain), ("jing", Mark::Marked)]
        );
    }
}
