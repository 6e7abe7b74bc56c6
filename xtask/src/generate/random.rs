//! Numbers that look like chance and are the same in every run.

/// A generator of numbers (SplitMix64: a few lines, and good enough to scatter names and places).
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// The same seed gives the same numbers.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from nought to below the limit; nought where the limit is.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or_default()
    }

    /// Whether what happens once in so many times happens now.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A number from `-most` to `most`, in thousandths of it.
    pub(super) fn within(&mut self, most: f64) -> f64 {
        let thousandths = u32::try_from(self.below(2_001)).unwrap_or_default();
        (f64::from(thousandths) / 1_000.0 - 1.0) * most
    }

    /// One of several, or nothing of nothing.
    pub(super) fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        among.get(self.below(among.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_its_own_numbers_and_gives_them_again() {
        let numbers = |seed| -> Vec<usize> {
            let mut random = Random::new(seed);
            (0..20).map(|_| random.below(1_000)).collect()
        };
        assert_eq!(numbers(1), numbers(1));
        assert_ne!(numbers(1), numbers(2));
        assert!(numbers(3).iter().all(|number| *number < 1_000));
    }

    #[test]
    fn a_deviation_goes_both_ways_and_no_further() {
        let mut random = Random::new(365);
        let all: Vec<f64> = (0..1_000).map(|_| random.within(2.0)).collect();
        assert!(all.iter().all(|deviation| (-2.0..=2.0).contains(deviation)));
        assert!(all.iter().any(|deviation| *deviation < -1.5));
        assert!(all.iter().any(|deviation| *deviation > 1.5));
    }
}
