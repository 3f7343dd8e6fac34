//! The terminal's door into the rehearsal.
mod cast;
mod controls;
mod line;
mod markup;
mod moves;
mod render;
