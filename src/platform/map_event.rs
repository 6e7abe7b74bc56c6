//! What a reader does on the map, free of what a browser calls it.

/// Something a reader does on the map. Places are in CSS pixels from its corner; a target is the id
/// of the innermost element that has one.
#[derive(Clone, Debug, PartialEq)]
pub enum MapEvent {
    /// The map has a size, or another one.
    Sized((f64, f64)),
    /// A pointer goes down.
    Press(i32, (f64, f64)),
    /// A pointer moves.
    Drag(i32, (f64, f64)),
    /// A pointer goes up or is taken away.
    Release(i32),
    /// The wheel is turned, by so many pixels towards the reader.
    Wheel(f64, (f64, f64), WheelAim),
    /// A key is pressed, alone or with Shift.
    Key(String, String),
    /// Something gets the focus.
    Focus(String),
    /// A pointer comes over something.
    Hover(String),
    /// Something is clicked with a pointer.
    Click(String),
    /// Something is activated without a pointer.
    Activate(String),
    /// A place is clicked twice.
    DoubleClick((f64, f64)),
}

/// What a turn of the wheel is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WheelAim {
    /// The map: a control key is held, or the map has the focus.
    Map,
    /// The page, which happens to have the map under the pointer.
    Page,
}

/// What becomes of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    /// The browser does what it does.
    Leave,
    /// The map has done it all.
    Take,
    /// The map has done it, and follows the pointer beyond its edge.
    Hold,
    /// The map gives the focus away.
    LetGo,
}
