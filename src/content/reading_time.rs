//! How long a text takes to read, as a newspaper says it.
//! Words a minute, for Chinese characters, by language: Trauzettel-Klosinski and Dietz 2012,
//! "Standardized assessment of reading performance: the new International Reading Speed Texts".

use crate::content::article::Block;
use crate::content::inline::plain_text;
use crate::domain::language::Language;

/// Whole minutes that the blocks of a text take, at least one.
pub fn reading_minutes(language: Language, blocks: &[Block]) -> usize {
    let units: usize = blocks.iter().map(|block| units(language, block)).sum();
    units.div_ceil(units_per_minute(language)).max(1)
}

/// Words, or characters where words have no spaces between.
fn units(language: Language, block: &Block) -> usize {
    let count = |text: &str| match language {
        Language::Chinese => plain_text(text)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .count(),
        _ => plain_text(text).split_whitespace().count(),
    };
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note { text, .. } => {
            count(text)
        }
        Block::List(points) => points.iter().map(|point| count(point)).sum(),
        Block::Figure(figure) => count(&figure.caption),
        Block::Quote(quote) => count(&quote.text),
        Block::FactBox { .. } | Block::Table(_) | Block::Code { .. } => 0,
    }
}

fn units_per_minute(language: Language) -> usize {
    match language {
        Language::English => 228,
        Language::Chinese => 255,
        Language::French => 195,
        Language::Spanish => 218,
        Language::Arabic => 138,
        Language::Russian => 184,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_where_there_are_spaces_and_characters_where_not() {
        let words = [Block::Paragraph("one ".repeat(229))];
        assert_eq!(reading_minutes(Language::English, &words), 2);
        let characters = [Block::Paragraph("南京。".repeat(127))];
        assert_eq!(reading_minutes(Language::Chinese, &characters), 1);
        assert_eq!(reading_minutes(Language::English, &[]), 1);
    }
}
