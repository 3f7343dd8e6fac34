//! A tie: one member's side of a relation with one other person.

pub mod circle;
pub mod store;

pub use circle::Circle;
