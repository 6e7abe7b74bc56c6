//! A page of this site as a reference in the forms that programs for literature read. Pure, and the
//! same in every language: days are ISO 8601, and no form holds a word but those of the page.
//!
//! The day of access is left out, because only the reader knows it.

use crate::domain::language::Language;

/// Between the parts of a plain reference.
const PART_SEPARATOR: &str = ", ";

/// What ends a line of RIS.
const LINE_END: &str = "\r\n";

/// What is needed to name a page of this site.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The title of the page, without markup.
    pub title: &'a str,
    /// The name of the site, which is author and publisher too.
    pub site: &'a str,
    /// The language of the page.
    pub language: Language,
    /// The day it was first published, ISO 8601.
    pub published: &'a str,
    /// The day of its last change, ISO 8601.
    pub updated: &'a str,
    /// Its address, origin included.
    pub address: &'a str,
}

impl Citation<'_> {
    /// The reference as it stands in a text: title, site, the day of the state cited, address.
    pub fn plain_text(&self) -> String {
        [self.title, self.site, self.updated, self.address].join(PART_SEPARATOR)
    }

    /// The reference for BibLaTeX: BibTeX's form with the entry `online`. A later state than the
    /// first is named as the version.
    pub fn bibtex(&self) -> String {
        let (title, site) = (latex(self.title), latex(self.site));
        let mut fields = vec![
            // The inner braces keep capitals, and a name of several words in one piece.
            ("title", format!("{{{title}}}")),
            ("author", format!("{{{site}}}")),
            ("organization", format!("{{{site}}}")),
            ("date", latex(self.published)),
        ];
        fields.extend(self.later_state().map(|day| ("version", latex(day))));
        fields.push(("language", babel_name(self.language).to_owned()));
        fields.push(("url", verbatim(self.address)));
        let fields = fields
            .iter()
            .map(|(name, value)| format!("  {name} = {{{value}}},\n"));
        let fields: String = fields.collect();
        format!("@online{{{},\n{fields}}}\n", self.key())
    }

    /// The reference in RIS, the form of Reference Manager, as an article of a news site.
    pub fn ris(&self) -> String {
        let year = self.published.split('-').next().unwrap_or_default();
        let mut lines = vec![
            ("TY", "NEWS".to_owned()),
            ("TI", self.title.to_owned()),
            ("AU", self.site.to_owned()),
            ("T2", self.site.to_owned()),
            ("PB", self.site.to_owned()),
            ("PY", year.to_owned()),
            ("DA", self.published.replace('-', "/")),
        ];
        lines.extend(self.later_state().map(|day| ("ET", day.to_owned())));
        lines.push(("LA", self.language.tag().to_owned()));
        lines.push(("UR", self.address.to_owned()));
        // The last tag ends the reference and has no value.
        lines.push(("ER", String::new()));
        lines
            .iter()
            .map(|(tag, value)| format!("{tag}  - {}{LINE_END}", one_line(value)))
            .collect()
    }

    /// The reference by GB/T 7714-2015 (4.6) as an electronic bulletin on line, `[EB/OL]`, with the
    /// day of the state cited. The standard wants the day of access in brackets after it.
    pub fn gb_t_7714(&self) -> String {
        let Self {
            title,
            site,
            updated,
            address,
            ..
        } = self;
        format!("{site}. {title}[EB/OL]. ({updated}). {address}.")
    }

    /// The day of the state cited, where it is not the first one.
    fn later_state(&self) -> Option<&str> {
        (self.updated != self.published).then_some(self.updated)
    }

    /// A key of ASCII letters and digits: the address tells pages and languages apart.
    fn key(&self) -> String {
        let address = self.address.split_once("://");
        let address = address.map_or(self.address, |(_, rest)| rest);
        let words = address
            .split(|it: char| !it.is_ascii_alphanumeric())
            .chain(self.updated.split('-').take(1));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        words.join("-").to_ascii_lowercase()
    }
}

