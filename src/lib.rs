//! Learning Cities: the launch story and the directory of the UNESCO Global Network of Learning
//! Cities, as one crate that runs in the browser and writes every page beforehand.
//!
//! # The idea
//!
//! Every page is complete HTML, written at build time by the native program `prerender` from typed
//! views and the site's data files. Within one of them, the directory, stands a program: WebAssembly
//! built from the same views brings search, filters and results to life in place. All other pages
//! are documents; a link to one is an ordinary link, which the browser opens faster, and keeps for
//! the way back, than a program could. The URL is the state: whatever a reader sees can be linked,
//! reloaded, walked with Back and printed.
//!
//! # Layers
//!
//! An arrow means "may import"; nothing else may. `tests/tidy.rs` enforces it.
//!
//! ```text
//! main -> takeover -> pages -> components -> state -> domain, platform
//! bin/prerender -> prerender -> app -> pages
//! everything above domain -> routes, i18n, content, markup   (pure, as domain is)
//! ```
//!
//! * [`domain`] is the pure core: cities, query, search, facets, order, geometry, reading of files.
//!   It knows no browser, no file system and no clock.
//! * [`content`] reads what editors write; [`i18n`] holds the interface's texts and how a language
//!   writes numbers and dates; [`routes`] alone knows how a page is spelled in an address.
//! * [`markup`] is a view as plain data: the prerenderer writes it, the program compares it.
//! * `state` holds what pages share: the data as read, and the directory's query.
//! * `platform` alone names what a browser offers. Natively it does nothing.
//! * `components` take values and give callbacks; `pages` own the state.
//! * `takeover` starts the program in a served directory; `app` frames a page for `prerender`, which
//!   writes them all.
//!
//! # Features
//!
//! `default` is empty and builds the pure part alone: `cargo test` needs no browser. `browser` and
//! `prerender` build the program of each side and exclude each other, because Leptos is compiled
//! differently for each.
//!
//! # Invariants
//!
//! * **The served page is whole.** Nothing a reader needs waits for the program; what only the
//!   program can do (`.live-only`) is hidden by the stylesheet where it cannot run, and a notice in
//!   the page says so.
//! * **The directory is taken over exactly or replaced.** It is brought to life node by node only if
//!   it was written from the same data (`data-fingerprint`) and nobody has changed the page since;
//!   else the program's part is replaced in one task, so in one frame, with text, checked boxes,
//!   focus and scroll position carried over.
//! * **The first view of the directory is the default query's**, in the browser as in the
//!   prerenderer; the address and early input are applied right after, before a frame is painted.
//! * **One owner per fact.** The query is written in `state::directory_state` only; each file is
//!   asked for once, by a script at the head of the page, and the program takes up the answers.
//! * **Bad data never empties the page.** Reading gives the good records and a list of issues; the
//!   build stops on any issue.
//!
//! # What must be absent
//!
//! * No request to another origin, no cookie, no tracker.
//! * No `style` or `on…` attribute, no markup made from data: text is text.
//! * No view of another page in the browser's program: the directory's bytes are its budget.
//! * No `cfg` outside this file and `platform`; no web type in the pure part; no `unwrap`,
//!   `expect`, `panic` or indexing outside tests (clippy denies them).
//! * No address string outside [`routes`].

#![recursion_limit = "512"]

#[cfg(all(feature = "browser", feature = "prerender"))]
compile_error!(
    "the features `browser` and `prerender` exclude each other: Leptos is compiled differently for each"
);

pub mod content;
pub mod domain;
pub mod i18n;
pub mod markup;
pub mod routes;

#[cfg(any(feature = "browser", feature = "prerender"))]
pub mod app;
#[cfg(any(feature = "browser", feature = "prerender"))]
pub mod components;
#[cfg(any(feature = "browser", feature = "prerender"))]
pub mod pages;
#[cfg(any(feature = "browser", feature = "prerender"))]
pub mod platform;
#[cfg(any(feature = "browser", feature = "prerender"))]
pub mod state;

#[cfg(feature = "browser")]
pub mod takeover;

#[cfg(feature = "prerender")]
pub mod prerender;
