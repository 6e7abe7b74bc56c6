//! What a reader's hand does with mouse and keys.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;
use tokio::time::timeout;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::polling::until;

/// Counts the keys that reach the page from now on.
const COUNT_KEYS: &str = "window.keysCome = 0;
    window.countsKeys ??= addEventListener('keydown', () => { window.keysCome += 1; }, true) ?? true;
    return null";

/// How many have; null where the page is left for another.
const KEYS_COME: &str = "window.keysCome ?? null";

/// Keys reach a page within some milliseconds of the driver's answer, if not before it; but the question
/// whether they have may be lost, which takes 2.5 s to be seen.
const KEYS_PATIENCE: Duration = Duration::from_secs(8);

/// A key that is lost three times is not lost by chance.
const MOST_TRIALS: usize = 3;

impl Browser {
    /// Clicks the first element a selector finds, once it is there.
    ///
    /// # Errors
    /// Where there is none or it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Outcome {
        until(&format!("a click on {selector}"), async || {
            // WebKit's driver does not bring on screen what `content-visibility` has not laid out.
            if self.engine() == Engine::Webkit {
                self.show(selector).await?;
            }
            self.client
                .find(Locator::Css(selector))
                .await?
                .click()
                .await?;
            Ok(Some(()))
        })
        .await
    }

    /// Points at the first element a selector finds and presses, as a hand does: whatever lies on
    /// top there is what is pressed. Also reaches what a stylesheet shows of closed `details`.
    ///
    /// # Errors
    /// Where there is none or it cannot be brought onto the screen.
    pub async fn point_at(&self, selector: &str) -> Outcome {
        self.show(selector).await?;
        // Drivers do not agree where the middle of an SVG group is.
        let middle = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)]";
        let (x, y) = self.run(middle, vec![json!(selector)]).await?;
        let duration = None;
        let moved = PointerAction::MoveTo { duration, x, y };
        let hand = MouseActions::new("hand".to_owned())
            .then(moved)
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self.client.perform_actions(hand).await?)
    }

    /// Types into the first element a selector finds.
    ///
    /// # Errors
    /// Where there is none or it takes no text.
    pub async fn type_into(&self, selector: &str, text: &str) -> Outcome {
        let field = self.client.find(Locator::Css(selector)).await?;
        self.send(&field, text).await
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    /// Where nothing takes them, or not all of them reach the page.
    pub async fn press(&self, keys: &str) -> Outcome {
        self.send(&self.client.active_element().await?, keys).await
    }

    /// Presses one special key where the focus is.
    ///
    /// # Errors
    /// Where nothing takes it.
    pub async fn press_key(&self, key: Key) -> Outcome {
        self.press(&char::from(key).to_string()).await
    }

    /// Chooses an option of a select by its value.
    ///
    /// # Errors
    /// Where there is no such select or option.
    pub async fn choose(&self, selector: &str, value: &str) -> Outcome {
        Ok(self
            .client
            .find(Locator::Css(selector))
            .await?
            .select_by_value(value)
            .await?)
    }

    async fn send(&self, place: &Element, keys: &str) -> Outcome {
        match self.engine() {
            Engine::Webkit => self.send_counted(place, keys).await,
            Engine::Chromium | Engine::Firefox => Ok(place.send_keys(keys).await?),
        }
    }

    /// On a busy machine one key of four had reached the page when WebKit's driver said that all had:
    /// those that did not are sent again. What the page makes of a key is its own affair.
    async fn send_counted(&self, place: &Element, keys: &str) -> Outcome {
        let mut rest: Vec<char> = keys.chars().collect();
        for _ in 0..MOST_TRIALS {
            until("a count of the keys", async || {
                self.run::<()>(COUNT_KEYS, Vec::new()).await.map(Some)
            })
            .await?;
            place.send_keys(&rest.iter().collect::<String>()).await?;
            let waited = until("", async || {
                let come: Option<usize> = self.read(KEYS_COME).await?;
                Ok(come.is_none_or(|come| come >= rest.len()).then_some(()))
            });
            if timeout(KEYS_PATIENCE, waited).await.is_ok() {
                return Ok(());
            }
            let asked = until("the keys that have come", async || {
                self.read::<Option<usize>>(KEYS_COME).await.map(Some)
            });
            let come = asked.await?;
            rest.drain(..come.unwrap_or(rest.len()).min(rest.len()));
            if rest.is_empty() {
                return Ok(());
            }
            eprintln!(
                "the last {} keys of `{keys}` have not reached the page",
                rest.len()
            );
        }
        Err(Failure::Waited(format!("the keys `{keys}` in the page")))
    }

    async fn show(&self, selector: &str) -> Outcome {
        let script =
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'}); return null";
        self.run(script, vec![json!(selector)]).await
    }
}
