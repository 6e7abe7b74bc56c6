//! The table against Unicode's own data, the choices one by one, and the way back to the original.

#![allow(clippy::string_slice)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::letters::{APOSTROPHES, COVERED, IGNORED, LETTERS, PLACE_CHARACTERS};
use super::*;

#[test]
fn spellings_that_a_reader_takes_for_the_same_meet() {
    for (text, folded) in [
        ("", ""),
        ("  \t ", ""),
        ("Nanjing", "nanjing"),
        ("Xi'an", "xian"),
        ("Xi’an", "xian"),
        ("'s-Hertogenbosch", "s hertogenbosch"),
        ("N'Zérékoré", "nzerekore"),
        ("Bayan-Öndör (Orkhon)", "bayan ondor orkhon"),
        ("ŁÓDŹ", "lodz"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Ærøskøbing", "aeroskobing"),
        ("Đà Nẵng", "da nang"),
        ("İstanbul", "istanbul"),
        ("Iğdır", "igdir"),
        ("Gəncə", "gence"),
        ("Þingvellir", "thingvellir"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("ﬁn", "fin"),
        ("Йошкар-Ола", "иошкар ола"),
        ("Королёв", "королев"),
        ("ΑΘΉΝΑΣ", "αθηνασ"),
        ("عَمَّان", "عمان"),
        ("أسوان", "اسوان"),
        ("الإسكندرية", "الاسكندريه"),
        ("مصطفى", "مصطفي"),
        ("بـغـداد", "بغداد"),
        ("کرمانشاه", "كرمانشاه"),
        ("南京", "南京"),
        ("蘇州", "苏州"),
        ("臺北", "台北"),
        ("瀋陽", "沈阳"),
        ("韓國", "韩国"),
        ("서울", "\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}"),
        ("½", "1 2"),
        ("a\u{200c}b\u{ad}c", "abc"),
        ("🎓", "🎓"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn a_half_typed_syllable_is_a_prefix_of_the_whole_one() {
    assert!(fold("서울").starts_with(&fold("서우")));
    assert!(fold("서울").starts_with(&fold("ㅅ")));
    assert_eq!(fold("\u{1109}\u{1165}"), fold("서"));
}

/// The definition, written a second time: what Unicode says, with the choices of `letters`.
fn expected(c: char) -> String {
    if APOSTROPHES.contains(&c) {
        return String::new();
    }
    let mut decomposed = c.to_string();
    for _ in 0..4 {
        decomposed = decomposed.to_lowercase().nfkd().collect();
    }
    let letters: BTreeMap<char, &str> = LETTERS.iter().copied().collect();
    let mut folded = String::new();
    for part in decomposed.chars() {
        let ignored = IGNORED
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&part));
        if let Some(to) = letters.get(&part) {
            folded.push_str(to);
        } else if ignored || canonical_combining_class(part) != 0 || APOSTROPHES.contains(&part) {
        } else if part.is_alphanumeric() {
            folded.push(part);
        } else if !is_combining_mark(part) {
            folded.push(' ');
        }
    }
    folded
}

#[test]
fn the_table_agrees_with_unicode_over_all_it_covers() {
    let mut checked = 0;
    for c in COVERED.iter().flat_map(|(first, last)| *first..=*last) {
        // A Greek capital at the end of a word is lowered by context; one letter alone has none.
        let words: Vec<String> = expected(c)
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        assert_eq!(
            fold(&c.to_string()),
            words.join(" "),
            "U+{:04X}",
            u32::from(c)
        );
        checked += 1;
    }
    assert!(checked > 16_000, "{checked}");
}

#[test]
fn traditional_characters_meet_the_simplified_ones_of_the_data() {
    let data = [
        include_str!("../../../public/data/cities.json"),
        include_str!("../../../public/data/countries.json"),
        PLACE_CHARACTERS,
    ];
    let known: BTreeSet<char> = data.iter().flat_map(|text| text.chars()).collect();
    let mut folded = 0;
    for c in ('\u{3400}'..='\u{4dbf}').chain('\u{4e00}'..='\u{9fff}') {
        let (text, simplified) = (c.to_string(), hanconv::t2s(c.to_string()));
        let is_known = simplified.chars().all(|c| known.contains(&c));
        let expected = if is_known { &simplified } else { &text };
        assert_eq!(&fold(&text), expected, "{text}");
        folded += usize::from(*expected != text);
    }
    assert!(folded > 200, "{folded}");
}

#[test]
fn hangul_syllables_decompose_as_unicode_says() {
    for c in '\u{ac00}'..='\u{d7a3}' {
        assert_eq!(
            fold(&c.to_string()),
            c.to_string().nfd().collect::<String>()
        );
    }
}

#[test]
fn what_the_table_does_not_cover_stays_as_it_is() {
    for c in ['中', '㐀', '\u{e000}', '𠀀', '🎓'] {
        assert_eq!(fold(&c.to_string()), c.to_string());
    }
}

#[test]
fn the_table_stays_small() {
    const { assert!(TABLE_BYTES < 17 * 1024) };
    println!("folding table: {TABLE_BYTES} bytes, {} runs", GAPS.len());
}

#[test]
fn apostrophes_can_be_made_to_part_words() {
    let mut folded = "kept".to_owned();
    fold_into(&mut folded, "L'Alcora", Apostrophes::Breaking);
    assert_eq!(folded, "keptl alcora");
}

#[test]
fn the_way_back_leads_to_what_was_folded() {
    for (text, part, original) in [
        ("Xi'an", "xi", "Xi"),
        ("Xi'an", "an", "an"),
        ("Xi'an", "ia", "i'a"),
        ("Bayan-Öndör", "ond", "Önd"),
        ("Straße", "s", "s"),
        ("Cafe\u{301} bar", "cafe", "Cafe\u{301}"),
        ("서울", "\u{1109}", "서"),
        ("서울", "\u{11af}", "울"),
        ("½ a", "2", "½"),
        ("(Ulsan) Nam-gu", "ulsan nam", "Ulsan) Nam"),
    ] {
        let folded = fold_with_map(text);
        let start = match original {
            "s" => folded.text.find("sse").unwrap(),
            _ => folded.text.find(part).unwrap(),
        };
        let range = folded.original_range(start..start + part.len());
        let found = &text[range];
        assert_eq!(
            found,
            if original == "s" { "ß" } else { original },
            "{text} {part}"
        );
    }
}

#[test]
fn an_empty_part_and_one_outside_lead_nowhere() {
    let folded = fold_with_map("Xi'an");
    assert_eq!(folded.original_range(2..2), 0..0);
    assert_eq!(folded.original_range(40..50), 0..0);
    assert_eq!(fold_with_map("").original_range(0..1), 0..0);
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn no_text_leaves_stray_spaces_or_control_characters(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' '));
        prop_assert!(!folded.contains("  ") && !folded.contains(char::is_control));
    }

    #[test]
    fn the_map_has_the_folded_text_and_leads_to_character_boundaries(
        text in any::<String>(), a in 0usize..80, b in 0usize..80,
    ) {
        let folded = fold_with_map(&text);
        prop_assert_eq!(&folded.text, &fold(&text));
        let range = folded.original_range(a.min(b)..a.max(b));
        prop_assert!(text.get(range.clone()).is_some(), "{:?}", range);
    }

    #[test]
    fn the_part_that_a_character_came_from_folds_to_it(text in "[a-zßéœ서울½' -]{1,20}") {
        let folded = fold_with_map(&text);
        for (start, c) in folded.text.char_indices().filter(|(_, c)| *c != ' ') {
            let original = &text[folded.original_range(start..start + c.len_utf8())];
            prop_assert!(fold(original).contains(c), "{original} {c}");
        }
    }
}
