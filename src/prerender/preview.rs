//! The preview of a file of cities: a page, on no list and for no search engine, in which a publisher
//! sees what is wrong with a file, what it changes, and the directory with it, before it is public.
//!
//! The directory's program reads the file in the place of the published one. It stays on the device.

use crate::domain::language::Language;
use crate::markup::escape;
use crate::routes::{Asset, Page, Route};
use crate::state::site::Site;

use super::page_scripts::{early_requests, inlined};

/// What the page does with a file.
const SCRIPT: &str = include_str!("preview/preview.js");

/// Where the page stands, below the base.
pub const PREVIEW_FILE: &str = "preview/index.html";

/// The words of the page. English alone, as what `cargo xtask check` says: it is a publishers' tool.
const HEADING: &str = "Preview a file of cities";
const LEAD: &str = "Choose a cities.json, or a table as “cargo xtask data export” writes it; or drop it anywhere on this page. It is read on this device and sent nowhere.";
const LIMITS: &str = "The cities’ own pages are written when the site is built: links lead to those that are published. Warnings, and problems of other files, are told by “cargo xtask check”.";

/// The directory as it is framed in the preview; `written` is its page within the site's frame.
pub fn preview_body(site: &Site, written: &str) -> String {
    let head = format!(
        "<section class=\"page prose\"><h1>{}</h1><p class=\"standfirst\">{}</p>\
         <p><label for=\"candidate\">File of cities</label> <input type=\"file\" id=\"candidate\" accept=\".json,.csv,.tsv,.txt\"></p>\
         <p><output data-told for=\"candidate\"></output></p>{}{}<p class=\"remark\">{}</p></section>",
        escape(HEADING),
        escape(LEAD),
        part("problems", "Problems"),
        part("difference", "What changes"),
        escape(LIMITS),
    );
    written
        // The page has another main heading.
        .replacen("<h1>", "<h2>", 1)
        .replacen("</h1>", "</h2>", 1)
        .replacen(
            "<div class=\"page directory\">",
            &format!("{head}<div class=\"page directory\" hidden>"),
            1,
        )
        .replacen(
            "<a aria-current=\"page\">",
            &format!("<a href=\"{}\">", site.href(Page::Directory)),
            1,
        )
}

/// The script that asks for what the program needs, all but the cities: those come from the reader.
pub fn early_script(site: &Site, wasm: &str) -> String {
    let [cities, countries, texts] = Asset::of_the_program(Language::English);
    let [cities, countries, texts] = [cities, countries, texts].map(|it| site.asset(&it));
    let asked = early_requests(&[wasm, &countries, &texts]);
    format!("{asked};early[\"{cities}\"]=new Promise(r=>{{self.give=r}})")
}

/// What comes last in the page's script.
pub fn script(site: &Site) -> String {
    let [cities, _, _] = Asset::of_the_program(Language::English);
    format!(
        "const cities=\"{}\",model=\"{}\";{}",
        site.asset(&cities),
        site.asset(&Asset::CitiesSchema),
        inlined(SCRIPT),
    )
}

/// The page that the preview is made of.
pub fn preview_route() -> Route {
    Route::new(Language::English, Page::Directory)
}

fn part(name: &str, heading: &str) -> String {
    format!("<section data-part=\"{name}\" hidden><h2>{heading}</h2><ul></ul></section>")
}
