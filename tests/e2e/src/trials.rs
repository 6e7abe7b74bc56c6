//! Runs each journey once in each engine that is there.
//!
//! An engine that is not there shows as ignored, so that the count of passed tests is true.
//! Engines run side by side, the sessions of one engine one after the other.

use std::pin::Pin;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
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

/// How a journey ended.
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
        let ending = driver
            .take()
            .map_or_else(|| Driver::start(engine), Ok)
            .map_err(Failed::from)
            .and_then(|running| travel(journey, engine, driver.insert(running)));
        // Nobody listens any more only where the harness has ended.
        let _ = teller.send(ending);
    }
}

fn travel(journey: Journey, engine: Engine, driver: &Driver) -> Ending {
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
            eprintln!(
                "{}::{} stood at {}",
                engine.name(),
                journey.name,
                browser.whereabouts().await
            );
        }
        browser.close().await;
        Ok::<_, Failure>(ended)
    })?;
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
