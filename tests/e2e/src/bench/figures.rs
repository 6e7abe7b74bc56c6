//! What is told of many measured times.

/// The middle, the slow end and the worst of some times, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Half of the times are shorter.
    pub median: f64,
    /// One in twenty is longer.
    pub p95: f64,
    /// None is longer.
    pub most: f64,
}

impl Figures {
    /// Of these times; nothing where there are none.
    #[must_use]
    pub fn of(times: &[f64]) -> Option<Self> {
        let mut sorted = times.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Self {
            median: quantile(&sorted, 50)?,
            p95: quantile(&sorted, 95)?,
            most: sorted.last().copied()?,
        })
    }
}

/// Between two times, in proportion.
fn quantile(sorted: &[f64], percent: usize) -> Option<f64> {
    let hundredths = sorted.len().checked_sub(1)? * percent;
    let (at, rest) = (hundredths / 100, hundredths % 100);
    let low = sorted.get(at).copied()?;
    let high = sorted.get(at + 1).copied().unwrap_or(low);
    let share = u32::try_from(rest).map_or(0.0, |rest| f64::from(rest) / 100.0);
    Some(low + (high - low) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_lies_between_the_times_next_to_it() {
        let times: Vec<f64> = (0..=20).rev().map(f64::from).collect();
        let figures = Figures::of(&times).unwrap();
        assert_eq!(
            (figures.median, figures.p95, figures.most),
            (10.0, 19.0, 20.0)
        );
        let figures = Figures::of(&[1.0, 2.0]).unwrap();
        assert!((figures.median - 1.5).abs() < 1e-9 && (figures.p95 - 1.95).abs() < 1e-9);
    }

    #[test]
    fn of_one_time_all_figures_are_that_and_of_none_there_are_none() {
        let figures = Figures::of(&[3.0]).unwrap();
        assert_eq!((figures.median, figures.p95, figures.most), (3.0, 3.0, 3.0));
        assert_eq!(Figures::of(&[]), None);
    }
}
