//! Where the device is: asked for when the reader wants it, and told to nobody else.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Takes a latitude and a longitude in degrees, or that there are none.
type Told = Rc<dyn Fn(Option<(f64, f64)>)>;

/// Asks the device for its latitude and longitude in degrees; `None` where the reader or the device
/// refuses.
pub fn locate(told: impl Fn(Option<(f64, f64)>) + 'static) {
    let told: Told = Rc::new(told);
    let Ok(geolocation) = window().navigator().geolocation() else {
        told(None);
        return;
    };
    let refused = Rc::clone(&told);
    let found = Closure::once_into_js(move |position: JsValue| told(coordinates(&position)));
    let failed = Closure::once_into_js(move |_: JsValue| refused(None));
    let _ = geolocation.get_current_position_with_error_callback(
        found.unchecked_ref(),
        Some(failed.unchecked_ref()),
    );
}

fn coordinates(position: &JsValue) -> Option<(f64, f64)> {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    let coordinates = of(position, "coords")?;
    Some((
        of(&coordinates, "latitude")?.as_f64()?,
        of(&coordinates, "longitude")?.as_f64()?,
    ))
}
