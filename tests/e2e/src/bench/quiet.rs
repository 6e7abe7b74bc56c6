//! Waiting until the machine has nothing else to do, because another program's work would be taken
//! for the page's.

use std::time::Duration;

/// Up to this share of busy time a machine counts as quiet: a browser at rest takes some.
const QUIET_PERCENT: u64 = 15;

/// How long one look takes: long against the clock of the kernel, which counts hundredths.
const LOOK: Duration = Duration::from_millis(250);

/// How long a visit waits in all. A machine that was not quiet by then has other work, and a figure
/// with noise is better than none: it is marked.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether it became quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calm {
    /// It did, or there is no telling on this system.
    Quiet,
    /// It did not.
    Noisy,
}

/// Lets one action after the other pass when the machine is quiet.
#[derive(Debug)]
pub struct Gate {
    left: Duration,
}

impl Default for Gate {
    fn default() -> Self {
        Self { left: PATIENCE }
    }
}

impl Gate {
    /// Waits until the processors are idle, as long as patience lasts.
    pub async fn wait(&mut self) -> Calm {
        loop {
            let before = processors();
            tokio::time::sleep(LOOK).await;
            let busy = before.zip(processors()).and_then(busy_percent);
            if busy.is_none_or(|busy| busy <= QUIET_PERCENT) {
                return Calm::Quiet;
            }
            self.left = self.left.saturating_sub(LOOK);
            if self.left.is_zero() {
                return Calm::Noisy;
            }
        }
    }
}

/// Idle and all time of all processors so far, where the kernel tells.
fn processors() -> Option<(u64, u64)> {
    read(&std::fs::read_to_string("/proc/stat").ok()?)
}

fn read(stat: &str) -> Option<(u64, u64)> {
    let numbers = stat.lines().next()?.strip_prefix("cpu ")?;
    // Guests, the last two, are counted among the others already.
    let times: Vec<u64> = numbers
        .split_whitespace()
        .take(8)
        .filter_map(|number| number.parse().ok())
        .collect();
    let idle = times.get(3)? + times.get(4)?;
    Some((idle, times.iter().sum()))
}

fn busy_percent(((idle, all), (idle_later, all_later)): ((u64, u64), (u64, u64))) -> Option<u64> {
    let passed = all_later.checked_sub(all)?;
    let rested = idle_later.saturating_sub(idle).min(passed);
    ((passed - rested) * 100).checked_div(passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_for_a_disk_counts_as_rest_and_guests_are_not_counted_twice() {
        let before = read("cpu  100 0 50 800 50 0 0 0 77 0\ncpu0 1 2 3").unwrap();
        assert_eq!(before, (850, 1_000));
        let after = read("cpu  110 0 60 860 70 0 0 0 99 0\n").unwrap();
        assert_eq!(busy_percent((before, after)), Some(20));
    }

    #[test]
    fn where_nothing_is_told_nothing_is_said() {
        assert_eq!(read(""), None);
        assert_eq!(read("cpu  1 2"), None);
        assert_eq!(busy_percent(((5, 10), (5, 10))), None);
    }
}
