//! What a reader's device has kept of the site, and a second version of the site to be offered.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::{Failure, Outcome};

/// The version of the data that a page is written from.
pub(crate) const VERSION: &str = "document.documentElement.dataset.version";

/// The offer of a newer version.
pub(crate) const OFFER: &str = "[data-update]";

/// A city whose name differs between the two versions.
pub(crate) const CITY: &str = "abuja";

/// Its name in the second.
pub(crate) const NEW_NAME: &str = "Abuja Nova";

/// What the pages are written from, below the project's folder.
const SOURCES: [&str; 3] = ["public", "style", "index.html"];

/// What of it stands in the site as it is.
const COPIED: [&str; 2] = ["data", "content"];

/// The program's name in the second version.
const NEW_HASH: &str = "0123456789abcdef";

/// Waits until the site can be read without a connection.
pub(crate) async fn wait_until_kept(browser: &Browser) -> Outcome {
    let active = "navigator.serviceWorker.getRegistration().then(found => found?.active?.state)";
    browser.wait_for_value(active, "activated").await
}

/// Waits until a newer version is offered.
pub(crate) async fn wait_for_offer(browser: &Browser) -> Outcome {
    let offer = format!("document.querySelector('{OFFER} button') !== null");
    browser.wait_for(&offer).await
}

/// Waits until a page that was opened is kept.
pub(crate) async fn wait_until_page_is_kept(browser: &Browser) -> Outcome {
    browser
        .wait_for("caches.match(location.href.split('?')[0]).then(found => found !== undefined)")
        .await
}

/// The version of the data in a built site.
pub(crate) fn version_of(site: &Path) -> Outcome<String> {
    let story = Dist::at(site).read("index.html")?;
    let version = story.split("data-version=\"").nth(1);
    let version = version.and_then(|rest| rest.split('"').next());
    version
        .map(str::to_owned)
        .ok_or_else(|| Failure::Form("the story names no version".to_owned()))
}

/// The second version: other data, other texts on every page, another program. It is built once.
pub(crate) fn second_version() -> Outcome<&'static Path> {
    static FOLDER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = FOLDER.get_or_init(|| build().map_err(|failure| failure.to_string()));
    match built {
        Ok(folder) => Ok(folder),
        Err(message) => Err(Failure::Form(format!("the second version: {message}"))),
    }
}

fn build() -> Outcome<PathBuf> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (source, site) = (place.join("second-source"), place.join("second-site"));
    for folder in [&source, &site] {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(Failure::system(folder.display()))?;
        }
    }
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for name in SOURCES {
        copy(&project.join(name), &source.join(name))?;
    }
    let name = |name: &str| format!("\"slug\":\"{CITY}\",\"name\":\"{name}\"");
    change(
        &source.join("public/data/cities.json"),
        &name("Abuja"),
        &name(NEW_NAME),
    )?;
    copy(Dist::find()?.root(), &site)?;
    for folder in COPIED {
        copy(&source.join("public").join(folder), &site.join(folder))?;
    }
    rename_program(&site)?;
    Dist::at(&site).rewrite_from(&source)?;
    Ok(site)
}

/// Another name, so that a page which asks for the program of the other version gets none.
fn rename_program(site: &Path) -> Outcome {
    for file in Dist::at(site).files()? {
        let Some(rest) = file.strip_prefix("learning-cities-") else {
            continue;
        };
        let hash = rest.split(['.', '_']).next().unwrap_or_default();
        let renamed = site.join(file.replace(hash, NEW_HASH));
        fs::rename(site.join(&file), &renamed).map_err(Failure::system(renamed.display()))?;
    }
    Ok(())
}

fn change(file: &Path, old: &str, new: &str) -> Outcome {
    let text = fs::read_to_string(file).map_err(Failure::system(file.display()))?;
    assert!(text.contains(old), "{old} is not in {}", file.display());
    fs::write(file, text.replacen(old, new, 1)).map_err(Failure::system(file.display()))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if from.is_file() {
        return fs::copy(from, to)
            .map(drop)
            .map_err(Failure::system(from.display()));
    }
    for file in Dist::at(from).files()? {
        let target = to.join(&file);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(Failure::system(parent.display()))?;
        }
        fs::copy(from.join(&file), &target).map_err(Failure::system(&file))?;
    }
    Ok(())
}
