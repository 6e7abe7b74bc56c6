//! The three browser engines, what each needs, and what to do about a gap.

use std::ffi::OsString;
use std::path::Path;

use clap::ValueEnum;

use super::engine_parts;
use super::part::{self, Part};
use crate::failure::Failure;

/// A family of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, the nearest to Safari that Linux has.
    Webkit,
}

impl Engine {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

/// What to do about something that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strictness {
    /// Say so and do without.
    LeaveOut,
    /// Stop.
    Refuse,
}

/// What was found of the wanted engines, and the Java that runs the HTML validator if it is wanted.
#[derive(Debug)]
pub(super) struct Equipment {
    engines: Vec<(Engine, Vec<Part>)>,
    java: Option<Part>,
}

impl Equipment {
    /// Looks for what the wanted engines need.
    pub(super) fn find(wanted: &[Engine], geckodriver: Option<&Path>) -> Self {
        let java = Part {
            what: "Java",
            package: Some("default-jre-headless"),
            variable: "JAVA",
            path: part::find_program("java"),
        };
        let engines = wanted
            .iter()
            .map(|engine| (*engine, engine_parts::of(*engine, geckodriver)))
            .collect();
        Self {
            engines,
            java: Some(java),
        }
    }

    /// Looks for Chromium and its driver alone.
    pub(super) fn chromium() -> Self {
        let parts = engine_parts::of(Engine::Chromium, None);
        Self {
            engines: vec![(Engine::Chromium, parts)],
            java: None,
        }
    }

    /// The Debian packages that would fill the gaps.
    pub(super) fn missing_packages(&self) -> Vec<&'static str> {
        let parts = self
            .engines
            .iter()
            .flat_map(|(_, parts)| parts)
            .chain(&self.java);
        let mut packages: Vec<_> = parts
            .filter(|part| part.path.is_none())
            .filter_map(|part| part.package)
            .collect();
        packages.dedup();
        packages
    }

    /// The variables that tell the tests what there is: `ENGINES` and one for each program.
    pub(super) fn variables(
        &self,
        strictness: Strictness,
    ) -> Result<Vec<(&'static str, OsString)>, Failure> {
        let mut names = Vec::new();
        let mut found = Vec::new();
        for (engine, parts) in &self.engines {
            let complaint = format!("{}: its browser tests cannot run", engine.name());
            if is_complete(&complaint, parts, strictness)? {
                names.push(engine.name());
                found.extend(parts);
            }
        }
        let java = self.java.as_slice();
        if is_complete("the HTML validator cannot run", java, strictness)? {
            found.extend(java);
        }
        let paths = found
            .into_iter()
            .filter_map(|part| Some((part.variable, part.path.clone()?.into_os_string())));
        Ok([("ENGINES", OsString::from(names.join(",")))]
            .into_iter()
            .chain(paths)
            .collect())
    }
}

/// Whether all parts are there; if not, that is said, or an error.
pub(super) fn is_complete(
    complaint: &str,
    parts: &[Part],
    strictness: Strictness,
) -> Result<bool, Failure> {
    let missing: Vec<_> = parts.iter().filter(|part| part.path.is_none()).collect();
    if missing.is_empty() {
        return Ok(true);
    }
    let whats = missing
        .iter()
        .map(|part| part.what)
        .collect::<Vec<_>>()
        .join(", ");
    let mut packages: Vec<_> = missing.iter().filter_map(|part| part.package).collect();
    packages.dedup();
    let what = format!("{complaint}, for want of {whats}");
    let cure = format!(
        "install it (in Debian: apt-get install {})",
        packages.join(" ")
    );
    match strictness {
        Strictness::Refuse => Err(Failure::refused(what, cure)),
        Strictness::LeaveOut => {
            eprintln!("left out: {what}\n  to have it: {cure}");
            Ok(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(variable: &'static str, package: &'static str, path: Option<&str>) -> Part {
        Part {
            what: variable,
            package: Some(package),
            variable,
            path: path.map(Into::into),
        }
    }

    fn equipment_without_webkit() -> Equipment {
        let chromium = vec![part("CHROMIUM", "chromium", Some("/bin/chromium"))];
        let webkit = vec![
            part("WEBKIT_BROWSER", "webkit2gtk-driver", None),
            part("WEBKIT_DRIVER", "webkit2gtk-driver", None),
            part("XVFB_RUN", "xvfb", Some("/bin/xvfb-run")),
        ];
        Equipment {
            engines: vec![(Engine::Chromium, chromium), (Engine::Webkit, webkit)],
            java: Some(part("JAVA", "default-jre-headless", Some("/bin/java"))),
        }
    }

    #[test]
    fn each_missing_package_is_named_once() {
        assert_eq!(
            equipment_without_webkit().missing_packages(),
            ["webkit2gtk-driver"]
        );
    }

    #[test]
    fn an_incomplete_engine_is_left_out_with_all_its_programs() {
        let variables = equipment_without_webkit()
            .variables(Strictness::LeaveOut)
            .unwrap();
        let expected = [
            ("ENGINES", "chromium"),
            ("CHROMIUM", "/bin/chromium"),
            ("JAVA", "/bin/java"),
        ];
        assert_eq!(
            variables,
            expected.map(|(name, value)| (name, OsString::from(value)))
        );
    }

    #[test]
    fn where_nothing_may_be_left_out_a_gap_is_an_error_that_names_the_package() {
        let text = equipment_without_webkit()
            .variables(Strictness::Refuse)
            .unwrap_err()
            .to_string();
        assert!(
            text.contains("webkit: ") && text.contains("apt-get install webkit2gtk-driver"),
            "{text}"
        );
    }
}
