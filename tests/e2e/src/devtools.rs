//! What only Chromium's driver offers: its own protocol and its console.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::Url;

use crate::browser::Browser;
use crate::failure::Outcome;

/// A command that only one driver knows.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// Where the engine is another one, or refuses.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        let body = json!({"cmd": command, "params": parameters});
        Ok(self
            .client
            .issue_cmd(Extension {
                path: "goog/cdp/execute",
                body,
            })
            .await?)
    }

    /// What Chromium's console says at the level of an error, since it was last asked.
    ///
    /// # Errors
    /// Where the engine is another one, or refuses.
    pub async fn console_errors(&self) -> Outcome<Vec<String>> {
        let body = json!({"type": "browser"});
        let log = self
            .client
            .issue_cmd(Extension {
                path: "se/log",
                body,
            })
            .await?;
        let entries = log.as_array().cloned().unwrap_or_default();
        let is_error = |entry: &Value| entry.get("level").and_then(Value::as_str) == Some("SEVERE");
        let message = |entry: &Value| {
            entry
                .get("message")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Ok(entries
            .iter()
            .filter(|entry| is_error(entry))
            .map(message)
            .collect())
    }
}
