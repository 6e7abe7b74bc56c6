//! What a reader's hand does with mouse and keys.

use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde_json::json;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::failure::Outcome;
use crate::polling::until;

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
        Ok(self
            .client
            .find(Locator::Css(selector))
            .await?
            .send_keys(text)
            .await?)
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    /// Where nothing takes them.
    pub async fn press(&self, keys: &str) -> Outcome {
        Ok(self.client.active_element().await?.send_keys(keys).await?)
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

    async fn show(&self, selector: &str) -> Outcome {
        let script =
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'}); return null";
        self.run(script, vec![json!(selector)]).await
    }
}
