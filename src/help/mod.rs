//! `/help`: what Rapport does, in ten lines.

pub mod commands;
pub mod view;
