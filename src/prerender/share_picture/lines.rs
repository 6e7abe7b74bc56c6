//! A title broken into lines of about the same length.

use unicode_linebreak::linebreaks;

/// By so much the width is narrowed from one trial to the next.
const STEP: f64 = 0.04;

/// The fewest lines no wider than `width_px`, as even as they can be. Where a line may end is ruled
/// by UAX #14. A part that is wider than all of it stands alone.
pub(super) fn even_lines(
    text: &str,
    width_px: f64,
    measure_px: impl Fn(&str) -> f64,
) -> Vec<String> {
    let parts = parts(text);
    let mut best = filled(&parts, width_px, &measure_px);
    let mut narrowed = width_px;
    for _ in 0..12 {
        narrowed -= width_px * STEP;
        let lines = filled(&parts, narrowed, &measure_px);
        let fits = lines.iter().all(|line| measure_px(line) <= width_px);
        if lines.len() > best.len() || !fits {
            break;
        }
        best = lines;
    }
    best
}

/// What stands between two places where a line may end.
fn parts(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut taken = 0;
    let mut parts = Vec::new();
    for (end, _) in linebreaks(text) {
        if let Some((part, after)) = rest.split_at_checked(end - taken) {
            parts.push(part);
            (rest, taken) = (after, end);
        }
    }
    parts
}

fn filled(parts: &[&str], width_px: f64, measure_px: &impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if measure_px(format!("{line}{part}").trim_end()) <= width_px => {
                line.push_str(part);
            }
            _ => lines.push((*part).to_owned()),
        }
    }
    lines
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_letters(text: &str) -> f64 {
        text.chars().count() as f64
    }

    #[test]
    fn a_title_is_broken_between_words_and_evenly() {
        let lines = even_lines("Nanjing and Suzhou join the network", 24.0, by_letters);
        assert_eq!(lines, ["Nanjing and Suzhou", "join the network"]);
    }

    #[test]
    fn a_title_that_fits_is_one_line() {
        assert_eq!(even_lines("Directory", 24.0, by_letters), ["Directory"]);
    }

    #[test]
    fn chinese_is_broken_between_characters_but_not_before_a_comma() {
        let lines = even_lines("南京、苏州正式加入学习型城市网络", 8.0, by_letters);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| !line.starts_with('、')));
    }

    #[test]
    fn a_word_wider_than_the_picture_stands_alone() {
        let lines = even_lines("the unpronounceablyendless word", 10.0, by_letters);
        assert_eq!(lines, ["the", "unpronounceablyendless", "word"]);
    }
}
