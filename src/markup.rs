//! A view as plain data: elements with attributes, and text. Pure, so what a reader will see is
//! tested without a browser; the prerenderer writes it as HTML, and the browser's program changes
//! the page by what differs between two of them. Compiled, a view is a few calls to the same code, where one
//! typed by its shape is code of its own.

/// An element or a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Markup {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
}

/// An element with its attributes and what stands in it. It is passed on by every call that adds
/// something, so it is no larger than a reference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element(Box<Parts>);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    /// No text follows another, so that reading the written HTML gives the same.
    children: Vec<Markup>,
}

/// Elements that hold nothing and have no end tag (HTML Living Standard, 13.1.2).
const VOID: [&str; 5] = ["br", "hr", "img", "input", "link"];

/// An element without attributes, with nothing in it.
#[must_use]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// An element with a class.
#[must_use]
pub fn block(tag: &'static str, class: &str) -> Element {
    element(tag).with("class", class)
}

/// A button that does what an action says, with its words.
#[must_use]
pub fn button(class: &str, action: &str, words: &str) -> Element {
    let button = element("button").with("type", "button");
    let button = if class.is_empty() {
        button
    } else {
        button.with("class", class)
    };
    button.with("data-act", action).text(words)
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// Adds an attribute without a value where a condition holds, such as `hidden`.
    #[must_use]
    pub fn when(self, name: &'static str, holds: bool) -> Self {
        if holds { self.with(name, "") } else { self }
    }

    /// Adds a state, such as `aria-pressed`, as `true` or `false`.
    #[must_use]
    pub fn state(self, name: &'static str, holds: bool) -> Self {
        self.with(name, if holds { "true" } else { "false" })
    }

    /// Adds a text at the end.
    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        if let Some(Markup::Text(last)) = self.0.children.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.0.children.push(Markup::Text(text.to_owned()));
        }
        self
    }

    /// Adds an element at the end.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Element) -> Self {
        self.0.children.push(Markup::Element(child));
        self
    }

    /// Adds an element at the end, where there is one.
    #[must_use]
    pub fn maybe(self, child: Option<Element>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds elements at the end.
    #[must_use]
    pub fn all(mut self, children: Vec<Element>) -> Self {
        self.0
            .children
            .extend(children.into_iter().map(Markup::Element));
        self
    }

    /// The name of the element.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// Names and values of its attributes, in the order given.
    #[must_use]
    pub fn attributes(&self) -> &[(&'static str, String)] {
        &self.0.attributes
    }

    /// What stands in it.
    #[must_use]
    pub fn children(&self) -> &[Markup] {
        &self.0.children
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.0.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// All its text, without that of scripts, of which there is none.
    #[must_use]
    pub fn words(&self) -> String {
        let words = self.0.children.iter().map(|child| match child {
            Markup::Element(element) => element.words(),
            Markup::Text(text) => text.clone(),
        });
        words.collect()
    }

    /// Itself and every element within, in the order of the document.
    #[must_use]
    pub fn descendants(&self) -> Vec<&Element> {
        let mut found = vec![self];
        for child in &self.0.children {
            if let Markup::Element(element) = child {
                found.extend(element.descendants());
            }
        }
        found
    }

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
    fn neighbouring_texts_are_one_as_a_browser_reads_them() {
        let line = element("p").text("a").text("").text("b");
        assert_eq!(line.children(), [Markup::Text("ab".to_owned())]);
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
