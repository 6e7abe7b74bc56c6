//! The files by which the site is read without a connection. They stand apart from the assets,
//! because the browser's program names none of them and need not carry their names.

use crate::domain::language::Language;

use super::beside_home;

/// A file of the site's copy on a reader's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineFile {
    /// The service worker. It stands in the first folder, for it sees what lies below its own.
    Worker,
    /// What a publisher puts in the worker's place to end it.
    WorkerOff,
    /// What pages run to have the worker, and to offer a newer version.
    Client,
    /// The list of the files that all languages share.
    SharedList,
    /// The list of the files of a language.
    List(Language),
    /// The page shown where another has not been kept.
    NotKept(Language),
}

impl OfflineFile {
    /// The path below the base, without a leading slash.
    pub fn path(self) -> String {
        match self {
            Self::Worker => "sw.js".to_owned(),
            Self::WorkerOff => "sw-off.js".to_owned(),
            Self::Client => "offline/client.js".to_owned(),
            Self::SharedList => "offline/shared.json".to_owned(),
            Self::List(language) => format!("offline/{}.json", language.tag()),
            Self::NotKept(language) => beside_home(language, "offline.html"),
        }
    }
}
