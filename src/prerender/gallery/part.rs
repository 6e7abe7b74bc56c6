//! A part of a page with the elements that it stands in, and without its neighbours, so that it
//! looks as it does there. Reads the HTML that this program writes, in which every element is closed
//! and every value quoted.

/// Elements without an end tag (HTML Living Standard, 13.1.2).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// The first element that a selector finds. A selector is a name with classes and attributes, such
/// as `p.notice[data-notice=near]`.
pub(super) fn part(html: &str, selector: &str) -> Option<String> {
    let wanted = Selector::parse(selector);
    let mut around: Vec<&str> = Vec::new();
    let mut found: Option<(usize, usize)> = None;
    for tag in tags(html) {
        let is_wanted = found.is_none() && wanted.finds(tag.text);
        match Kind::of(tag.text) {
            Kind::Opening => {
                if is_wanted {
                    found = Some((tag.start, around.len()));
                }
                around.push(tag.text);
            }
            Kind::Alone if is_wanted => return Some(within(&around, tag.text)),
            Kind::Alone => {}
            Kind::Closing => {
                around.pop();
                if let Some((start, depth)) = found
                    && around.len() == depth
                {
                    return html
                        .get(start..tag.end)
                        .map(|element| within(&around, element));
                }
            }
        }
    }
    None
}

/// A tag and where it stands.
struct Tag<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Opening,
    Closing,
    /// An element without an end tag, or a comment.
    Alone,
}

impl Kind {
    fn of(tag: &str) -> Self {
        if tag.starts_with("</") {
            Self::Closing
        } else if tag.starts_with("<!") || VOID.contains(&name(tag)) {
            Self::Alone
        } else {
            Self::Opening
        }
    }
}

/// What an element must be.
struct Selector<'a> {
    name: &'a str,
    classes: Vec<&'a str>,
    attribute: Option<(&'a str, &'a str)>,
}

impl<'a> Selector<'a> {
    fn parse(text: &'a str) -> Self {
        let (start, attribute) = text.split_once('[').unwrap_or((text, ""));
        let mut words = start.split('.');
        Self {
            name: words.next().unwrap_or_default(),
            classes: words.collect(),
            attribute: attribute.trim_end_matches(']').split_once('='),
        }
    }

    fn finds(&self, tag: &str) -> bool {
        let classes = value(tag, "class").unwrap_or_default();
        name(tag) == self.name
            && self
                .classes
                .iter()
                .all(|class| classes.split(' ').any(|own| own == *class))
            && self
                .attribute
                .is_none_or(|(name, wanted)| value(tag, name) == Some(wanted))
    }
}

fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + html.get(from..)?.find('<')?;
        let mut is_quoted = false;
        let length = html.get(start..)?.find(|character| {
            is_quoted ^= character == '"';
            character == '>' && !is_quoted
        })?;
        from = start + length + 1;
        Some(Tag {
            text: html.get(start..from)?,
            start,
            end: from,
        })
    })
}

fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    inner.split_whitespace().next().unwrap_or_default()
}

fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn within(around: &[&str], element: &str) -> String {
    let closing = around
        .iter()
        .rev()
        .map(|tag| format!("</{}>", name(tag)))
        .collect::<String>();
    [around.concat().as_str(), element, &closing].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<main id=\"main\"><p class=\"a\">one<br>two</p><!----><div class=\"b c\">\
        <p title=\"a > b\" class=\"a\" data-x=\"1\"><b>three</b></p><p>four</p></div></main>";

    #[test]
    fn a_part_keeps_what_it_stands_in_and_loses_its_neighbours() {
        assert_eq!(
            part(PAGE, "p[data-x=1]").as_deref(),
            Some(
                "<main id=\"main\"><div class=\"b c\"><p title=\"a > b\" class=\"a\" data-x=\"1\">\
                 <b>three</b></p></div></main>"
            )
        );
    }

    #[test]
    fn the_first_element_with_name_and_classes_is_meant() {
        let first = "<main id=\"main\"><p class=\"a\">one<br>two</p></main>";
        assert_eq!(part(PAGE, "p.a").as_deref(), Some(first));
        let (_, rest) = PAGE.split_once("<!---->").unwrap();
        let second = format!("<main id=\"main\">{rest}");
        assert_eq!(part(PAGE, "div.c.b"), Some(second));
        assert!(part(PAGE, "br").is_some_and(|part| part.ends_with("<br></p></main>")));
        for missing in ["p.b", "section", "p[data-x=2]", "div.b.d"] {
            assert_eq!(part(PAGE, missing), None, "{missing}");
        }
    }
}
