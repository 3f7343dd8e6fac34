//! Reproducible random numbers: the year is the same wherever it runs.

/// `SplitMix64` (Steele, Lea and Flood, 2014): a few lines that no release of a crate changes.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `bound`.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap();
        usize::try_from(self.next() % bound).unwrap()
    }

    /// True in this percentage of cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Takes `count` items, each at most once; fewer if there are no more.
    pub(super) fn some<T>(&mut self, mut from: Vec<T>, count: usize) -> Vec<T> {
        while from.len() > count {
            from.swap_remove(self.below(from.len()));
        }
        from
    }
}
