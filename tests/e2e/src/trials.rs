//! Runs each journey once in each engine that is there.
//!
//! An engine that is not there shows as ignored, so that the count of passed tests is true.
//! Engines run side by side, the sessions of one engine one after the other.

use std::path::Path;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use tokio::task::{JoinError, LocalSet, spawn_local};
use tokio::time::error::Elapsed;
use tokio::time::timeout;

use crate::browser::Browser;
use crate::driver::Driver;
use crate::engine::{Engine, Scripts};
use crate::failure::{Failure, Outcome};

/// No journey takes half of it.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// A session opens and closes within a few seconds, on a busy machine too.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);

/// What a reader does, and what must come of it.
pub type Course = fn(Browser) -> Pin<Box<dyn Future<Output = Outcome>>>;

/// A course with the engines that take it.
#[derive(Clone, Copy)]
pub struct Journey {
    /// The sentence that must hold.
    pub name: &'static str,
    /// What is done.
    pub course: Course,
    /// The engines that take it.
    pub engines: &'static [Engine],
    /// Whether pages may run scripts.
    pub scripts: Scripts,
}

/// Names a journey after its function: `journey!(the_sentence)` for every engine, with
/// `, engines: [..]` for some of them, with `, scripts: Off` without scripts.
#[macro_export]
macro_rules! journey {
    ($course:path) => {
        $crate::journey!($course, engines: [Chromium, Firefox, Webkit])
    };
    ($course:path, engines: [$($engine:ident),+]) => {
        $crate::journey!($course, engines: [$($engine),+], scripts: On)
    };
    ($course:path, engines: [$($engine:ident),+], scripts: $scripts:ident) => {
        $crate::trials::Journey {
            name: stringify!($course),
            course: |browser| Box::pin($course(browser)),
            engines: &[$($crate::engine::Engine::$engine),+],
            scripts: $crate::engine::Scripts::$scripts,
        }
    };
}

/// How the task of a journey ended: by a panic, by the clock, or by itself.
type Ended = Result<Result<Outcome, Elapsed>, JoinError>;

/// How a trial ends.
type Ending = Result<Completion, Failed>;

/// Runs the journeys as a test harness does, then `others` that need no browser.
#[must_use]
pub fn conduct(journeys: &[Journey], others: Vec<Trial>) -> ExitCode {
    let arguments = Arguments::from_args();
    let present = match Engine::present() {
        Ok(present) => present,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::FAILURE;
        }
    };
    let mut trials = Vec::new();
    let mut queues = Vec::new();
    for engine in Engine::ALL {
        let mut queue = Vec::new();
        for journey in journeys
            .iter()
            .filter(|journey| journey.engines.contains(&engine))
        {
            let (teller, listener) = mpsc::channel();
            let trial =
                trial(journey, engine, listener).with_ignored_flag(!present.contains(&engine));
            if !arguments.list
                && !arguments.is_filtered_out(&trial)
                && !arguments.is_ignored(&trial)
            {
                queue.push((*journey, teller));
            }
            trials.push(trial);
        }
        queues.push((engine, queue));
    }
    trials.extend(others);
    thread::scope(|scope| {
        for (engine, queue) in queues.into_iter().filter(|(_, queue)| !queue.is_empty()) {
            scope.spawn(move || run_queue(engine, queue));
        }
        libtest_mimic::run(&arguments, trials).exit_code()
    })
}

/// A trial only waits for the ending that its engine's thread tells.
fn trial(journey: &Journey, engine: Engine, listener: mpsc::Receiver<Ending>) -> Trial {
    Trial::ignorable_test(format!("{}::{}", engine.name(), journey.name), move || {
        listener
            .recv()
            .unwrap_or_else(|_| Err(Failed::from("it was never run")))
    })
}

fn run_queue(engine: Engine, queue: Vec<(Journey, mpsc::Sender<Ending>)>) {
    let mut driver = None;
    for (journey, teller) in queue {
        let mut travelled = travel(journey, engine, &mut driver);
        if matches!(travelled, Ok(Ok(Err(_)))) {
            // Every wait of a journey ends long before; so a driver has stopped answering.
            eprintln!(
                "{}::{}: the driver hangs; once more with a new one",
                engine.name(),
                journey.name
            );
            driver = None;
            travelled = travel(journey, engine, &mut driver);
        }
        let ending = match travelled {
            Ok(ended) => ending(ended),
            Err(failure) => {
                driver = None;
                Err(Failed::from(failure))
            }
        };
        // Nobody listens any more only where the harness has ended.
        let _ = teller.send(ending);
    }
}

fn travel(journey: Journey, engine: Engine, driver: &mut Option<Driver>) -> Outcome<Ended> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Failure::system("a runtime"))?;
    let profile = tempfile::tempdir().map_err(Failure::system("a profile"))?;
    LocalSet::new().block_on(&runtime, async {
        let browser = connect(journey, engine, driver, profile.path()).await?;
        // A task of its own, so that the session is closed after a failed assertion too.
        let ended = spawn_local(timeout(TIME_LIMIT, (journey.course)(browser.clone()))).await;
        let farewell = async {
            if !matches!(ended, Ok(Ok(Ok(())))) {
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

/// A session, from a new driver where the one at hand does not answer.
async fn connect(
    journey: Journey,
    engine: Engine,
    driver: &mut Option<Driver>,
    profile: &Path,
) -> Outcome<Browser> {
    if let Some(running) = driver.as_ref() {
        let session = Browser::connect(running, engine, journey.scripts, profile);
        if let Ok(Ok(browser)) = timeout(ANSWER_LIMIT, session).await {
            return Ok(browser);
        }
    }
    *driver = None;
    let running = driver.insert(Driver::start(engine)?);
    let session = Browser::connect(running, engine, journey.scripts, profile);
    let no_answer = |_| Failure::Waited(format!("a session in {}", engine.name()));
    timeout(ANSWER_LIMIT, session).await.map_err(no_answer)?
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
