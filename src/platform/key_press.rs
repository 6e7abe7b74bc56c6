//! A key as it was pressed, with what matters of where.

/// A pressed key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// The key's value (UI Events KeyboardEvent key Values), such as `ArrowDown`.
    pub key: String,
    /// Where the focus is.
    pub place: KeyPlace,
    /// Whether Ctrl, Alt or Meta is held, or an input method is composing.
    pub is_taken: bool,
}

/// Where the focus is when a key is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyPlace {
    /// In the search box; whether there is text in it.
    SearchBox {
        /// Whether there is text in it.
        is_empty: bool,
    },
    /// In another control that takes keys as text or choices.
    Control,
    /// On the link of a result: its position from 0.
    Result(usize),
    /// Elsewhere.
    #[default]
    Page,
}
