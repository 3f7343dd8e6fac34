//! Ties: one member's side of a relation with one other person.

pub mod circle;
