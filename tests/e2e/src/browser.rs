//! A session in a browser: what a reader does there, and what can be read of the page.

use std::path::Path;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

use crate::driver::Driver;
use crate::engine::{Engine, Scripts};
use crate::failure::{Failure, Outcome};
use crate::polling::until;

/// A session; copies share it.
#[derive(Clone, Debug)]
pub struct Browser {
    pub(crate) client: Client,
    engine: Engine,
}

impl Browser {
    /// Opens a session.
    ///
    /// # Errors
    /// Where the driver refuses one.
    pub async fn connect(
        driver: &Driver,
        engine: Engine,
        scripts: Scripts,
        profile: &Path,
    ) -> Outcome<Self> {
        let capabilities: Capabilities = engine.capabilities(scripts, profile)?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let builder = builder.capabilities(capabilities);
        let client = builder.connect(&driver.url()).await;
        let client = client.map_err(|error| {
            Failure::Command(format!("a session in {}: {error}", engine.name()))
        })?;
        if engine != Engine::Chromium {
            client.set_window_size(1280, 900).await?;
        }
        Ok(Self { client, engine })
    }

    /// The engine it runs.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Leaves everything behind: a tab with no history in place of the one there was. What pages
    /// store does not matter, for each site stands on a port of its own.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn begin_anew(&self) -> Outcome {
        let fresh = self.client.new_window(true).await?;
        self.client.close_window().await?;
        Ok(self.client.switch_to_window(fresh.handle).await?)
    }

    /// Ends the session.
    pub async fn close(self) {
        // A session that has crashed is closed already.
        let _ = self.client.close().await;
    }

    /// Opens an address, as far as the document is parsed.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn open(&self, address: &str) -> Outcome {
        self.leave().await?;
        self.client.goto(address).await?;
        self.arrive().await
    }

    /// Opens an address and waits until the program has taken the page over.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn open_live(&self, address: &str) -> Outcome {
        self.open(address).await?;
        self.wait_until_live().await
    }

    /// Waits until the program has taken the page over.
    ///
    /// # Errors
    /// Where it does not, with what the console says.
    pub async fn wait_until_live(&self) -> Outcome {
        const STATE: &str = "document.documentElement.dataset.app";
        self.wait_for(&format!("{STATE} !== 'static'")).await?;
        if self.read::<String>(STATE).await? == "ready" {
            return Ok(());
        }
        let console = if self.engine == Engine::Chromium {
            self.console_errors().await?
        } else {
            Vec::new()
        };
        Err(Failure::Waited(format!("the program gave up: {console:?}")))
    }

    /// The value of a JavaScript expression; a promise is awaited.
    ///
    /// # Errors
    /// Where it throws or has another type than wanted.
    pub async fn read<T: DeserializeOwned>(&self, expression: &str) -> Outcome<T> {
        self.run(&format!("return ({expression})"), Vec::new())
            .await
    }

    /// What a script returns; a promise is awaited.
    ///
    /// # Errors
    /// Where it throws or returns another type than wanted.
    pub async fn run<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<T> {
        let value = self.client.execute(script, arguments).await?;
        serde_json::from_value(value).map_err(Failure::form(excerpt(script)))
    }

    /// Clicks the first element a selector finds, once it is there.
    ///
    /// # Errors
    /// Where there is none or it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Outcome {
        until(&format!("a click on {selector}"), async || {
            // WebKit's driver does not bring on screen what `content-visibility` has not laid out.
            if self.engine == Engine::Webkit {
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

    /// Whether a reader sees the first element a selector finds; false where there is none.
    ///
    /// # Errors
    /// Where the browser refuses to look.
    pub async fn is_shown(&self, selector: &str) -> Outcome<bool> {
        let found = self.client.find_all(Locator::Css(selector)).await?;
        match found.first() {
            Some(element) => Ok(element.is_displayed().await?),
            None => Ok(false),
        }
    }

    /// How many elements a selector finds, without the page's own scripts.
    ///
    /// # Errors
    /// Where the browser refuses to look.
    pub async fn count(&self, selector: &str) -> Outcome<usize> {
        Ok(self.client.find_all(Locator::Css(selector)).await?.len())
    }

    /// The text of the first element a selector finds, without the page's own scripts.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        Ok(self
            .client
            .find(Locator::Css(selector))
            .await?
            .text()
            .await?)
    }

    /// Goes back in the history.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn back(&self) -> Outcome {
        // WebKit's driver passes over entries that were not made by a hand, as its own button does;
        // and it never answers a script that the way back has ended.
        if self.engine == Engine::Webkit {
            return self
                .run("setTimeout(() => history.back()); return null", Vec::new())
                .await;
        }
        Ok(self.client.back().await?)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn reload(&self) -> Outcome {
        self.leave().await?;
        self.client.refresh().await?;
        self.arrive().await
    }

    /// The address.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn address(&self) -> Outcome<Url> {
        Ok(self.client.current_url().await?)
    }

    async fn show(&self, selector: &str) -> Outcome {
        let script =
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'}); return null";
        self.run(script, vec![json!(selector)]).await
    }

    /// WebKit's driver does not wait for a page, so the one that is left is marked.
    async fn leave(&self) -> Outcome {
        if self.engine == Engine::Webkit {
            self.run::<Value>("window.isLeft = true; return null", Vec::new())
                .await?;
        }
        Ok(())
    }

    async fn arrive(&self) -> Outcome {
        if self.engine == Engine::Webkit {
            self.wait_for("!window.isLeft && document.readyState !== 'loading'")
                .await?;
        }
        Ok(())
    }
}

fn excerpt(script: &str) -> String {
    script.chars().take(200).collect()
}
