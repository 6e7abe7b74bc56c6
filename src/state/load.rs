//! Something that is fetched once: waiting, there, or failed with a reason.

/// Where a fetched thing stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Load<T> {
    /// Nobody has asked for it yet.
    #[default]
    NotAsked,
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// It did not come, for this reason.
    Failed(String),
}

impl<T> Load<T> {
    /// The thing, if it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(thing) => Some(thing),
            _ => None,
        }
    }

    /// Whether a fetch would be of use: nothing is here nor on its way.
    pub fn wants_fetch(&self) -> bool {
        matches!(self, Self::NotAsked | Self::Failed(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_neither_here_nor_coming_is_fetched() {
        assert!(Load::<u8>::NotAsked.wants_fetch());
        assert!(Load::<u8>::Failed(String::new()).wants_fetch());
        assert!(!Load::<u8>::Waiting.wants_fetch());
        assert!(!Load::Ready(1).wants_fetch());
    }
}
