//! A part of the page that follows a view: what differs between what stands there and what should
//! is changed, and nothing else, so focus, caret and scrolling stay where they are.

use std::cell::RefCell;

use js_sys::JsString;
use leptos::prelude::{RenderEffect, document};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element as Node, HtmlElement};

use super::element;
use crate::markup::{Element, Markup};
use crate::platform::Served;

/// Whose children others keep.
const KEPT: &str = "data-rows";

/// The namespace of drawings (SVG 2, 1.2).
const SVG: &str = "http://www.w3.org/2000/svg";

/// A part of the page.
pub struct Part {
    node: Node,
    shown: Element,
}

impl Part {
    /// The element that a selector finds; `first` is what was written there when the page was
    /// served. Where the page has changed since, it is written anew.
    pub fn new(selector: &str, served: Served, first: Element) -> Option<Self> {
        let node = element(selector)?;
        if served == Served::Changed {
            write_children(&node, &first);
        }
        Some(Self { node, shown: first })
    }

    /// Shows another view of the same element.
    pub fn show(&mut self, next: Element) {
        change(&self.node, &self.shown, &next);
        self.shown = next;
    }
}

/// Runs at once, and again whenever what it has read changes, as long as the page is there.
pub fn follow(run: impl FnMut() + 'static) {
    follow_boxed(Box::new(run));
}

/// One effect of one type, however many there are.
fn follow_boxed(mut run: Box<dyn FnMut()>) {
    std::mem::forget(RenderEffect::new(move |_| run()));
}

/// Makes a node of a view.
pub(super) fn made(view: &Element) -> Option<Node> {
    make(view, false)
}

/// Changes a node from one view to another of the same element.
pub(super) fn change(node: &Node, shown: &Element, next: &Element) {
    if !next.is_attributed_as(shown) {
        for (name, value) in next.attributes() {
            if shown.attribute(name) != Some(value) {
                set(node, name, value);
            }
        }
        for (name, _) in shown.attributes() {
            if next.attribute(name).is_none() {
                unset(node, name);
            }
        }
    }
    if !next.holds_what(shown) && next.attribute(KEPT).is_none() {
        change_children(node, shown.children(), next.children());
    }
}

/// Parts that stay are changed, those that are new are put between them: a button keeps its focus
/// when a remark comes in before it.
fn change_children(node: &Node, mut shown: &[Markup], mut next: &[Markup]) {
    while let ([known @ .., last], [wanted @ .., end]) = (shown, next)
        && last == end
    {
        (shown, next) = (known, wanted);
    }
    if shown.is_empty() && next.is_empty() {
        return;
    }
    let mut child = node.first_child();
    while let ([first, known @ ..], [start, wanted @ ..]) = (shown, next)
        && first == start
    {
        child = child.and_then(|child| child.next_sibling());
        (shown, next) = (known, wanted);
    }
    for (at, wanted) in next.iter().enumerate() {
        let to_come = next.get(at..).unwrap_or_default();
        while let [known, rest @ ..] = shown
            && !to_come.iter().any(|later| is_same_part(known, later))
        {
            shown = rest;
            child = child.and_then(|child| removed(node, &child));
        }
        match (shown, &child) {
            ([known, rest @ ..], Some(present)) if is_same_part(known, wanted) => {
                let is_last = rest.is_empty() && to_come.len() == 1;
                let following = (!is_last).then(|| present.next_sibling()).flatten();
                change_part(present, known, wanted);
                (shown, child) = (rest, following);
            }
            _ => {
                if let Some(made) = made_of(wanted, is_drawing(node)) {
                    let _ = node.insert_before(&made, child.as_ref());
                }
            }
        }
    }
    for _ in shown {
        child = child.and_then(|child| removed(node, &child));
    }
}

/// Takes a child out, and gives the one that followed it.
fn removed(node: &Node, child: &web_sys::Node) -> Option<web_sys::Node> {
    let following = child.next_sibling();
    let _ = node.remove_child(child);
    following
}

fn is_same_part(shown: &Markup, next: &Markup) -> bool {
    match (shown, next) {
        (Markup::Text(_), Markup::Text(_)) => true,
        (Markup::Element(shown), Markup::Element(next)) => {
            shown.tag() == next.tag() && shown.attribute("class") == next.attribute("class")
        }
        _ => false,
    }
}

fn change_part(node: &web_sys::Node, shown: &Markup, next: &Markup) {
    match (shown, next) {
        (Markup::Text(shown), Markup::Text(next)) if shown != next => {
            // A translator may have put elements in its place; they keep theirs, and say the new text.
            node.set_text_content(Some(next));
        }
        (Markup::Element(shown), Markup::Element(next)) => {
            if let Some(node) = node.dyn_ref::<Node>() {
                change(node, shown, next);
            }
        }
        _ => {}
    }
}

fn write_children(node: &Node, view: &Element) {
    let is_drawing = is_drawing(node);
    node.set_text_content(None);
    for child in view.children() {
        if let Some(made) = made_of(child, is_drawing) {
            let _ = node.append_child(&made);
        }
    }
}

fn made_of(markup: &Markup, is_drawing: bool) -> Option<web_sys::Node> {
    match markup {
        Markup::Text(text) => Some(document().create_text_node(text).into()),
        Markup::Element(view) => make(view, is_drawing).map(Into::into),
    }
}

fn make(view: &Element, is_drawing: bool) -> Option<Node> {
    let is_drawing = is_drawing || view.tag() == "svg";
    let document = document();
    let made = if is_drawing {
        document.create_element_ns(Some(SVG), view.tag())
    } else {
        document.create_element(view.tag())
    };
    let node = made.ok()?;
    for (name, value) in view.attributes() {
        set(&node, name, value);
    }
    for child in view.children() {
        if let Some(made) = made_of(child, is_drawing) {
            let _ = node.append_child(&made);
        }
    }
    Some(node)
}

#[wasm_bindgen]
extern "C" {
    /// As in `web_sys`, for a name that the script has already.
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute_named(this: &Attributed, name: &JsString, value: &str);

    #[wasm_bindgen(extends = Node)]
    type Attributed;
}

thread_local! {
    /// The names of attributes as the script has them: to bring one over takes as long as to set it.
    static NAMES: RefCell<Vec<(&'static str, JsString)>> = const { RefCell::new(Vec::new()) };
}

/// Some attributes are but the first value of a property that the reader may have changed since.
fn set(node: &Node, name: &'static str, value: &str) {
    NAMES.with_borrow_mut(|names| {
        let known = names
            .iter()
            .position(|(known, _)| std::ptr::eq(*known, name));
        let at = known.unwrap_or_else(|| {
            names.push((name, JsString::from(name)));
            names.len() - 1
        });
        if let Some((_, name)) = names.get(at) {
            node.unchecked_ref::<Attributed>()
                .set_attribute_named(name, value);
        }
    });
    if is_property(name) {
        let _ = js_sys::Reflect::set(node, &JsValue::from_str(name), &JsValue::TRUE);
    }
}

fn unset(node: &Node, name: &str) {
    let _ = node.remove_attribute(name);
    if is_property(name) {
        let _ = js_sys::Reflect::set(node, &JsValue::from_str(name), &JsValue::FALSE);
    }
}

fn is_property(name: &str) -> bool {
    name == "checked" || name == "selected"
}

fn is_drawing(node: &Node) -> bool {
    node.dyn_ref::<HtmlElement>().is_none()
}
