//! `/help`: what Rapport does, in ten lines.

pub(crate) mod commands;
pub(crate) mod view;
