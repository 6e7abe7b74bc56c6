//! Waiting for a state of the page instead of for time to pass.

use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};

/// Longer than anything takes on a slow machine, shorter than a trial may last.
const PATIENCE: Duration = Duration::from_secs(15);

/// Short against what a reader notices, long against what a look costs.
const INTERVAL: Duration = Duration::from_millis(40);

/// Looks again and again until there is something to see.
///
/// # Errors
/// When nothing was seen for 15 seconds, with the last refusal if there was one.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    let started = Instant::now();
    loop {
        let refusal = match look().await {
            Ok(Some(seen)) => return Ok(seen),
            Ok(None) => String::new(),
            Err(refusal) => format!(" ({refusal})"),
        };
        if started.elapsed() > PATIENCE {
            return Err(Failure::Waited(format!("{what}{refusal}")));
        }
        tokio::time::sleep(INTERVAL).await;
    }
}
