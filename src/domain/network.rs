//! The network's official totals over time, beside which the records found can be counted.

/// The official totals.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct NetworkHistory {
    /// Running totals, as announced.
    pub counts: Vec<NetworkCount>,
    /// The admissions whose size was announced.
    pub admissions: Vec<Admission>,
}

/// The size of the network on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NetworkCount {
    /// The day, as an ISO date.
    pub date: String,
    /// Member cities on that day.
    pub members: u32,
    /// Countries with a member on that day.
    pub countries: u32,
    /// The id of the source.
    pub source: String,
    /// A remark on the figure.
    pub note: Option<String>,
}

/// One round of admissions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Admission {
    /// The year it is known by.
    pub year: u16,
    /// How many cities were announced.
    pub announced: u32,
    /// In how many countries.
    pub countries: u32,
    /// The id of the source.
    pub source: String,
}

/// The total that a file of cities states beside its records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NetworkTotal {
    /// Member cities.
    pub members: u32,
    /// Countries with a member.
    pub countries: u32,
    /// The day of the count, as an ISO date.
    pub counted: String,
    /// The id of the source.
    pub source: String,
}
