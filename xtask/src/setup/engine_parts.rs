//! The programs that each browser engine consists of.

use std::env;
use std::path::Path;

use super::engines::Engine;
use super::part::{self, Part};

/// The programs of an engine, found or not.
pub(super) fn of(engine: Engine, geckodriver: Option<&Path>) -> Vec<Part> {
    match engine {
        Engine::Chromium => chromium().into(),
        Engine::Firefox => firefox(geckodriver).into(),
        Engine::Webkit => webkit(),
    }
}

fn chromium() -> [Part; 2] {
    let browser = part::find_first(&[
        "chromium",
        "google-chrome",
        "chromium-browser",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]);
    let driver = part::find_program("chromedriver");
    [
        Part {
            what: "Chromium or Chrome",
            package: Some("chromium"),
            variable: "CHROMIUM",
            path: browser,
        },
        Part {
            what: "chromedriver",
            package: Some("chromium-driver"),
            variable: "CHROMEDRIVER",
            path: driver,
        },
    ]
}

fn firefox(geckodriver: Option<&Path>) -> [Part; 2] {
    let browser = part::find_first(&[
        "firefox-esr",
        "firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ]);
    let driver = geckodriver.map(Path::to_owned);
    [
        Part {
            what: "Firefox",
            package: Some("firefox-esr"),
            variable: "FIREFOX",
            path: browser,
        },
        // Setup installs it with Cargo: no distribution package is needed.
        Part {
            what: "geckodriver",
            package: None,
            variable: "GECKODRIVER",
            path: driver,
        },
    ]
}

fn webkit() -> Vec<Part> {
    let package = Some("webkit2gtk-driver");
    let browser = part::find_mini_browser();
    let driver = part::find_program("WebKitWebDriver");
    let mut parts = vec![
        Part {
            what: "WebKitGTK's MiniBrowser",
            package,
            variable: "WEBKIT_BROWSER",
            path: browser,
        },
        Part {
            what: "WebKitWebDriver",
            package,
            variable: "WEBKIT_DRIVER",
            path: driver,
        },
    ];
    // MiniBrowser has no headless mode: without a screen it needs a pretended one.
    let xvfb = Part {
        what: "xvfb-run",
        package: Some("xvfb"),
        variable: "XVFB_RUN",
        path: part::find_program("xvfb-run"),
    };
    if xvfb.path.is_some() || env::var_os("DISPLAY").is_none() {
        let xauth = part::find_program("xauth");
        parts.push(xvfb);
        parts.push(Part {
            what: "xauth",
            package: Some("xauth"),
            variable: "XAUTH",
            path: xauth,
        });
    }
    parts
}
