//! The rows of the results: each is made once, or taken from the served page, and from then on only
//! moved, and changed where what it shows does.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element as Node;

use super::living::{change, made};
use super::{element, elements_in};
use crate::markup::Element;
use crate::markup::moves::{Moves, moves};
use crate::platform::{RowState, Served};

/// Rows that are kept though they are not shown; more would let memory grow with the scrolling.
const MOST_SPARE: usize = 1200;

/// How a row looks in a state.
pub(super) type RowView = Box<dyn Fn(&RowState) -> Element>;

/// The rows that stand in one element.
pub struct Rows {
    selector: &'static str,
    view: RowView,
    /// By key.
    rows: Vec<Row>,
    shown: Vec<u32>,
    /// A row of which others are copied: to copy and change one is faster than to make it.
    model: Option<(Node, Element)>,
}

struct Row {
    node: Node,
    state: RowState,
    /// What the node shows, once it has been changed.
    shown: Option<Element>,
}

impl Rows {
    /// The rows of the element that a selector finds; those with these keys stand there already,
    /// unless the page has changed since.
    pub fn new(selector: &'static str, served: Served, keys: Vec<u32>, view: RowView) -> Self {
        let nodes: Vec<Node> = match served {
            Served::AsWritten => elements_in(&element(selector), "[data-city]"),
            Served::Changed => Vec::new(),
        };
        let shown = keys.iter().take(nodes.len()).copied().collect();
        let mut rows = Self {
            selector,
            view,
            rows: Vec::with_capacity(nodes.len()),
            shown,
            model: None,
        };
        for (key, node) in keys.into_iter().zip(nodes) {
            if let Err(at) = rows.place(key) {
                let state = RowState {
                    key,
                    ..RowState::default()
                };
                let row = Row {
                    node,
                    state,
                    shown: None,
                };
                rows.rows.insert(at, row);
            }
        }
        rows
    }

    fn place(&self, key: u32) -> Result<usize, usize> {
        self.rows.binary_search_by(|row| row.state.key.cmp(&key))
    }

    /// Shows rows in these states, in this order, and no others.
    pub fn show(&mut self, states: Vec<RowState>) {
        let Some(list) = element(self.selector) else {
            return;
        };
        let keys: Vec<u32> = states.iter().map(|state| state.key).collect();
        let nodes = states.into_iter();
        let nodes: Vec<Node> = nodes.filter_map(|state| self.row_in(state)).collect();
        let is_ours = list.child_element_count() as usize == self.shown.len();
        if keys != self.shown || !is_ours {
            // A row that is taken out and put back loses the focus, and the reader his place.
            let focused = document().active_element();
            let focused = focused.filter(|focused| list.contains(Some(focused)));
            if !is_ours {
                list.set_text_content(None);
                self.shown.clear();
            }
            self.put(&list, &keys, &nodes);
            if let Some(focused) = focused {
                super::focus_still(&focused);
            }
            self.shown = keys;
        }
        if self.rows.len() > self.shown.len() + MOST_SPARE {
            let shown = &self.shown;
            self.rows.retain(|row| shown.contains(&row.state.key));
        }
    }

    /// Takes out what is not to stand here, and moves as few of the others as can be.
    fn put(&self, list: &Node, keys: &[u32], nodes: &[Node]) {
        let Moves {
            gone,
            mut stands,
            moved,
        } = moves(&self.shown, keys);
        if gone.len() + moved > self.shown.len() / 2 {
            // To take all out at once is faster than to take out many.
            list.set_text_content(None);
            stands.fill(false);
        } else {
            let gone = gone.iter().filter_map(|key| self.place(*key).ok());
            for row in gone.filter_map(|at| self.rows.get(at)) {
                row.node.remove();
            }
        }
        let mut following: Option<&Node> = None;
        for (node, stands) in nodes.iter().zip(stands).rev() {
            if !stands {
                let _ = list.insert_before(node, following.map(AsRef::as_ref));
            }
            following = Some(node);
        }
    }

    fn row_in(&mut self, state: RowState) -> Option<Node> {
        let at = match self.place(state.key) {
            Ok(at) => {
                let row = self.rows.get_mut(at)?;
                row.change(state, &self.view);
                at
            }
            Err(at) => {
                let shown = (self.view)(&state);
                let node = self.row_of(&shown)?;
                let row = Row {
                    node,
                    state,
                    shown: Some(shown),
                };
                self.rows.insert(at, row);
                at
            }
        };
        self.rows.get(at).map(|row| row.node.clone())
    }

    fn row_of(&mut self, view: &Element) -> Option<Node> {
        let (model, shown) = match &self.model {
            Some(model) => model,
            None => self.model.insert((made(view)?, view.clone())),
        };
        let node = model.clone_node_with_deep(true).ok()?;
        let node: Node = node.dyn_into().ok()?;
        change(&node, shown, view);
        Some(node)
    }
}

impl Row {
    fn change(&mut self, state: RowState, view: &RowView) {
        if state == self.state {
            return;
        }
        let shown = self.shown.take().unwrap_or_else(|| {
            view(&RowState {
                key: state.key,
                ..RowState::default()
            })
        });
        let next = view(&state);
        change(&self.node, &shown, &next);
        self.shown = Some(next);
        self.state = state;
    }
}
