//! The validator of the W3C finds no error in the HTML.

use std::process::Command;

use libtest_mimic::{Completion, Failed, Trial};
use serde_json::Value;

use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::environment;
use learning_cities_e2e::failure::{Failure, Outcome};

/// One of each kind of page, and of cities those with most and least on record.
const SAMPLE: [&str; 48] = [
    "index.html",
    "404.html",
    "embed.html",
    "ar/embed.html",
    "news/index.html",
    "news/december-2025-admission/index.html",
    "news/december-2025-admission/embed.html",
    "ar/news/december-2025-admission/index.html",
    "offline.html",
    "ar/offline.html",
    "preview/index.html",
    "about/index.html",
    "cities/index.html",
    "cities/nanjing/index.html",
    "cities/suzhou/index.html",
    "cities/beijing/index.html",
    "cities/abuja/index.html",
    "cities/aswan/index.html",
    "cities/athens/index.html",
    "cities/adrar/index.html",
    "cities/arak/index.html",
    "cities/bahir-dar/index.html",
    "cities/agadir/index.html",
    "countries/cn/index.html",
    "countries/fr/index.html",
    "countries/ke/index.html",
    "countries/ir/index.html",
    "countries/kr/index.html",
    "zh/index.html",
    "zh/cities/index.html",
    "zh/cities/nanjing/index.html",
    "zh/about/index.html",
    "fr/index.html",
    "fr/cities/index.html",
    "fr/cities/nanjing/index.html",
    "fr/about/index.html",
    "es/index.html",
    "es/cities/index.html",
    "es/cities/nanjing/index.html",
    "es/about/index.html",
    "ar/index.html",
    "ar/cities/index.html",
    "ar/cities/nanjing/index.html",
    "ar/about/index.html",
    "ru/index.html",
    "ru/cities/index.html",
    "ru/cities/nanjing/index.html",
    "ru/about/index.html",
];

/// What the validator calls an error in CSS because it does not know it yet.
const UNKNOWN_CSS: [&str; 2] = ["“container-type”", "“@container”"];

/// Ignored where `cargo xtask test` found no Java, which it has said.
pub(crate) fn trials() -> Vec<Trial> {
    let has_java = environment::optional_path("JAVA").is_some();
    let trial = Trial::ignorable_test("the_html_of_every_kind_of_page_is_valid", || {
        the_html_of_every_kind_of_page_is_valid().map_err(Failed::from)
    });
    vec![trial.with_ignored_flag(!has_java)]
}

fn the_html_of_every_kind_of_page_is_valid() -> Outcome<Completion> {
    let dist = Dist::find()?;
    let mut command = Command::new(environment::path("JAVA")?);
    command
        .arg("-jar")
        .arg(environment::path("VNU_JAR")?)
        .args(["--format", "json", "--stdout", "--exit-zero-always"]);
    command.current_dir(dist.root()).args(SAMPLE);
    let output = command.output().map_err(Failure::system("the validator"))?;
    let report: Value = serde_json::from_slice(&output.stdout).map_err(Failure::form(format!(
        "the validator, {}",
        String::from_utf8_lossy(&output.stderr)
    )))?;
    let messages = report["messages"].as_array().cloned();
    let messages = messages.ok_or_else(|| Failure::Form(format!("the validator says {report}")))?;
    let messages = messages.iter().filter(|message| !is_ignorance(message));
    let (errors, remarks): (Vec<_>, Vec<_>) =
        messages.partition(|message| message["type"] != "info");
    let lines = |messages: &[&Value]| {
        messages
            .iter()
            .map(|message| line(message))
            .collect::<Vec<_>>()
            .join("\n")
    };
    if !remarks.is_empty() {
        eprintln!(
            "{} remarks of the validator, the first:\n{}",
            remarks.len(),
            lines(&remarks[..remarks.len().min(5)])
        );
    }
    assert!(
        errors.is_empty(),
        "{} errors:\n{}",
        errors.len(),
        lines(&errors[..errors.len().min(20)])
    );
    Ok(Completion::Completed)
}

/// The validator's CSS part is older than container queries (CSS Containment Level 3).
fn is_ignorance(message: &Value) -> bool {
    let text = message["message"].as_str().unwrap_or_default();
    text.starts_with("CSS: ") && UNKNOWN_CSS.iter().any(|name| text.contains(name))
}

fn line(message: &Value) -> String {
    let part = |key: &str| {
        message[key]
            .as_str()
            .unwrap_or_default()
            .chars()
            .take(200)
            .collect::<String>()
    };
    let file = part("url");
    let file = file.rsplit("/dist/").next().unwrap_or(&file).to_owned();
    format!(
        "{file}:{}: {} [{}]",
        message["lastLine"],
        part("message"),
        part("extract")
    )
}
