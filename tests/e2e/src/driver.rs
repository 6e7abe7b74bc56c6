//! A WebDriver process on a port of its own; it and all it has started end when it is dropped.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use crate::engine::Engine;
use crate::environment;
use crate::failure::{Failure, Outcome};

/// A driver listens within a second; on a busy machine it may take more.
const PATIENCE: Duration = Duration::from_secs(20);

/// The screen WebKitGTK draws on, which has no headless mode.
const SCREEN: &str = "-screen 0 1400x1000x24 -nolisten tcp";

/// Runs what follows and, once our end of its input is closed, ends its whole process group. That
/// end closes even when we are killed; and wrappers such as xvfb-run have children of their own.
const KEEPER: &str = "\"$@\" </dev/null & read -r end; kill -TERM 0";

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    input: Option<ChildStdin>,
    port: u16,
}

impl Driver {
    /// Starts the driver of an engine.
    ///
    /// # Errors
    /// Where a variable is missing, or the driver does not start or does not listen.
    pub fn start(engine: Engine) -> Outcome<Self> {
        let port = free_port()?;
        let driver = command(engine, port)?;
        let mut keeper = Command::new("sh");
        keeper
            .args(["-c", KEEPER, "sh"])
            .arg(driver.get_program())
            .args(driver.get_args());
        keeper
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        let what = format!("the driver of {}", engine.name());
        let mut process = keeper.spawn().map_err(Failure::system(&what))?;
        let input = process.stdin.take();
        let driver = Self {
            process,
            input,
            port,
        };
        driver.wait_until_it_listens(&what)?;
        Ok(driver)
    }

    /// Where it takes commands.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_until_it_listens(&self, what: &str) -> Outcome {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if started.elapsed() > PATIENCE {
                return Err(Failure::Waited(format!(
                    "{what} does not listen on port {}",
                    self.port
                )));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.input.take());
        // Ended by its own signal; there is nothing to learn from how.
        let _ = self.process.wait();
    }
}

fn command(engine: Engine, port: u16) -> Outcome<Command> {
    let port = format!("--port={port}");
    Ok(match engine {
        Engine::Chromium => {
            let mut command = Command::new(environment::path("CHROMEDRIVER")?);
            command.arg(port);
            command
        }
        Engine::Firefox => {
            let mut command = Command::new(environment::path("GECKODRIVER")?);
            command.args([&port, "--websocket-port=0"]);
            command
        }
        Engine::Webkit => {
            let driver = environment::path("WEBKIT_DRIVER")?;
            match environment::optional_path("XVFB_RUN") {
                Some(wrapper) => {
                    let mut command = Command::new(wrapper);
                    command
                        .args(["--auto-servernum", "--server-args", SCREEN])
                        .arg(driver)
                        .arg(port);
                    command
                }
                None => {
                    let mut command = Command::new(driver);
                    command.arg(port);
                    command
                }
            }
        }
    })
}

fn free_port() -> Outcome<u16> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(Failure::system("a free port"))?;
    Ok(listener
        .local_addr()
        .map_err(Failure::system("a free port"))?
        .port())
}
