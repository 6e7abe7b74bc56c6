//! The inline markup of texts: links and marked words inside a sentence.
//!
//! Three forms and no more: `[label](target)`, `{name:Sun Baijun}` for what no translation may
//! touch, `{zh:南京}` for words of another language. Whatever is not one of them is plain text.

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words as they stand.
    Text(String),
    /// A name that a translation leaves alone.
    Name(String),
    /// Words of another language, by its BCP 47 tag.
    Foreign {
        /// The language's tag.
        tag: String,
        /// The words.
        text: String,
    },
    /// A link.
    Link {
        /// The words of the link.
        label: String,
        /// Where it leads.
        target: LinkTarget,
    },
}

/// Where a link of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// A city's page, by slug.
    City(String),
    /// A country's page, by its code.
    Country(String),
    /// The directory, with what stands behind the question mark of its address.
    Directory(String),
    /// The about page.
    About,
    /// The launch story.
    Story,
    /// A further story, by slug.
    Report(String),
    /// An address outside the site.
    Outside(String),
}

/// Reads a text; never fails: broken markup stands as it was typed.
///
/// ```
/// use learning_cities::content::inline::{Inline, LinkTarget, parse};
/// assert_eq!(
///     parse("See [Nanjing](city:nanjing)."),
///     [
///         Inline::Text("See ".into()),
///         Inline::Link { label: "Nanjing".into(), target: LinkTarget::City("nanjing".into()) },
///         Inline::Text(".".into()),
///     ]
/// );
/// ```
pub fn parse(text: &str) -> Vec<Inline> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let marked = match first {
            '[' => read_link(rest),
            '{' => read_span(rest),
            _ => None,
        };
        if let Some((piece, after)) = marked {
            if !plain.is_empty() {
                pieces.push(Inline::Text(std::mem::take(&mut plain)));
            }
            pieces.push(piece);
            rest = after;
        } else {
            plain.push(first);
            rest = rest.strip_prefix(first).unwrap_or_default();
        }
    }
    if !plain.is_empty() {
        pieces.push(Inline::Text(plain));
    }
    pieces
}

/// The words of a text without its markup.
pub fn plain_text(text: &str) -> String {
    parse(text)
        .into_iter()
        .map(|piece| match piece {
            Inline::Text(text) | Inline::Name(text) | Inline::Foreign { text, .. } => text,
            Inline::Link { label, .. } => label,
        })
        .collect()
}

fn read_link(text: &str) -> Option<(Inline, &str)> {
    let (label, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (target, rest) = rest.split_once(')')?;
    if label.is_empty() || label.contains('[') {
        return None;
    }
    Some((
        Inline::Link {
            label: label.to_owned(),
            target: read_target(target)?,
        },
        rest,
    ))
}

fn read_target(target: &str) -> Option<LinkTarget> {
    match target.split_once(':') {
        Some(("city", slug)) => Some(LinkTarget::City(slug.to_owned())),
        Some(("country", code)) => Some(LinkTarget::Country(code.to_owned())),
        Some(("news", slug)) => Some(LinkTarget::Report(slug.to_owned())),
        Some(("http" | "https", _)) => Some(LinkTarget::Outside(target.to_owned())),
        None if target == "cities" => Some(LinkTarget::Directory(String::new())),
        None if target == "about" => Some(LinkTarget::About),
        None if target == "story" => Some(LinkTarget::Story),
        _ => {
            let query = target.strip_prefix("cities?")?;
            Some(LinkTarget::Directory(query.to_owned()))
        }
    }
}

fn read_span(text: &str) -> Option<(Inline, &str)> {
    let (inner, rest) = text.strip_prefix('{')?.split_once('}')?;
    let (tag, words) = inner.split_once(':')?;
    let is_tag = (2..=10).contains(&tag.len())
        && tag
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || character == '-');
    if tag == "name" {
        Some((Inline::Name(words.to_owned()), rest))
    } else if is_tag {
        Some((
            Inline::Foreign {
                tag: tag.to_owned(),
                text: words.to_owned(),
            },
            rest,
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_and_foreign_words_are_marked() {
        assert_eq!(
            parse("{name:Ji Jing} in {zh:苏州}"),
            [
                Inline::Name("Ji Jing".into()),
                Inline::Text(" in ".into()),
                Inline::Foreign {
                    tag: "zh".into(),
                    text: "苏州".into()
                },
            ]
        );
    }

    #[test]
    fn every_kind_of_target_is_read() {
        for (target, read) in [
            ("city:suzhou", LinkTarget::City("suzhou".into())),
            ("country:cn", LinkTarget::Country("cn".into())),
            ("cities", LinkTarget::Directory(String::new())),
            (
                "cities?joined=2025&q=a:b",
                LinkTarget::Directory("joined=2025&q=a:b".into()),
            ),
            ("about", LinkTarget::About),
            ("story", LinkTarget::Story),
            ("news:second", LinkTarget::Report("second".into())),
            (
                "https://a.example/b?c",
                LinkTarget::Outside("https://a.example/b?c".into()),
            ),
        ] {
            assert_eq!(
                parse(&format!("[x]({target})")),
                [Inline::Link {
                    label: "x".into(),
                    target: read
                }]
            );
        }
    }

    #[test]
    fn broken_or_dangerous_markup_stays_plain_text() {
        for text in [
            "[a](javascript:alert(1))",
            "[a](",
            "{zh",
            "{a}",
            "[](about)",
            "{records}",
            "[[a]",
        ] {
            assert_eq!(plain_text(text), text, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_text_without_markup_is_unchanged(text in "[^\\[{]{0,80}", any in "\\PC{0,80}") {
            prop_assert_eq!(plain_text(&text), text);
            let _ = parse(&any);
        }
    }
}
