//! Degrees as decimal numbers, without the formatting of floats, which would cost the browser's
//! program kilobytes.

/// Parts of a degree that are written: six decimals are ten centimetres and enough by RFC 7946,
/// 11.2; the positions on record have four.
const PARTS: u64 = 1_000_000;

/// A number of degrees with as many decimals as it needs, six at most.
pub(super) fn degrees(degrees: f64) -> String {
    let parts = (degrees.abs() * PARTS as f64).round() as u64;
    let mut text = String::new();
    if degrees < 0.0 && parts > 0 {
        text.push('-');
    }
    text.push_str(&(parts / PARTS).to_string());
    // A leading one keeps the noughts after the point.
    let decimals = (parts % PARTS + PARTS).to_string();
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > 1 {
        text.push('.');
        text.extend(decimals.chars().skip(1));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_decimals_needed_are_written() {
        for (number, text) in [
            (0.0, "0"),
            (-0.000_000_4, "0"),
            (-1.5, "-1.5"),
            (2.0, "2"),
            (-0.05, "-0.05"),
            (118.7778, "118.7778"),
            (179.999_999_9, "180"),
            (10.000_001, "10.000001"),
        ] {
            assert_eq!(degrees(number), text);
        }
    }

    proptest! {
        #[test]
        fn six_decimals_are_read_back_as_they_were(parts in -180_000_000i64..=180_000_000) {
            let number = parts as f64 / PARTS as f64;
            prop_assert_eq!(degrees(number).parse::<f64>().unwrap(), number);
        }
    }
}
