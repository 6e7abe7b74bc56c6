//! What is measured in one visit.

/// Something a reader does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Types a letter.
    Key,
    /// Empties the search box.
    Clear,
    /// Checks or unchecks a box.
    Facet,
    /// Chooses another order.
    Sort,
    /// Chooses another view.
    View,
}

impl Action {
    /// All of them, in the order done.
    pub const ALL: [Self; 5] = [Self::Key, Self::Clear, Self::Facet, Self::Sort, Self::View];

    /// What tables call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Clear => "clear",
            Self::Facet => "facet",
            Self::Sort => "sort",
            Self::View => "view",
        }
    }

    /// The first event of it that a page hears.
    #[must_use]
    pub fn events(self) -> &'static [&'static str] {
        match self {
            Self::Key | Self::Clear => &["input"],
            Self::Sort => &["input", "change"],
            Self::Facet | Self::View => &["click"],
        }
    }
}

/// One action, in milliseconds from its event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// What was done.
    pub action: Action,
    /// To the last change of the document; none where nothing changed.
    pub dom: Option<f64>,
    /// To the second frame after it.
    pub paint: f64,
}

/// What one visit gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// Every action.
    pub samples: Vec<Sample>,
    /// Milliseconds from the start of the navigation until the program has results in the page.
    pub first_results: f64,
    /// Bytes of the JavaScript heap after typing, filtering and ordering, collected.
    pub heap: f64,
    /// Bytes of WebAssembly memory, which the heap does not count.
    pub wasm: f64,
    /// Of how many texts the city meant was among the first five.
    pub found: usize,
    /// How many texts were typed.
    pub typed: usize,
    /// Changes of the document after an action was taken for over: the figures miss them.
    pub late: usize,
    /// How often the machine did not become quiet before an action.
    pub noisy: usize,
}
