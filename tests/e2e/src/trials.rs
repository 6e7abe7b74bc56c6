//! Runs each journey once in each engine that is there.
//!
//! An engine that is not there shows as ignored, so that the count of passed tests is true.
//! Engines run side by side, the journeys of one engine one after the other.

use std::pin::Pin;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::browser::Browser;
use crate::engine::{Engine, Scripts};
use crate::failure::Outcome;
use crate::seat::{Ending, Seat};

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
    let mut seat = match Seat::of(engine) {
        Ok(seat) => seat,
        Err(failure) => {
            eprintln!("{}: {failure}", engine.name());
            return;
        }
    };
    for (journey, teller) in queue {
        // Nobody listens any more only where the harness has ended.
        let _ = teller.send(seat.run(&journey));
    }
}
