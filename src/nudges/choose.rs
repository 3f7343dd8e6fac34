//! Whom to name.
