//! Chances that depend on what they are asked about alone: two rules meet the same luck.

/// A number from 0 to below 1, for this question.
pub(crate) fn chance(seed: u64, about: [u64; 4]) -> f64 {
    let mixed = about
        .iter()
        .fold(mix(seed), |mixed, it| mix(mixed ^ mix(*it)));
    // The upper 53 bits: as many as the number holds.
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

/// `SplitMix64`.
fn mix(number: u64) -> u64 {
    let mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
