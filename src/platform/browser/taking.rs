//! What a reader takes along: files saved, texts copied, pages printed.

use js_sys::{Array, Date};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Has the browser save a text as a file; tells whether it could.
pub fn save_file(name: &str, media_type: &str, text: &str) -> bool {
    saved(name, media_type, text).is_some()
}

/// Copies a text; tells whether the browser allowed it.
pub async fn copy_text(text: String) -> bool {
    // Only pages on secure hosts have a clipboard.
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(&text))
        .await
        .is_ok()
}

/// Prints the page.
pub fn print() {
    let _ = window().print();
}

/// The day, as an ISO date.
pub fn today() -> String {
    let now = String::from(Date::new_0().to_iso_string());
    now.chars().take_while(|c| *c != 'T').collect()
}

/// A path of this site with its scheme and host.
pub fn absolute(path: &str) -> String {
    format!("{}{path}", window().location().origin().unwrap_or_default())
}

fn saved(name: &str, media_type: &str, text: &str) -> Option<()> {
    let parts = Array::of1(&JsValue::from_str(text));
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_into::<HtmlElement>().ok()?.click();
    // The browser has taken hold of the file by the end of the click.
    Url::revoke_object_url(&address).ok()
}
