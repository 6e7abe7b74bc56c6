//! What of a closed line lies within a rectangle (Sutherland and Hodgman 1974, "Reentrant polygon
//! clipping"): each side of the rectangle cuts off what lies beyond it. Good for areas that are
//! filled; along the sides the parts may be joined by lines of no width.

/// A point of a drawing.
pub(super) type Point = (f64, f64);

/// The part of a closed line between the origin and a corner; empty where it lies outside.
pub(super) fn clipped(ring: Vec<Point>, (width, height): Point) -> Vec<Point> {
    let turned = |(x, y): Point| (y, x);
    let upright = between(ring, width).into_iter().map(turned);
    let within = between(upright.collect(), height);
    within.into_iter().map(turned).collect()
}

/// What has a first coordinate between nothing and the most.
fn between(ring: Vec<Point>, most: f64) -> Vec<Point> {
    let not_below = cut(&ring, 0.0, &|value| value >= 0.0);
    cut(&not_below, most, &|value| value <= most)
}

fn cut(ring: &[Point], side: f64, is_inside: &dyn Fn(f64) -> bool) -> Vec<Point> {
    let mut kept = Vec::new();
    let mut before = ring.last().copied();
    for point in ring.iter().copied() {
        if let Some(from) = before
            && is_inside(from.0) != is_inside(point.0)
        {
            let share = (side - from.0) / (point.0 - from.0);
            kept.push((side, from.1 + share * (point.1 - from.1)));
        }
        if is_inside(point.0) {
            kept.push(point);
        }
        before = Some(point);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_goes_and_what_lies_across_is_cut_at_the_side() {
        let inside = vec![(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)];
        assert_eq!(clipped(inside.clone(), (9.0, 9.0)), inside);
        let outside = vec![(10.0, 1.0), (12.0, 1.0), (12.0, 2.0)];
        assert_eq!(clipped(outside, (9.0, 9.0)), []);
        let across = vec![(-4.0, 2.0), (4.0, 2.0), (4.0, 6.0), (-4.0, 6.0)];
        let mut corners = clipped(across, (9.0, 9.0));
        corners.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(corners, [(0.0, 2.0), (0.0, 6.0), (4.0, 2.0), (4.0, 6.0)]);
        let around = vec![(-1.0, -1.0), (10.0, -1.0), (10.0, 10.0), (-1.0, 10.0)];
        assert!(
            clipped(around, (9.0, 9.0))
                .iter()
                .all(|(x, y)| [0.0, 9.0].contains(x) && [0.0, 9.0].contains(y))
        );
    }
}
