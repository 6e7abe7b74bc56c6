//! The scripts that stand in the pages themselves.

/// Runs where modules are unknown, so where WebAssembly as used here cannot run either.
pub(super) const OLD_BROWSER_SCRIPT: &str =
    r#"document.documentElement.setAttribute("data-app","failed")"#;

/// What the program needs is asked for by the page itself.
const EARLY_REQUESTS: &str = include_str!("early_requests.js");

/// Searches the served list as it stands, by what its rows say, until the program is there and knows
/// every name: on a slow line that is a second later, and behind some policies never.
pub(super) const PLAIN_SEARCH: &str = include_str!("plain_search.js");

/// What is done where the program cannot start or go on: the page says so, with what there is to be
/// told of it, and is a document again. No event reaches a program that has stopped.
pub(super) const FAILURE_SCRIPT: &str = include_str!("failure.js");

/// A link to another language takes the query along as it is when it is followed; the first language
/// of the browser's that the site has is marked, where it is not the page's.
pub(super) const LANGUAGE_SCRIPT: &str = "for(const n of[\"click\",\"auxclick\",\"contextmenu\"])addEventListener(n,e=>{const a=e.target.closest?.(\".languages a\");if(a)a.search=location.search},true);\
     for(const n of navigator.languages||[]){const l=n.slice(0,2),a=document.querySelector(`.languages a[lang=${CSS.escape(l)}]`);if(l==document.documentElement.lang)break;if(a){a.title=a.dataset.invitation;a.dataset.invited=\"\";break}}";

/// Lets the stylesheet put off the layout of what stands below a story's first screen, where a visit
/// begins at its head. For a reader who comes back, or to a part of it, the place depends on all above.
pub(super) const PUT_OFF_REST: &str = "if(performance.getEntriesByType(\"navigation\")[0]?.type==\"navigate\"&&!location.hash)document.documentElement.dataset.rest=\"later\"";

/// What was put off.
pub(super) const REST_OF_STORY: &str = include_str!("rest_of_story.js");

/// What a story's buttons to pass it on do.
pub(super) const SHARE_SCRIPT: &str = include_str!("share.js");

/// A script as it stands in a page: without remarks, on one line.
pub(super) fn inlined(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines.filter(|line| !line.starts_with("//")).collect()
}

/// The script that asks for files before the program does. `programAsked` is kept once it has; what it
/// asks for are `programFiles`.
pub(super) fn early_requests(addresses: &[&str]) -> String {
    let quoted: Vec<String> = addresses.iter().map(|it| format!("\"{it}\"")).collect();
    let files = quoted.join(",");
    format!("self.programFiles=[{files}];{}", inlined(EARLY_REQUESTS))
}
