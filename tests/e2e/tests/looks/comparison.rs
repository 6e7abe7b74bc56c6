//! Every specimen beside its reference picture.

use std::path::PathBuf;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::likeness::Likeness;
use learning_cities_e2e::picture::Picture;
use learning_cities_e2e::reference::Reference;
use learning_cities_e2e::trials::Journey;

use crate::gallery::{Look, frames, open, pictures};
use crate::references::{self, Purpose};

const PHONE_PX: u32 = 360;
const LARGE_PX: u32 = 1280;

/// How specimens are looked at. Colours do not depend on the language, so the dark ones are looked
/// at in one.
pub(crate) const LOOKS: [Look; 8] = [
    look("en", PHONE_PX, "light"),
    look("en", PHONE_PX, "dark"),
    look("en", LARGE_PX, "light"),
    look("en", LARGE_PX, "dark"),
    look("zh", PHONE_PX, "light"),
    look("zh", LARGE_PX, "light"),
    look("ar", PHONE_PX, "light"),
    look("ar", LARGE_PX, "light"),
];

const fn look(language: &'static str, width_px: u32, scheme: &'static str) -> Look {
    Look {
        language,
        width_px,
        scheme,
    }
}

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(everything_looks_as_before_on_a_phone, engines: [Chromium]),
        journey!(everything_looks_as_before_on_a_phone_in_the_dark, engines: [Chromium]),
        journey!(everything_looks_as_before_on_a_large_screen, engines: [Chromium]),
        journey!(everything_looks_as_before_on_a_large_screen_in_the_dark, engines: [Chromium]),
        journey!(everything_looks_as_before_in_chinese_and_arabic, engines: [Chromium]),
    ]
}

async fn everything_looks_as_before_on_a_phone(browser: Browser) -> Outcome {
    compare(&browser, &LOOKS[..1]).await
}

async fn everything_looks_as_before_on_a_phone_in_the_dark(browser: Browser) -> Outcome {
    compare(&browser, &LOOKS[1..2]).await
}

async fn everything_looks_as_before_on_a_large_screen(browser: Browser) -> Outcome {
    compare(&browser, &LOOKS[2..3]).await
}

async fn everything_looks_as_before_on_a_large_screen_in_the_dark(browser: Browser) -> Outcome {
    compare(&browser, &LOOKS[3..4]).await
}

async fn everything_looks_as_before_in_chinese_and_arabic(browser: Browser) -> Outcome {
    compare(&browser, &LOOKS[4..]).await
}

async fn compare(browser: &Browser, looks: &[Look]) -> Outcome {
    let mut differences = Vec::new();
    for look in looks {
        let _served = open(browser, *look).await?;
        let frames = frames(browser).await?;
        let mut taken = pictures(browser, &frames).await?;
        // On a busy machine Chromium may give a picture of what it has not painted yet: what differs
        // has to differ twice.
        if !are_alike(*look, &taken)? {
            taken = pictures(browser, &frames).await?;
        }
        for (specimen, picture) in taken {
            differences.extend(difference(*look, &specimen, &picture)?);
        }
    }
    assert!(
        differences.is_empty(),
        "{} of the specimens look otherwise than before:\n{}\nIf they should, `cargo xtask looks --accept` \
         makes these pictures the references.",
        differences.len(),
        differences.join("\n")
    );
    Ok(())
}

fn are_alike(look: Look, taken: &[(String, Picture)]) -> Outcome<bool> {
    for (specimen, picture) in taken {
        let expected = references::read(look, specimen)?;
        let actual = Reference::of(picture);
        if expected.map(|expected| Likeness::of(&expected, &actual)) != Some(Likeness::Alike) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What is said of a specimen that is not like its reference; nothing where it may not be.
fn difference(look: Look, specimen: &str, picture: &Picture) -> Outcome<Option<String>> {
    let expected = references::read(look, specimen)?;
    let actual = Reference::of(picture);
    let likeness = expected
        .as_ref()
        .map(|expected| Likeness::of(expected, &actual));
    if likeness == Some(Likeness::Alike) {
        return Ok(None);
    }
    if Purpose::of_this_run() == Purpose::Accept {
        references::write(&references::path(look, specimen), &actual.png()?)?;
        return Ok(None);
    }
    let place = |part: &str| output().join(references::relative(look, specimen, part));
    references::write(&place(".actual"), &picture.png()?)?;
    if let Some(expected) = &expected {
        references::write(&place(".expected"), &expected.png()?)?;
    }
    if let Some(Likeness::Differs(_, marked)) = &likeness {
        references::write(&place(".difference"), &marked.png()?)?;
    }
    let what = likeness.map_or_else(
        || "there is no reference".to_owned(),
        |likeness| likeness.to_string(),
    );
    Ok(Some(format!("{what}: {}", place(".actual").display())))
}

/// Where pictures of what differs are put.
fn output() -> PathBuf {
    let root = env!("CARGO_MANIFEST_DIR").trim_end_matches("/tests/e2e");
    PathBuf::from(root).join("target/looks")
}
