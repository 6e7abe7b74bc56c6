//! The screen as Chromium pretends it to be.

use serde_json::json;

use crate::browser::Browser;
use crate::failure::Outcome;

/// Width in CSS pixels; no window is as narrow as a phone, so the emulation sets it.
///
/// # Errors
/// Where the engine is another one, or refuses.
pub async fn set_width(browser: &Browser, width_px: u32) -> Outcome {
    let metrics =
        json!({"width": width_px, "height": 900, "deviceScaleFactor": 1, "mobile": false});
    browser
        .devtools("Emulation.setDeviceMetricsOverride", metrics)
        .await
        .map(drop)
}

/// `light` or `dark`.
///
/// # Errors
/// Where the engine is another one, or refuses.
pub async fn set_scheme(browser: &Browser, scheme: &str) -> Outcome {
    let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
    browser
        .devtools("Emulation.setEmulatedMedia", media)
        .await?;
    let holds = format!("matchMedia('(prefers-color-scheme: {scheme})').matches");
    browser.wait_for(&holds).await
}
