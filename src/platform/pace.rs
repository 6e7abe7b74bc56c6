//! How long work is divided.

/// A part of some work that can stand alone.
pub type Step = Box<dyn FnOnce()>;

/// What a reader sees of some work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It changes what stands in the page: all of it in one task, so in one frame.
    OneTask,
    /// It changes nothing that is seen: each step in a task of its own.
    TaskByTask,
}
