//! Runs each journey once in each engine that is there.
//!
//! An engine that is not there shows as ignored, so that the count of passed tests is true.
//! Engines run side by side, the sessions of one engine one after the other.

use std::panic::resume_unwind;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use tokio::task::{LocalSet, spawn_local};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::engine::{Engine, Scripts};
use crate::failure::{Failure, Outcome};

/// No journey takes a quarter of it.
const TIME_LIMIT: Duration = Duration::from_secs(90);

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

/// The driver of an engine, started by the first journey that needs it.
#[derive(Default)]
struct Station(Mutex<Option<Driver>>);

/// Runs the journeys as a test harness does, then `others` that need no browser.
#[must_use]
pub fn conduct(journeys: &[Journey], others: Vec<Trial>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    let present = match Engine::present() {
        Ok(present) => present,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::FAILURE;
        }
    };
    let stations = Engine::ALL.map(|engine| (engine, Arc::new(Station::default())));
    let mut trials = Vec::new();
    for journey in journeys {
        for (engine, station) in stations.iter().filter(|(engine, _)| journey.engines.contains(engine)) {
            let trial = trial(*journey, *engine, Arc::clone(station));
            trials.push(trial.with_ignored_flag(!present.contains(engine)));
        }
    }
    trials.extend(others);
    // One thread for each engine: a second would only wait for the first.
    arguments.test_threads.get_or_insert(present.len());
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trial(journey: Journey, engine: Engine, station: Arc<Station>) -> Trial {
    Trial::ignorable_test(format!("{}::{}", engine.name(), journey.name), move || {
        let mut driver = station.0.lock().unwrap_or_else(PoisonError::into_inner);
        let running = match driver.take() {
            Some(running) => running,
            None => Driver::start(engine)?,
        };
        let outcome = travel(journey, engine, &running);
        *driver = Some(running);
        drop(driver);
        outcome
    })
}

fn travel(journey: Journey, engine: Engine, driver: &Driver) -> Result<Completion, Failed> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Failure::system("a runtime"))?;
    let profile = tempfile::tempdir().map_err(Failure::system("a profile"))?;
    let ended = LocalSet::new().block_on(&runtime, async {
        let browser = Browser::connect(driver, engine, journey.scripts, profile.path()).await?;
        // A task of its own, so that the session is closed after a failed assertion too.
        let course = tokio::time::timeout(TIME_LIMIT, (journey.course)(browser.clone()));
        let ended = spawn_local(course).await;
        let is_good = matches!(ended, Ok(Ok(Ok(()))));
        if !is_good {
            eprintln!("{}::{} stood at {}", engine.name(), journey.name, browser.whereabouts().await);
        }
        browser.close().await;
        Ok::<_, Failure>(ended)
    })?;
    match ended {
        Ok(Ok(outcome)) => Ok(outcome.map(|()| Completion::Completed)?),
        Ok(Err(_)) => Err(Failed::from(format!("not finished after {} s", TIME_LIMIT.as_secs()))),
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(stopped) => Err(Failed::from(stopped.to_string())),
        },
    }
}
