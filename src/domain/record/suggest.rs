//! What was probably meant by a value that cannot be used.

use super::super::country::{Countries, CountryCode};
use super::super::edit_distance::nearest;
use super::super::region::Region;
use super::super::text::fold;

/// Slips within which a region is recognised; its names are long and few.
const REGION_EDITS: usize = 4;

/// Codes that people write though ISO has another.
const MISTAKEN_CODES: [(&str, &str); 2] = [("UK", "GB"), ("EL", "GR")];

/// The code of the country that the record names, or what the letters of a wrong code give.
pub(super) fn suggested_code(
    found: &str,
    country_name: Option<&str>,
    countries: &Countries,
) -> Option<String> {
    let named = [Some(found), country_name].into_iter().flatten();
    let by_name = named.filter_map(|name| code_of(name, countries)).next();
    let upper = found.trim().to_uppercase();
    let mistaken = MISTAKEN_CODES.iter().find(|(wrong, _)| *wrong == upper);
    let mistaken = mistaken.map(|(_, right)| (*right).to_owned());
    // Only what is no letter may go: the first two of three letters are often another country.
    let letters: String = upper.chars().filter(char::is_ascii_alphabetic).collect();
    let by_letters = CountryCode::parse(&letters).map(|code| code.as_str().to_owned());
    by_name.or(mistaken).or(by_letters)
}

/// The region that begins with the same word as the text, else the one whose name is nearest.
pub(super) fn suggested_region(found: &str) -> Option<String> {
    let folded = fold(found);
    let labels = Region::ALL.map(|region| fold(region.label()));
    // In a short word half the letters may be wrong, not nearly all.
    let budget = REGION_EDITS.min(folded.chars().count() / 2);
    let close = nearest(&folded, labels.iter().map(String::as_str), budget);
    let begins = labels.iter().map(String::as_str).find(|label| {
        let first = folded.split(' ').next().unwrap_or_default();
        !first.is_empty() && label.split(' ').next() == Some(first)
    });
    let meant = begins.or(close)?;
    Region::parse(meant).map(|region| region.slug().to_owned())
}

/// The slug that the text would make.
pub(super) fn suggested_slug(found: &str) -> Option<String> {
    let slug = fold(found).replace(' ', "-");
    let plain = !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    plain.then_some(slug)
}

fn code_of(name: &str, countries: &Countries) -> Option<String> {
    let folded = fold(name);
    let known = countries
        .iter()
        .find(|country| fold(&country.short_name) == folded || fold(&country.name) == folded);
    known.map(|country| country.code.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_code_is_mended_from_its_letters_or_known_mistakes() {
        let none = Countries::default();
        for (found, code) in [("CX1", Some("CX")), ("uk", Some("GB")), ("C-N", Some("CN"))] {
            assert_eq!(
                suggested_code(found, None, &none).as_deref(),
                code,
                "{found}"
            );
        }
        for found in ["", "CHN", "ZZ", "中国"] {
            assert_eq!(suggested_code(found, None, &none), None, "{found}");
        }
    }

    #[test]
    fn a_region_is_recognised_by_its_beginning_or_in_spite_of_slips() {
        for (found, slug) in [
            ("Afrika", Some("africa")),
            ("asia", Some("asia-and-the-pacific")),
            ("europe_and_north_amerika", Some("europe-and-north-america")),
            ("Latin America", Some("latin-america-and-the-caribbean")),
            ("Atlantis Rising", None),
            ("", None),
        ] {
            assert_eq!(suggested_region(found).as_deref(), slug, "{found}");
        }
    }

    #[test]
    fn a_slug_is_made_of_what_stands_there() {
        assert_eq!(suggested_slug("São Paulo").as_deref(), Some("sao-paulo"));
        assert_eq!(suggested_slug("南京"), None);
        assert_eq!(suggested_slug("!"), None);
    }
}
