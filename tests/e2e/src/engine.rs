//! The three browser engines, and what a session asks of each.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::environment;
use crate::failure::{Failure, Outcome};

/// Without these Chromium wants a screen or another user than root, talks to its maker, or draws
/// letters and colours as the machine is set up.
const CHROMIUM_ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
];

/// A family of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, the nearest to Safari that Linux has.
    Webkit,
}

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As usual.
    On,
    /// As a careful reader has set it.
    Off,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name in `ENGINES` and in the names of trials.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Whether journeys share a session. Firefox takes five seconds to start and to end, the others
    /// one; and what is new for each journey is better wherever it costs little.
    #[must_use]
    pub fn keeps_sessions(self) -> bool {
        self == Self::Firefox
    }

    /// How often in a row a script may be lost on its way: WebKit's driver loses what it is given
    /// between parsing and load.
    pub(crate) fn loses_scripts(self) -> usize {
        match self {
            Self::Webkit => 3,
            Self::Chromium | Self::Firefox => 0,
        }
    }

    /// Those this machine has.
    ///
    /// # Errors
    /// Where `ENGINES` is not set or names none, or one that nobody knows.
    pub fn present() -> Outcome<Vec<Self>> {
        let names = environment::text("ENGINES")?;
        let known = |name: &str| {
            let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
            found.ok_or_else(|| Failure::Environment(format!("ENGINES names `{name}`")))
        };
        names.split(',').map(str::trim).map(known).collect()
    }

    /// The capabilities of a new session. `profile` is an empty folder of its own.
    ///
    /// # Errors
    /// Where the variable that names the browser is not set.
    pub fn capabilities(self, scripts: Scripts, profile: &Path) -> Outcome<Map<String, Value>> {
        let specific = match self {
            Self::Chromium => {
                let mut arguments: Vec<String> = CHROMIUM_ARGUMENTS.map(str::to_owned).into();
                arguments.push(format!("--user-data-dir={}", profile.display()));
                if scripts == Scripts::Off {
                    arguments.push("--blink-settings=scriptEnabled=false".to_owned());
                }
                json!({
                    "goog:chromeOptions": {"binary": environment::path("CHROMIUM")?, "args": arguments},
                    "goog:loggingPrefs": {"browser": "ALL"},
                })
            }
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": environment::path("FIREFOX")?,
                    "args": ["-headless", "--width=1280", "--height=900"],
                    // What is asked of a slow cache would be asked of the host as well: twice.
                    "prefs": {
                        "javascript.enabled": scripts == Scripts::On,
                        "network.http.rcwn.enabled": false,
                    },
                },
            }),
            Self::Webkit => json!({
                "webkitgtk:browserOptions": {
                    "binary": environment::path("WEBKIT_BROWSER")?,
                    "args": ["--automation"],
                },
            }),
        };
        // A page whose program is held back on purpose must not hold back the test. WebKit's driver
        // may lose a script it is given between parsing and load: better lost soon than late.
        let (strategy, script_limit_ms) = match self {
            Self::Webkit => ("none", 2_500),
            Self::Chromium | Self::Firefox => ("eager", 60_000),
        };
        let common = [
            ("pageLoadStrategy".to_owned(), json!(strategy)),
            ("timeouts".to_owned(), json!({"script": script_limit_ms})),
        ];
        let mut capabilities = Map::from_iter(common);
        capabilities.extend(specific.as_object().cloned().unwrap_or_default());
        Ok(capabilities)
    }
}
