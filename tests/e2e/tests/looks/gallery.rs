//! The gallery in the browser, and pictures of its specimens.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::environment;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::picture::Picture;
use learning_cities_e2e::screen::{set_scheme, set_width};
use learning_cities_e2e::served::Served;

/// Where the gallery stands; a static value is not dropped by itself.
static FOLDER: Mutex<Option<TempDir>> = Mutex::new(None);

/// The state of the page once the specimens are in theirs.
const READY: &str = "document.documentElement.dataset.gallery === 'ready'";

/// Fetches every face and picture, also of what is far below the screen; and lets each specimen begin at
/// a whole pixel, since letters between two look otherwise, and would after a change of any before.
const COMPLETE: &str = "return Promise.all([...[...document.fonts].map(face => face.load()),
    ...[...document.images].map(image => (image.loading = 'eager', image.decode()))]).then(() => {
    for (const section of document.querySelectorAll('[data-specimen]')) {
        const end = section.getBoundingClientRect().bottom + scrollY;
        section.style.paddingBlockEnd = `${Math.ceil(end) - end}px`;
    }
    return document.fonts.size;
})";

/// Where the specimens are that stand on a screen of this width.
const FRAMES: &str = "[...document.querySelectorAll('[data-specimen]')]
    .filter(({dataset}) => !dataset.onlyAt || dataset.onlyAt == innerWidth)
    .map(section => [section, section.querySelector('.specimen').getBoundingClientRect()])
    .map(([{dataset}, box]) => ({name: dataset.specimen, focus: dataset.focus ?? null,
        x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height}))";

/// A strip of the page in one picture: a screenshot takes long, whatever its size, and one that is
/// higher than the browser's largest surface repeats its beginning.
const STRIP_PX: f64 = 4000.0;

/// How specimens are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    /// The language of the page.
    pub(crate) language: &'static str,
    /// The width of the screen.
    pub(crate) width_px: u32,
    /// `light` or `dark`.
    pub(crate) scheme: &'static str,
}

/// A specimen in the page.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Frame {
    pub(crate) name: String,
    focus: Option<String>,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The folder of the gallery, which is written once.
pub(crate) fn folder() -> Outcome<PathBuf> {
    static WRITTEN: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let written = WRITTEN.get_or_init(|| write().map_err(|failure| failure.to_string()));
    written.clone().map_err(Failure::Form)
}

/// Removes the gallery.
pub(crate) fn remove() {
    drop(FOLDER.lock().unwrap_or_else(PoisonError::into_inner).take());
}

fn write() -> Outcome<PathBuf> {
    let folder = tempfile::tempdir().map_err(Failure::system("a folder for the gallery"))?;
    let program = environment::path("PRERENDER")?;
    let output = Command::new(&program)
        .arg("--gallery")
        .arg(folder.path())
        .output()
        .map_err(Failure::system(program.display()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(Failure::Form(said));
    }
    let path = folder.path().to_owned();
    *FOLDER.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder);
    Ok(path)
}

/// Opens the gallery with its specimens in their states. It is served as long as what this gives is
/// kept.
pub(crate) async fn open(browser: &Browser, look: Look) -> Outcome<Served> {
    let served = Served::folder(&folder()?)?;
    set_width(browser, look.width_px).await?;
    set_scheme(browser, look.scheme).await?;
    let focus = json!({"enabled": true});
    browser
        .devtools("Emulation.setFocusEmulationEnabled", focus)
        .await?;
    let page = format!("{}.html", look.language);
    browser.open(&served.url(&page)).await?;
    browser.wait_for(READY).await?;
    browser.run::<u32>(COMPLETE, Vec::new()).await?;
    Ok(served)
}

/// The specimens of the open gallery.
pub(crate) async fn frames(browser: &Browser) -> Outcome<Vec<Frame>> {
    browser.read(FRAMES).await
}

/// Pictures of specimens, in their order.
pub(crate) async fn pictures(
    browser: &Browser,
    frames: &[Frame],
) -> Outcome<Vec<(String, Picture)>> {
    let mut pictures = Vec::new();
    let mut strip: Option<(f64, Picture)> = None;
    for frame in frames {
        let picture = match &frame.focus {
            Some(selector) => {
                focus(browser, &frame.name, Some(selector)).await?;
                let picture = take(browser, frame).await?;
                focus(browser, &frame.name, None).await?;
                picture
            }
            None if frame.height > STRIP_PX / 2.0 => take(browser, frame).await?,
            None => {
                let is_within =
                    |top: f64| frame.y >= top && frame.y + frame.height <= top + STRIP_PX;
                let (top, picture) = match strip.take() {
                    Some(kept) if is_within(kept.0) => kept,
                    _ => (frame.y.floor(), take(browser, &strip_at(frame)).await?),
                };
                let cut = cut(&picture, frame, top);
                strip = Some((top, picture));
                cut
            }
        };
        pictures.push((frame.name.clone(), picture));
    }
    Ok(pictures)
}

fn strip_at(frame: &Frame) -> Frame {
    Frame {
        y: frame.y.floor(),
        height: STRIP_PX,
        ..frame.clone()
    }
}

fn cut(strip: &Picture, frame: &Frame, top: f64) -> Picture {
    let above = (frame.y - top).round() as usize * strip.width_px;
    let height = frame.height.round() as usize;
    let pixels = strip.pixels.iter().skip(above);
    Picture {
        width_px: strip.width_px,
        height_px: height,
        pixels: pixels.take(height * strip.width_px).copied().collect(),
    }
}

/// Gives an element of a specimen the focus, as the keyboard would, or takes it away.
async fn focus(browser: &Browser, specimen: &str, selector: Option<&str>) -> Outcome {
    let script = "const [specimen, selector] = arguments;
        if (!selector) { document.activeElement.blur(); return true; }
        const element = document.querySelector(`[data-specimen='${specimen}'] ${selector}`);
        element?.focus({focusVisible: true, preventScroll: true});
        return element != null && document.activeElement === element;";
    let arguments = vec![json!(specimen), json!(selector)];
    let is_done: bool = browser.run(script, arguments).await?;
    assert!(is_done, "{specimen}: {selector:?} takes no focus");
    Ok(())
}

async fn take(browser: &Browser, frame: &Frame) -> Outcome<Picture> {
    let clip = json!({"x": frame.x, "y": frame.y, "width": frame.width, "height": frame.height, "scale": 1});
    let shot = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
    let answer = browser.devtools("Page.captureScreenshot", shot).await?;
    let data = answer.get("data").and_then(Value::as_str);
    let data = STANDARD.decode(data.unwrap_or_default());
    Picture::read(&data.map_err(Failure::form("a screenshot"))?)
}
