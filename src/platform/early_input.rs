//! What a reader did with the page before the program was ready.

/// What had been entered, to be taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlyInput {
    /// The text in the search box.
    pub text: String,
    /// Name and value of each checked box.
    pub checked: Vec<(String, String)>,
    /// The chosen order, where it is not the first one.
    pub sort: Option<String>,
    /// Finds the control that had the focus, where it may be replaced.
    pub focus: Option<String>,
}

/// What a control with a name was set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The control's name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether it is checked, where it can be.
    pub is_checked: bool,
}