/// The language's name in Babel, which BibLaTeX takes.
fn babel_name(language: Language) -> &'static str {
    match language {
        Language::English => "english",
        Language::Chinese => "chinese",
        Language::French => "french",
        Language::Spanish => "spanish",
        Language::Arabic => "arabic",
        Language::Russian => "russian",
    }
}

/// Text in which nothing is a command of LaTeX. Braces have names, because BibTeX counts escaped
/// ones too.
fn latex(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in one_line(words).chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', character]),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// An address, which BibLaTeX takes as it stands: only what would end the field is encoded
/// (RFC 3986, 2.1).
fn verbatim(address: &str) -> String {
    let address = one_line(address);
    let encoded = address.replace('\\', "%5C").replace('{', "%7B");
    encoded.replace('}', "%7D")
}

fn one_line(words: &str) -> String {
    let words = words.split(char::is_control);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CITATION: Citation<'_> = Citation {
        title: "Nanjing & Suzhou: 100% {new}",
        site: "Learning Cities",
        language: Language::English,
        published: "2026-11-23",
        updated: "2026-11-23",
        address: "https://learning-cities.example/",
    };

    #[test]
    fn a_plain_reference_names_page_site_day_and_address() {
        assert_eq!(
            CITATION.plain_text(),
            "Nanjing & Suzhou: 100% {new}, Learning Cities, 2026-11-23, https://learning-cities.example/"
        );
    }

    #[test]
    fn bibtex_keeps_capitals_and_escapes_what_latex_would_obey() {
        assert_eq!(
            CITATION.bibtex(),
            r"@online{learning-cities-example-2026,
  title = {{Nanjing \& Suzhou: 100\% \textbraceleft{}new\textbraceright{}}},
  author = {{Learning Cities}},
  organization = {{Learning Cities}},
  date = {2026-11-23},
  language = {english},
  url = {https://learning-cities.example/},
}
"
        );
    }

    #[test]
    fn ris_begins_with_the_type_and_ends_with_the_end() {
        let chinese = Citation {
            title: "南京\n和苏州",
            language: Language::Chinese,
            ..CITATION
        };
        assert_eq!(
            chinese.ris(),
            "TY  - NEWS\r\nTI  - 南京 和苏州\r\nAU  - Learning Cities\r\nT2  - Learning Cities\r\n\
             PB  - Learning Cities\r\nPY  - 2026\r\nDA  - 2026/11/23\r\nLA  - zh\r\n\
             UR  - https://learning-cities.example/\r\nER  - \r\n"
        );
    }

    #[test]
    fn the_chinese_standard_marks_the_kind_and_the_carrier() {
        assert_eq!(
            CITATION.gb_t_7714(),
            "Learning Cities. Nanjing & Suzhou: 100% {new}[EB/OL]. (2026-11-23). https://learning-cities.example/."
        );
    }

    #[test]
    fn a_page_that_was_changed_says_which_state_is_cited() {
        let changed = Citation {
            updated: "2027-01-02",
            ..CITATION
        };
        assert!(changed.plain_text().contains(", 2027-01-02, "));
        assert!(changed.bibtex().contains("  version = {2027-01-02},\n"));
        assert!(changed.ris().contains("\r\nET  - 2027-01-02\r\n"));
        assert!(changed.gb_t_7714().contains(". (2027-01-02). "));
    }

    proptest! {
        #[test]
        fn no_title_breaks_a_form(title in any::<String>(), site in any::<String>()) {
            let citation = Citation { title: &title, site: &site, ..CITATION };
            let bibtex = citation.bibtex();
            let mut depth = 0_i32;
            for character in bibtex.chars() {
                depth += match character { '{' => 1, '}' => -1, _ => 0 };
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!((depth, bibtex.lines().count()), (0, 8));
            let ris = citation.ris();
            prop_assert_eq!(ris.lines().count(), 10);
            for line in ris.lines() {
                prop_assert_eq!(line.get(2..6), Some("  - "));
            }
        }

        #[test]
        fn keys_are_ascii(address in "https://\\PC{0,60}") {
            let key = Citation { address: &address, ..CITATION }.key();
            prop_assert!(key.chars().all(|it| it.is_ascii_alphanumeric() || it == '-'));
        }
    }
}
