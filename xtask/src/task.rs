//! An external program: said when it starts, alive while it runs, explained when it fails.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::workspace::Workspace;

/// How long a program may be silent before we say that it still runs.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// How much of a log is shown after a failure: enough for a compiler error with its notes.
const TAIL_LINES: usize = 40;

/// Where a program's output goes.
#[derive(Clone, Copy, Debug)]
enum Output {
    /// Into a log file; its end is shown if the program fails.
    Logged,
    /// To the reader, with a heartbeat.
    Shown,
    /// To the reader alone: the program runs until he ends it.
    Foreground,
}

/// A program to run.
#[derive(Debug)]
pub(crate) struct Task {
    title: String,
    command: Command,
    expected: Option<&'static str>,
    output: Output,
    cure: String,
}

impl Task {
    /// Output is logged unless another method says otherwise.
    pub(crate) fn new(title: impl Into<String>, command: Command) -> Self {
        let cure = "read its output above".to_owned();
        Self {
            title: title.into(),
            command,
            expected: None,
            output: Output::Logged,
            cure,
        }
    }

    /// How long it takes, said at the start.
    pub(crate) fn expected(mut self, expected: &'static str) -> Self {
        self.expected = Some(expected);
        self
    }

    /// What to try if it fails.
    pub(crate) fn cure(mut self, cure: impl Into<String>) -> Self {
        self.cure = cure.into();
        self
    }

    /// The reader sees the output.
    pub(crate) fn shown(mut self) -> Self {
        self.output = Output::Shown;
        self
    }

    /// The reader sees the output and nothing from us until he ends the program.
    pub(crate) fn foreground(mut self) -> Self {
        self.output = Output::Foreground;
        self
    }

    /// Runs the program to its end.
    pub(crate) fn run(mut self, workspace: &Workspace) -> Result<(), Failure> {
        let expected = self
            .expected
            .map(|expected| format!(", {expected}"))
            .unwrap_or_default();
        eprintln!("> {}{expected}", self.title);
        let log = match self.output {
            Output::Logged => Some(self.open_log(&workspace.cache)?),
            Output::Shown | Output::Foreground => None,
        };
        let outcome = match self.finish() {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) => match status.code() {
                Some(code) => format!("ended with exit code {code}"),
                None => format!("was ended by the system ({status})"),
            },
            Err(error) => format!("did not start: {error}"),
        };
        let output = log.map(|path| (tail(&fs::read_to_string(&path).unwrap_or_default()), path));
        Err(Failure::Command {
            command: line(&self.command),
            outcome,
            output,
            cure: self.cure,
        })
    }

    fn open_log(&mut self, cache: &Path) -> Result<PathBuf, Failure> {
        let folder = cache.join("logs");
        fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        let name = self.title.replace(
            |letter: char| !letter.is_ascii_alphanumeric() && letter != '.',
            "-",
        );
        let path = folder.join(format!("{name}.log"));
        let file = File::create(&path).map_err(Failure::file(&path))?;
        let second = file.try_clone().map_err(Failure::file(&path))?;
        self.command
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(second);
        Ok(path)
    }

    fn finish(&mut self) -> io::Result<ExitStatus> {
        match self.output {
            Output::Foreground => replace_us(&mut self.command),
            Output::Logged | Output::Shown => {
                wait_with_heartbeat(&mut self.command.spawn()?, &self.title)
            }
        }
    }
}

/// The standard output of a short program, or nothing if it fails or does not exist.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The code with which a program ended, to end with the same. One ended by a signal has none; 1 is
/// what any failure gives.
pub(crate) fn exit_code(status: ExitStatus) -> ExitCode {
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    ExitCode::from(code.unwrap_or(1))
}

/// A duration for people: `8.4 s`, `2 min 05 s`.
pub(crate) fn readable(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// In our place, so that whoever ends us ends the program too.
#[cfg(unix)]
fn replace_us(command: &mut Command) -> io::Result<ExitStatus> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec())
}

/// Windows cannot replace a program; Ctrl+C reaches both there.
#[cfg(not(unix))]
fn replace_us(command: &mut Command) -> io::Result<ExitStatus> {
    command.status()
}

fn wait_with_heartbeat(child: &mut Child, title: &str) -> io::Result<ExitStatus> {
    let started = Instant::now();
    thread::scope(|scope| {
        let (finished, waiting) = mpsc::channel::<()>();
        scope.spawn(move || {
            while waiting.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
                eprintln!(
                    "  still at it after {}: {title}",
                    readable(started.elapsed())
                );
            }
        });
        let status = child.wait();
        drop(finished);
        status
    })
}

fn tail(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines
        .get(lines.len().saturating_sub(TAIL_LINES)..)
        .unwrap_or_default()
        .join("\n")
}

fn line(command: &Command) -> String {
    let parts = std::iter::once(command.get_program()).chain(command.get_args());
    parts
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(name: &str) -> Workspace {
        let cache = std::env::temp_dir().join(format!("xtask-task-{}-{name}", std::process::id()));
        Workspace {
            root: cache.clone(),
            cache,
        }
    }

    fn rustc(argument: &str) -> Command {
        let mut command = Command::new("rustc");
        command.arg(argument);
        command
    }

    #[test]
    fn a_failure_names_the_command_the_code_the_output_and_the_cure() {
        let workspace = workspace("failure");
        let task = Task::new("compiling nothing", rustc("no-such-file.rs")).cure("write the file");
        let text = task.run(&workspace).unwrap_err().to_string();
        fs::remove_dir_all(&workspace.cache).unwrap();
        for part in [
            "rustc no-such-file.rs",
            "exit code 1",
            "couldn't read",
            "compiling-nothing.log",
            "write the file",
        ] {
            assert!(text.contains(part), "{part} is not in:\n{text}");
        }
    }

    #[test]
    fn a_program_that_does_not_exist_is_a_failure_with_a_cure() {
        let workspace = workspace("absent");
        let task = Task::new("calling nobody", Command::new("no-such-program-anywhere"))
            .shown()
            .cure("install it");
        let text = task.run(&workspace).unwrap_err().to_string();
        assert!(
            text.contains("did not start") && text.contains("install it"),
            "{text}"
        );
    }

    #[test]
    fn a_success_leaves_its_output_in_the_log() {
        let workspace = workspace("success");
        Task::new("asking", rustc("--version"))
            .run(&workspace)
            .unwrap();
        let log = fs::read_to_string(workspace.cache.join("logs/asking.log")).unwrap();
        fs::remove_dir_all(&workspace.cache).unwrap();
        assert!(log.starts_with("rustc "), "{log}");
    }

    #[test]
    fn only_the_last_forty_lines_of_a_log_are_shown() {
        let log = (1..=100)
            .map(|number| format!("line {number}\n"))
            .collect::<String>();
        let shown = tail(&log);
        assert!(
            shown.starts_with("line 61\n") && shown.ends_with("line 100"),
            "{shown}"
        );
        assert_eq!(tail("one\ntwo"), "one\ntwo");
    }

    #[test]
    fn durations_are_readable() {
        assert_eq!(readable(Duration::from_millis(8_440)), "8.4 s");
        assert_eq!(readable(Duration::from_secs(125)), "2 min 05 s");
    }
}
