//! Where the reader is, asked of the device only when the reader says so; it never leaves it.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Position, PositionError};

/// Asks where the reader is: latitude and longitude in degrees, or why that is not known.
pub fn locate(tell: impl Fn(Result<(f64, f64), String>) + Clone + 'static) {
    let failed = tell.clone();
    let found = Closure::once_into_js(move |position: Position| {
        let place = position.coords();
        tell(Ok((place.latitude(), place.longitude())));
    });
    let refused = {
        let failed = failed.clone();
        Closure::once_into_js(move |error: PositionError| failed(Err(error.message())))
    };
    let asked = window().navigator().geolocation().and_then(|device| {
        device.get_current_position_with_error_callback(
            found.unchecked_ref(),
            Some(refused.unchecked_ref()),
        )
    });
    if asked.is_err() {
        failed(Err("geolocation".to_owned()));
    }
}
