//! The place where the journeys of one engine are made, one after the other: its driver, and where
//! a browser is slow to start, its session too.

use std::time::{Duration, Instant};

use libtest_mimic::{Completion, Failed};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::task::{JoinError, LocalSet, spawn_local};
use tokio::time::error::Elapsed;
use tokio::time::timeout;

use crate::browser::Browser;
use crate::driver::Driver;
use crate::engine::{Engine, Scripts};
use crate::failure::{Failure, Outcome};
use crate::trials::Journey;

/// Four times what the longest journey takes while two other engines are busy on two cores.
const TIME_LIMIT: Duration = Duration::from_secs(180);

/// A session opens and closes within a few seconds, on a busy machine too.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);

/// A driver that does not answer may have been started on too busy a machine.
const MOST_DRIVERS: usize = 2;

/// What takes so long is named, so that a test that grows slow is seen before it fails.
const WORTH_NAMING: Duration = Duration::from_secs(30);

/// How a trial ends.
pub(crate) type Ending = Result<Completion, Failed>;

/// How the task of a journey ended: by a panic, by the clock, or by itself.
type Ended = Result<Result<Outcome, Elapsed>, JoinError>;

/// One engine with what it needs to run. Fields are dropped in this order.
pub(crate) struct Seat {
    engine: Engine,
    session: Option<Session>,
    driver: Option<Driver>,
    tasks: LocalSet,
    runtime: Runtime,
}

/// An open session, with the folder its browser writes to.
struct Session {
    browser: Browser,
    scripts: Scripts,
    _profile: TempDir,
}

impl Seat {
    /// The seat of an engine, with nothing running yet.
    ///
    /// # Errors
    /// Where the system refuses a runtime.
    pub(crate) fn of(engine: Engine) -> Outcome<Self> {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build();
        Ok(Self {
            engine,
            session: None,
            driver: None,
            tasks: LocalSet::new(),
            runtime: runtime.map_err(Failure::system("a runtime"))?,
        })
    }

    /// Makes a journey, a second time where the driver has stopped answering.
    pub(crate) fn run(&mut self, journey: &Journey) -> Ending {
        let started = Instant::now();
        let mut travelled = self.travel(journey);
        if matches!(travelled, Ok(Ok(Err(_)))) {
            // Every wait of a journey ends long before; so a driver has stopped answering.
            self.report(journey, "the driver hangs; once more with a new one");
            self.driver = None;
            travelled = self.travel(journey);
        }
        let taken = started.elapsed();
        if taken > WORTH_NAMING {
            self.report(journey, &format!("took {} s", taken.as_secs()));
        }
        match travelled {
            Ok(ended) => ending(ended),
            Err(failure) => {
                self.driver = None;
                Err(Failed::from(failure))
            }
        }
    }

    fn travel(&mut self, journey: &Journey) -> Outcome<Ended> {
        let Self {
            engine,
            session,
            driver,
            tasks,
            runtime,
        } = self;
        tasks.block_on(runtime, async {
            let taken = take_session(session.take(), journey, *engine, driver).await?;
            let browser = taken.browser.clone();
            // A task of its own, so that the session is closed after a failed assertion too.
            let course = timeout(TIME_LIMIT, (journey.course)(browser.clone()));
            let ended = spawn_local(course).await;
            let has_arrived = matches!(ended, Ok(Ok(Ok(()))));
            if has_arrived && engine.keeps_sessions() {
                *session = Some(taken);
                return Ok(ended);
            }
            let farewell = async {
                if !has_arrived {
                    let place = browser.whereabouts().await;
                    eprintln!("{}::{} stood at {place}", engine.name(), journey.name);
                }
                browser.close().await;
            };
            // A driver that does not answer any more is of no use to the next journey.
            if timeout(ANSWER_LIMIT, farewell).await.is_err() {
                *driver = None;
            }
            Ok(ended)
        })
    }

    fn report(&self, journey: &Journey, what: &str) {
        eprintln!("{}::{}: {what}", self.engine.name(), journey.name);
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some(session) = self.session.take() else {
            return;
        };
        // The driver that is dropped next ends a browser that does not answer.
        let closing = async { timeout(ANSWER_LIMIT, session.browser.close()).await };
        let _ = self.tasks.block_on(&self.runtime, closing);
    }
}

/// The session of the journey before, as if it were new; else a new one.
async fn take_session(
    kept: Option<Session>,
    journey: &Journey,
    engine: Engine,
    driver: &mut Option<Driver>,
) -> Outcome<Session> {
    if let Some(session) = kept {
        if session.scripts == journey.scripts
            && matches!(
                timeout(ANSWER_LIMIT, session.browser.begin_anew()).await,
                Ok(Ok(()))
            )
        {
            return Ok(session);
        }
        let _ = timeout(ANSWER_LIMIT, session.browser.close()).await;
    }
    let profile = tempfile::tempdir().map_err(Failure::system("a profile"))?;
    let session = |browser, profile| Session {
        browser,
        scripts: journey.scripts,
        _profile: profile,
    };
    if let Some(running) = driver.as_ref() {
        let opened = Browser::connect(running, engine, journey.scripts, profile.path());
        if let Ok(Ok(browser)) = timeout(ANSWER_LIMIT, opened).await {
            return Ok(session(browser, profile));
        }
    }
    for _ in 0..MOST_DRIVERS {
        *driver = None;
        let running = driver.insert(Driver::start(engine)?);
        let opened = Browser::connect(running, engine, journey.scripts, profile.path());
        if let Ok(opened) = timeout(ANSWER_LIMIT, opened).await {
            return Ok(session(opened?, profile));
        }
    }
    Err(Failure::Waited(format!("a session in {}", engine.name())))
}

fn ending(ended: Ended) -> Ending {
    match ended {
        Ok(Ok(outcome)) => Ok(outcome.map(|()| Completion::Completed)?),
        Ok(Err(_)) => Err(Failed::from(format!(
            "not finished after {} s",
            TIME_LIMIT.as_secs()
        ))),
        // The message of a failed assertion.
        Err(stopped) => Err(Failed::from(stopped.to_string())),
    }
}
