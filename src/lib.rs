//! Learning Cities: the launch story and the directory of the UNESCO Global Network of Learning
//! Cities, as one crate that runs in the browser and writes every page beforehand.
//!
//! # The idea
//!
//! Every page is complete HTML, written at build time by the native program `prerender` from the
//! same views and the same data files that the browser uses; WebAssembly then takes the page over
//! and adds what only a program can. The URL is the state: whatever a reader sees can be linked,
//! reloaded, walked with Back and printed.
//!
//! # Layers
//!
//! An arrow means "may import"; nothing else may. `tests/tidy.rs` enforces it.
//!
//! ```text
//! main -> takeover -> app -> pages -> components -> domain
//! bin/prerender -> prerender -> app
//! pages, components -> state -> domain, platform
//! everything above domain -> routes, i18n, content      (pure, as domain is)
//! ```
//!
//! * [`domain`] is the pure core: cities, query, search, facets, order, geometry, reading of files.
//!   It knows no browser, no file system and no clock.
//! * [`content`] reads what editors write; [`i18n`] holds the interface's texts and how a language
//!   writes numbers and dates; [`routes`] alone knows how a page is spelled in an address.
//! * `state` holds what pages share: the data once loaded, and the directory's query.
//! * `platform` alone names what a browser offers. Natively it does nothing.
//! * `components` take values and give callbacks; `pages` own the state; `app` is the frame.
//! * `takeover` starts the program in a served page; `prerender` writes the pages.
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
//!   program can do is hidden by the stylesheet where it cannot run.
//! * **A page is taken over exactly or not at all.** The directory is brought to life only if it was
//!   written from the same data (`data-fingerprint`) and nobody has changed the page since; else it
//!   is replaced in one frame. All other pages are adopted unread.
//! * **The first view of the directory is the default query's**, in the browser as in the
//!   prerenderer; the address and early input are applied right after, before a frame is painted.
//! * **One owner per fact.** The query is written in `state::directory_state` only; the page is
//!   the address's path; each file is fetched once.
//! * **Bad data never empties the page.** Reading gives the good records and a list of issues.
//!
//! # What must be absent
//!
//! * No request to another origin, no cookie, no tracker.
//! * No `style` or `on…` attribute, no markup made from data: text is text.
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
