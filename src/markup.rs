//! A view as plain data: elements with attributes, and text. Pure, so what a reader will see is
//! tested without a browser; the prerenderer writes it as HTML, and the browser's program changes
//! the page by what differs between two of them. Compiled, a view is a few calls to the same code,
//! where one typed by its shape is code of its own.

mod html;
pub mod moves;

use std::sync::Arc;

pub use html::escape;

/// An element or a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Markup {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
}

/// An element with its attributes and what stands in it. It is passed on by every call that adds
/// something, so it is no larger than a reference; a copy is the same element until either is added to.
#[derive(Clone, Debug)]
pub struct Element(Arc<Parts>);

#[derive(Clone, Debug)]
struct Parts {
    /// Of the attributes, and of the children with all within. Two that differ have the same by a
    /// chance of one in 2⁶⁴, so equal prints are taken for equal parts: a view is made anew at every
    /// key, and to compare all of it would take longer than to make it.
    prints: [u64; 2],
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    /// No text follows another, so that reading the written HTML gives the same.
    children: Vec<Markup>,
}

/// Where a print begins, and what it is multiplied by (FNV-1a: Fowler, Noll and Vo, 64 bits).
const PRINT_START: u64 = 0xcbf2_9ce4_8422_2325;
const PRINT_FACTOR: u64 = 0x0000_0100_0000_01b3;

/// After the name of an attribute, and after its value: bytes that no UTF-8 has.
const NAME_END: u8 = 0xff;
const VALUE_END: u8 = 0xfe;

/// An element without attributes, with nothing in it.
#[must_use]
pub fn element(tag: &'static str) -> Element {
    Element(Arc::new(Parts {
        prints: [PRINT_START; 2],
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

impl Eq for Element {}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.0.prints == other.0.prints && self.0.tag == other.0.tag
    }
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        let parts = Arc::make_mut(&mut self.0);
        let [attributes, _] = &mut parts.prints;
        *attributes = mixed(print(*attributes, name), NAME_END);
        *attributes = mixed(print(*attributes, value), VALUE_END);
        parts.attributes.push((name, value.to_owned()));
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
        let parts = Arc::make_mut(&mut self.0);
        let [_, children] = &mut parts.prints;
        *children = print(*children, text);
        if let Some(Markup::Text(last)) = parts.children.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            parts.children.push(Markup::Text(text.to_owned()));
        }
        self
    }

    /// Adds an element at the end.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Element) -> Self {
        let parts = Arc::make_mut(&mut self.0);
        let [_, children] = &mut parts.prints;
        let [own, within] = child.0.prints;
        *children = print(
            children.wrapping_add(own.rotate_left(7) ^ within),
            child.0.tag,
        );
        parts.children.push(Markup::Element(child));
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
    pub fn all(self, children: Vec<Element>) -> Self {
        children.into_iter().fold(self, Self::child)
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

    /// Whether another element has the same attributes.
    #[must_use]
    pub fn is_attributed_as(&self, other: &Self) -> bool {
        let ([own, _], [others, _]) = (self.0.prints, other.0.prints);
        own == others
    }

    /// Whether the same stands in another element.
    #[must_use]
    pub fn holds_what(&self, other: &Self) -> bool {
        let ([_, own], [_, others]) = (self.0.prints, other.0.prints);
        own == others
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
}

fn print(print: u64, text: &str) -> u64 {
    text.bytes().fold(print, mixed)
}

fn mixed(print: u64, byte: u8) -> u64 {
    (print ^ u64::from(byte)).wrapping_mul(PRINT_FACTOR)
}

#[cfg(test)]
mod tests;
