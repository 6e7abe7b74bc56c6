//! Markup as HTML, for the prerenderer.

use super::{Element, Markup};

/// Elements that hold nothing and have no end tag (HTML Living Standard, 13.1.2).
const VOID: [&str; 5] = ["br", "hr", "img", "input", "link"];

impl Element {
    /// The element as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    /// What stands in the element as HTML.
    #[must_use]
    pub fn inner_html(&self) -> String {
        let mut html = String::new();
        self.write_children(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            html.push(' ');
            html.push_str(name);
            if !value.is_empty() {
                html.push_str("=\"");
                escape_into(html, value);
                html.push('"');
            }
        }
        html.push('>');
        if VOID.contains(&self.0.tag) {
            return;
        }
        self.write_children(html);
        html.push_str("</");
        html.push_str(self.0.tag);
        html.push('>');
    }

    fn write_children(&self, html: &mut String) {
        for child in &self.0.children {
            match child {
                Markup::Element(element) => element.write(html),
                Markup::Text(text) => escape_into(html, text),
            }
        }
    }
}

/// Text as it may stand between tags and in double-quoted attributes (HTML Living Standard, 13.3).
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    escape_into(&mut escaped, text);
    escaped
}

fn escape_into(escaped: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::element;
    use super::*;

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(
            escape("<a href=\"x\">&</a>"),
            "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;"
        );
        let hostile = element("p")
            .with("title", "\"><script>")
            .text("</p><script>");
        assert_eq!(
            hostile.html(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;script&gt;</p>"
        );
    }

    #[test]
    fn an_element_is_written_with_its_states_and_without_those_that_do_not_hold() {
        let list = element("ul")
            .when("hidden", false)
            .child(
                element("li")
                    .when("hidden", true)
                    .state("aria-pressed", false),
            )
            .maybe(None)
            .all(vec![element("br")]);
        assert_eq!(
            list.html(),
            "<ul><li hidden aria-pressed=\"false\"></li><br></ul>"
        );
        assert_eq!(list.descendants().len(), 3);
    }
}
