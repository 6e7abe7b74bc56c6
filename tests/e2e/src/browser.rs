//! A session in a browser: what a reader does there, and what can be read of the page.

use std::path::Path;

use fantoccini::wd::{Capabilities, PrintConfiguration, PrintSize, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use crate::driver::Driver;
use crate::engine::{Engine, Scripts};
use crate::failure::{Failure, Outcome};

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

    /// The tab that is looked at.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn tab(&self) -> Outcome<WindowHandle> {
        Ok(self.client.window().await?)
    }

    /// Opens another tab and looks at it.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn open_tab(&self) -> Outcome {
        let fresh = self.client.new_window(true).await?;
        self.switch_to_tab(fresh.handle).await
    }

    /// Looks at a tab that is open.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn switch_to_tab(&self, tab: WindowHandle) -> Outcome {
        Ok(self.client.switch_to_window(tab).await?)
    }

    /// Closes the tab that is looked at, and looks at another.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn leave_tab_for(&self, other: WindowHandle) -> Outcome {
        self.client.close_window().await?;
        self.switch_to_tab(other).await
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

    /// The value of a JavaScript expression; a promise is awaited. What it changes must bear being done
    /// twice: where the driver loses the script, it is given again.
    ///
    /// # Errors
    /// Where it throws or has another type than wanted.
    pub async fn read<T: DeserializeOwned>(&self, expression: &str) -> Outcome<T> {
        let script = format!("return ({expression})");
        let mut lost = 0;
        let value = loop {
            match self.client.execute(&script, Vec::new()).await {
                Err(error) if error.is_script_timeout() && lost < self.engine.loses_scripts() => {
                    lost += 1;
                }
                answer => break answer?,
            }
        };
        serde_json::from_value(value).map_err(Failure::form(excerpt(&script)))
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
            self.wait_for("document.readyState === 'complete'").await?;
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

    /// The page on A4 sheets, as PDF.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn print(&self) -> Outcome<Vec<u8>> {
        let sheets = PrintConfiguration::builder().size(PrintSize::A4).build();
        let sheets = sheets.map_err(|error| Failure::Command(format!("the sheets: {error}")))?;
        Ok(self.client.print(sheets).await?)
    }

    /// WebKit's driver does not wait for a page, so the one that is left is marked.
    async fn leave(&self) -> Outcome {
        if self.engine == Engine::Webkit {
            self.read::<bool>("window.isLeft = true").await?;
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
