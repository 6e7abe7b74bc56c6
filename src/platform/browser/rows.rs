//! The rows of the results: each is made once, or taken from the served page, and from then on only
//! moved and marked. What hundreds of reactive rows would cost at every keystroke, a list of a few
//! references does not.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use js_sys::Array;
use leptos::prelude::{AnyView, Effect, IntoView, Mountable, Render, document};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

use super::{element, elements_in};
use crate::platform::RowState;

/// Rows that are kept though they are not shown; more would let memory grow with the scrolling.
const MOST_SPARE: usize = 1200;

/// The rows of the page as it was served.
#[derive(Clone, Debug, Default)]
pub struct ServedRows(Vec<Element>);

impl ServedRows {
    /// Takes the rows out of the served page, before the place they stand in is emptied.
    pub fn take() -> Self {
        Self(elements_in(&element("[data-fingerprint]"), "[data-city]"))
    }

    /// Their slugs, in the order served.
    pub fn slugs(&self) -> Vec<String> {
        let slug = |row: &Element| row.get_attribute("data-city").unwrap_or_default();
        self.0.iter().map(slug).collect()
    }
}

/// The rows as they are first written; the browser's list is filled by [`keep_rows`].
pub fn written_rows(_keys: Vec<u32>, _make: impl Fn(u32) -> AnyView) -> impl IntoView {}

/// Keeps the rows of the element that a selector finds, as the states say, whenever they change.
pub fn keep_rows(
    selector: &'static str,
    served: (Vec<u32>, ServedRows),
    make: impl Fn(u32) -> AnyView + 'static,
    states: impl Fn() -> Vec<RowState> + 'static,
) {
    let (keys, ServedRows(elements)) = served;
    let mut rows: Vec<Row> = keys
        .into_iter()
        .zip(elements)
        .filter_map(|(key, element)| Row::new(key, element))
        .collect();
    rows.sort_unstable_by_key(Row::key);
    let keeper = Rc::new(RefCell::new(Keeper {
        rows,
        shown: Vec::new(),
        make: Box::new(make),
    }));
    Effect::new(move |_| {
        let states = states();
        if let (Some(list), Ok(mut keeper)) = (element(selector), keeper.try_borrow_mut()) {
            keeper.show(&list, states);
        }
    });
}

/// Tells which control of which city is pressed, by their names, wherever in the program it stands.
pub fn follow_row_controls(on_press: impl Fn(&str, &str) + 'static) {
    let Some(place) = element("[data-fingerprint]") else {
        return;
    };
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let control = target.and_then(|it| it.closest("button[name]").ok().flatten());
        let Some(control) = control else { return };
        let name = control.get_attribute("name").unwrap_or_default();
        if let Some(slug) = control.get_attribute(&format!("data-{name}")) {
            on_press(&name, &slug);
        }
    });
    let _ = place.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    listener.forget();
}

struct Keeper {
    /// By key.
    rows: Vec<Row>,
    shown: Vec<u32>,
    make: Box<dyn Fn(u32) -> AnyView>,
}

struct Row {
    element: Element,
    /// Where the name stands.
    name: Element,
    text: String,
    state: RowState,
}

impl Keeper {
    fn show(&mut self, list: &Element, states: Vec<RowState>) {
        let elements = Array::new();
        let mut keys = Vec::with_capacity(states.len());
        for state in states {
            keys.push(state.key);
            if let Some(row) = self.row(state.key) {
                row.write(state);
                elements.push(&row.element);
            }
        }
        if keys != self.shown || list.child_element_count() != elements.length() {
            list.replace_children_with_node(&elements);
            self.shown = keys;
        }
        if self.rows.len() > self.shown.len() + MOST_SPARE {
            let mut shown = self.shown.clone();
            shown.sort_unstable();
            self.rows
                .retain(|row| shown.binary_search(&row.key()).is_ok());
        }
    }

    fn row(&mut self, key: u32) -> Option<&mut Row> {
        let at = match self.rows.binary_search_by_key(&key, Row::key) {
            Ok(at) => at,
            Err(at) => {
                let element = built((self.make)(key))?;
                self.rows.insert(at, Row::new(key, element)?);
                at
            }
        };
        self.rows.get_mut(at)
    }
}

impl Row {
    fn new(key: u32, element: Element) -> Option<Self> {
        let name = element.query_selector("a").ok().flatten()?;
        let text = name.text_content().unwrap_or_default();
        let state = RowState {
            key,
            ..RowState::default()
        };
        Some(Self {
            element,
            name,
            text,
            state,
        })
    }

    fn key(&self) -> u32 {
        self.state.key
    }

    fn write(&mut self, state: RowState) {
        if state == self.state {
            return;
        }
        if state.marks != self.state.marks {
            write_marked(&self.name, &self.text, &state.marks);
        }
        if state.note != self.state.note {
            self.write_note(&state);
        }
        if state.place != self.state.place {
            let place = state.place;
            self.write_attribute("aria-posinset", place.map(|(position, _)| position));
            self.write_attribute("aria-setsize", place.map(|(_, size)| size));
        }
        if state.pressed != self.state.pressed {
            self.write_pressed(&state.pressed);
        }
        self.state = state;
    }

    fn write_note(&self, state: &RowState) {
        const NOTE: &str = ".city-row-match";
        let known = self.element.query_selector(NOTE).ok().flatten();
        if let Some(known) = known {
            known.remove();
        }
        let Some((field, text, marks)) = &state.note else {
            return;
        };
        let (Some(note), Some(quoted)) = (created("span"), created("bdi")) else {
            return;
        };
        note.set_class_name("city-row-match");
        note.set_text_content(Some(&format!("{field} ")));
        let _ = quoted.set_attribute("translate", "no");
        write_marked(&quoted, text, marks);
        let _ = note.append_child(&quoted);
        // Beside the name: in a table that is its cell.
        if let Some(place) = self.name.parent_element() {
            let _ = place.append_child(&note);
        }
    }

    fn write_attribute(&self, name: &str, value: Option<usize>) {
        let _ = match value {
            Some(value) => self.element.set_attribute(name, &value.to_string()),
            None => self.element.remove_attribute(name),
        };
    }

    fn write_pressed(&self, pressed: &[&str]) {
        for control in elements_in::<Element>(&Some(self.element.clone()), "button[name]") {
            let name = control.get_attribute("name").unwrap_or_default();
            let is_pressed = pressed.contains(&name.as_str());
            let _ =
                control.set_attribute("aria-pressed", if is_pressed { "true" } else { "false" });
        }
    }
}

/// The element of a view that is one element.
fn built(view: AnyView) -> Option<Element> {
    let parent = document().create_element("template").ok()?;
    let mut state = view.build();
    state.mount(parent.unchecked_ref(), None);
    parent.first_element_child()
}

/// Writes a text with parts of it marked. A range off the character boundaries is passed over.
fn write_marked(element: &Element, text: &str, marks: &[Range<usize>]) {
    let before = marks.first().map_or(text.len(), |mark| mark.start);
    element.set_text_content(text.get(..before));
    for (at, mark) in marks.iter().enumerate() {
        let rest = marks.get(at + 1).map_or(text.len(), |next| next.start);
        let (Some(marked), Some(after)) = (text.get(mark.clone()), text.get(mark.end..rest)) else {
            continue;
        };
        if let Some(node) = created("mark") {
            node.set_text_content(Some(marked));
            let _ = element.append_child(&node);
        }
        if !after.is_empty() {
            let _ = element.append_child(&document().create_text_node(after));
        }
    }
}

fn created(tag: &str) -> Option<Element> {
    document().create_element(tag).ok()
}
