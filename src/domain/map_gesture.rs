//! Fingers and pointers that drag the map or pinch it, free of what a browser calls them.

/// A pointer that has moved less is held still, and a press with it is a press: hands tremble.
const STILL_PX: f64 = 4.0;

/// Two fingers nearer than this say nothing of how far they are apart.
const LEAST_SPAN_PX: f64 = 8.0;

/// The pointers that are down.
#[derive(Clone, Default, Debug)]
pub struct MapGesture {
    pointers: Vec<Pointer>,
    travelled: f64,
}

#[derive(Clone, Copy, Debug)]
struct Pointer {
    id: i32,
    at: (f64, f64),
}

/// How a movement changes the map.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pull {
    /// How far the map is pulled, in pixels to the right and down.
    pub by: (f64, f64),
    /// How much it is enlarged.
    pub factor: f64,
    /// The place between the fingers, which stays below them.
    pub about: (f64, f64),
}

impl MapGesture {
    /// A pointer goes down.
    pub fn press(&mut self, id: i32, at: (f64, f64)) {
        self.pointers.retain(|pointer| pointer.id != id);
        if self.pointers.is_empty() {
            self.travelled = 0.0;
        }
        self.pointers.push(Pointer { id, at });
    }

    /// A pointer moves; `None` while it is held still, or is not down.
    pub fn drag(&mut self, id: i32, to: (f64, f64)) -> Option<Pull> {
        let before = self.span();
        let pointer = self.pointers.iter_mut().find(|pointer| pointer.id == id)?;
        let way = (to.0 - pointer.at.0, to.1 - pointer.at.1);
        if !is_way(self.travelled + length(way)) {
            return None;
        }
        self.travelled += length(way);
        pointer.at = to;
        let fingers = self.pointers.len() as f64;
        let about = self.middle()?;
        Some(Pull {
            by: (way.0 / fingers, way.1 / fingers),
            factor: match (before, self.span()) {
                (Some(before), Some(after)) => after / before,
                _ => 1.0,
            },
            about,
        })
    }

    /// A pointer goes up or is taken away.
    pub fn release(&mut self, id: i32) {
        self.pointers.retain(|pointer| pointer.id != id);
    }

    /// Whether the last press was a movement and not a press.
    #[must_use]
    pub fn was_drag(&self) -> bool {
        is_way(self.travelled)
    }

    fn middle(&self) -> Option<(f64, f64)> {
        match self.pointers.as_slice() {
            [] => None,
            [one] => Some(one.at),
            [one, other, ..] => {
                Some(((one.at.0 + other.at.0) / 2.0, (one.at.1 + other.at.1) / 2.0))
            }
        }
    }

    fn span(&self) -> Option<f64> {
        match self.pointers.as_slice() {
            [one, other, ..] => {
                let way = (one.at.0 - other.at.0, one.at.1 - other.at.1);
                Some(length(way).max(LEAST_SPAN_PX))
            }
            _ => None,
        }
    }
}

fn is_way(px: f64) -> bool {
    px > STILL_PX
}

fn length(way: (f64, f64)) -> f64 {
    (way.0 * way.0 + way.1 * way.1).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trembling_hand_presses_and_a_moving_one_drags() {
        let mut gesture = MapGesture::default();
        gesture.press(1, (10.0, 10.0));
        assert_eq!(gesture.drag(1, (12.0, 11.0)), None);
        assert!(!gesture.was_drag());
        let pull = gesture.drag(1, (30.0, 10.0)).unwrap();
        assert_eq!((pull.by, pull.factor), ((20.0, 0.0), 1.0));
        gesture.release(1);
        assert!(gesture.was_drag());
        gesture.press(1, (0.0, 0.0));
        assert!(!gesture.was_drag());
    }

    #[test]
    fn two_fingers_enlarge_what_lies_between_them() {
        let mut gesture = MapGesture::default();
        gesture.press(1, (0.0, 0.0));
        gesture.press(2, (100.0, 0.0));
        let pull = gesture.drag(2, (200.0, 0.0)).unwrap();
        assert_eq!(pull.factor, 2.0);
        assert_eq!(pull.about, (100.0, 0.0));
        assert_eq!(pull.by, (50.0, 0.0));
    }

    #[test]
    fn a_pointer_that_is_not_down_moves_nothing() {
        let mut gesture = MapGesture::default();
        assert_eq!(gesture.drag(1, (100.0, 0.0)), None);
    }
}
