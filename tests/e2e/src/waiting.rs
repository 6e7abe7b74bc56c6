//! Waiting for a page to come to a state, told as JavaScript expressions, and telling its state.

use serde_json::Value;

use crate::browser::Browser;
use crate::failure::{Failure, Outcome};
use crate::polling::until;

impl Browser {
    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// Where it does not become so.
    pub async fn wait_for(&self, condition: &str) -> Outcome {
        until(condition, async || {
            Ok(self.read::<bool>(condition).await?.then_some(()))
        })
        .await
    }

    /// Waits until a JavaScript expression has a value.
    ///
    /// # Errors
    /// Where it does not come to have it; the message names what it has.
    pub async fn wait_for_value(&self, expression: &str, wanted: impl Into<Value>) -> Outcome {
        let wanted = wanted.into();
        let waited = until("", async || {
            let value: Value = self.read(expression).await?;
            Ok((value == wanted).then_some(()))
        });
        if waited.await.is_ok() {
            return Ok(());
        }
        let value: Value = self.read(expression).await?;
        Err(Failure::Waited(format!(
            "{expression} is {value}, not {wanted}"
        )))
    }

    /// Address, state and title, for the report of a failure.
    pub async fn whereabouts(&self) -> String {
        let state = "`${location.href} (${document.documentElement.dataset.app}) ${document.title}; ${document.querySelector('main [role=status]')?.textContent ?? ''}`";
        self.read(state)
            .await
            .unwrap_or_else(|failure| failure.to_string())
    }
}
