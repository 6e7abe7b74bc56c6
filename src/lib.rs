//! Learning Cities: the launch story, further ones, and the directory of the UNESCO Global Network of
//! Learning Cities, as one crate that runs in the browser and writes every page beforehand.
//!
//! # The idea
//!
//! Every page is complete HTML, written at build time by the native program `prerender` from typed
//! views and the site's data files. Within one of them, the directory, stands a program: WebAssembly
//! built from the same code brings search, filters, five views, comparison and exports to life in
//! place. All other pages are documents; a link to one is an ordinary link, which the browser opens
//! faster, and keeps for the way back, than a program could. The URL is the state: whatever a reader
//! sees can be linked, reloaded, walked with Back and printed.
//!
//! # Layers
//!
//! An arrow means "may import"; nothing else may. `tests/tidy.rs` enforces it.
//!
//! ```text
//! main -> takeover -> pages -> components -> state -> domain, platform
//! bin/prerender -> prerender -> app -> pages
//! platform, and all above it -> markup                  (pure)
//! everything above domain -> routes, i18n, content      (pure, as domain is)
//! ```
//!
//! * [`domain`] is the pure core: cities, query, search, facets, order, peers, comparison, exports,
//!   geometry, reading of files. It knows no browser, no file system and no clock.
//! * [`content`] reads what editors write; [`i18n`] holds the interface's texts and how a language
//!   writes numbers and dates; [`routes`] alone knows how a page is spelled in an address.
//! * [`markup`] is a view as plain data. The directory's program is written in it: pure functions of
//!   the state that give elements, tested without a browser.
//! * `state` holds what pages share: the data as read, and the directory's query and display.
//! * `platform` alone names what a browser offers. Natively it does nothing.
//! * `components` take values; `pages` own the state. Documents are typed views (`view!`), the
//!   directory's program is [`markup`].
//! * `takeover` starts the program in a served directory; `app` frames a page for `prerender`, which
//!   writes them all. On request it writes the test gallery instead: parts of these pages, one for
//!   each component and block in each of its states, whose looks tests compare with pictures.
//!
//! The preview of a file of cities (`prerender::preview`) is the directory too: its program is given
//! a publisher's file in the place of the published one, and tells the page what it could not read.
//!
//! # Why the program is data
//!
//! Views typed by their shape are compiled for each shape: with the list alone the program stood at
//! 174 KB (brotli), with a table, a timeline, a summary and keys besides at 229. As data it stands at
//! 197 with all of these and the map, the comparison, the peers and the exports. Signals, memos,
//! effects and the router are Leptos's as before: a part of the page is a function of signals, run
//! again when they change, and `platform` changes in the page what differs between the two results.
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
//! * **Documents run no program.** Once they are read and shown they only see that the program can be
//!   had, whole (`integrity`), so that the directory opens at once; not where the reader saves data.
//! * **The directory is taken over exactly or written anew.** Server and program write it by the same
//!   functions, so a page of the same data (`data-fingerprint`) that nobody has changed since is
//!   taken over node by node, and then led from the default query to that of the address, before a
//!   frame is painted. Else the program's parts are written anew in one task. The data are read and
//!   prepared in tasks before that, and where nothing seen changes, each part is taken over in a task
//!   of its own. The search box is never touched.
//! * **The text goes first where the line is quick, the program where it is slow.** Where a trip to the
//!   host takes long, the program is asked for with the page; else once the text has been painted, so
//!   that it does not take the processor from it (`prerender/early_requests.js`).
//! * **The first paint waits for the first screen alone.** A story's lower parts are laid out right after
//!   it, seen or not, so that the page is whole for find-in-page, pictures and print; not put off is a
//!   visit that begins elsewhere than at the head (`prerender/rest_of_story.js`).
//! * **A document carries no stylesheet of the directory's program** (`data-pages` in `index.html`); of
//!   those for all pages a few rules name its parts too.
//! * **A row is made once.** The rows of the results are kept, as few of them moved as can be
//!   ([`markup::moves`]), and changed where what they show does; a keystroke makes none that was there
//!   before. What is new is copied from a model.
//! * **What stays is not looked at.** Elements carry a print of what they are ([`markup`]): two views are
//!   compared from above, and parts that are equal are neither walked nor, where it matters, made anew.
//! * **The page changes first, the history after it**, in the same task: an entry of the history
//!   takes a browser as long as all rows. Until then the address bar is a step behind; exports name
//!   the address of the state.
//! * **Controls say what they do.** Each carries its action as a text (`data-act`), which one reader
//!   understands; those of a row leave out the city that stands beside them (`data-compare`). A view
//!   holds no handler.
//! * **Every page stands in every language, whole.** A language is a folder of texts, all of them or
//!   the build stops; without a folder the site does not stand in it. A further story is a file of the
//!   same name in each. Patterns of numbers and dates are texts too, held against CLDR by tests. A
//!   reader loads the texts of one. A city is shown by its name there, else as recorded, and then marked as foreign; the order of names, which takes
//!   tables larger than the program, is made by the build ([`domain::name_order`]).
//! * **One owner per fact.** Query and display are written in `state::directory_state` only; each
//!   file is asked for once, by a script at the head of the page, and the program takes up the
//!   answers.
//! * **Up to a thousand results stand in the document**, for find-in-page, print and screen readers;
//!   of more, those around what the reader sees. In a directory of more than a thousand records the
//!   first of them come with the keystroke, the others when the reader pauses.
//! * **A device keeps one whole version.** The service worker is written by the build with the hash of
//!   every list of files, and the lists hold the hash of every file; it gives out nothing whose hash
//!   it has not checked (`prerender::offline`). Pages that are kept come from the device, all
//!   others from the host, as whole documents that name their files by content. A new version is
//!   installed beside the old one, and taken when the reader says so or has closed the site. The
//!   worker is fetched when all else is done, and not where the reader saves data.
//! * **What fails is said where it is missed.** A file that a view lacks is told of above it, a program
//!   that cannot start or stops (a panic, or an exception in its midst) makes the page the served
//!   document again, with the reason to be copied; both offer to fetch everything anew, past caches
//!   (`prerender/failure.js`).
//! * **Bad data never empties the page.** Reading gives the good records and a list of issues; the
//!   build stops on any issue.
//!
//! # What must be absent
//!
//! * No request to another origin, no cookie, no tracker; the reader's position and shortlist never
//!   leave the device.
//! * No `style` or `on…` attribute, no markup made from data: text is text, and where a browser knows
//!   Trusted Types the policy holds the program to it.
//! * No view of another page in the browser's program, and no view typed by its shape: the
//!   directory's bytes are its budget.
//! * No reading or printing of floating-point numbers in the program: each costs a dozen kilobytes of
//!   tables. Whole parts do.
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
