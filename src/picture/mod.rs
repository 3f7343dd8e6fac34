//! The pictures that Rapport posts: drawn as SVG on a [`Canvas`] and rendered to PNG with built-in
//! fonts, so that they look the same on every machine. Only names in other scripts use the system's
//! fonts.
//!
//! A picture is never alone: the text beside it says the same.

mod canvas;
pub(crate) mod colours;
mod fonts;
pub(crate) mod name;
mod shape;

use std::num::NonZero;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use thiserror::Error;
use tokio::sync::Semaphore;
use tokio::task::JoinError;

use crate::language::Language;

pub(crate) use canvas::{Anchor, Canvas, HEAD, MARGIN, Style, WIDTH, draws};
pub(crate) use fonts::{Weight, cut, width};
pub(crate) use shape::{Paint, Shape};

/// Limits drawing and rendering to the number of cores. More at once is not faster, takes some
/// megabytes each, and delays people who asked for no picture.
static RENDERING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    Arc::new(Semaphore::new(cores))
});

/// A drawn picture that is not rendered yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    svg: String,
}

/// Why a picture could not be rendered. Operators read it. The message goes out without the
/// picture.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The renderer rejects the drawing's SVG.
    #[error("the drawing can't be read")]
    Svg(#[from] resvg::usvg::Error),
    /// The drawing has no size, or one too large for memory.
    #[error("the drawing has no size that can be rendered")]
    Size,
    /// The PNG could not be written.
    #[error("the picture can't be written as PNG: {0}")]
    Png(String),
    /// The rendering thread ended early.
    #[error("the rendering was cut short")]
    Cut(#[from] JoinError),
}

impl Picture {
    /// The drawing's SVG.
    #[must_use]
    pub(crate) fn svg(&self) -> &str {
        &self.svg
    }

    /// Renders to PNG, outside of the threads that answer people, when a core is free.
    pub async fn png(self) -> Result<Vec<u8>, PictureError> {
        with_permit(move || self.render()).await?
    }

    /// Renders to PNG on this thread, which takes some tens of milliseconds on a small busy
    /// machine.
    pub(crate) fn render(&self) -> Result<Vec<u8>, PictureError> {
        rendered(&self.svg, &fonts::options(&self.svg))
    }
}

/// The language for a picture's words: the reader's, or English if no font here can draw that.
pub(crate) async fn language(reader: Language) -> Language {
    let name = reader.own_name();
    if fonts::draws_alone(name, Weight::Bold) || laid_out(move || draws(name, Weight::Bold)).await {
        reader
    } else {
        Language::English
    }
}

/// Runs a layout outside of the threads that answer people, when a core is free: names in other
/// scripts may need the system's fonts.
pub(crate) async fn laid_out<T: Send + 'static>(lay_out: impl FnOnce() -> T + Send + 'static) -> T {
    match with_permit(lay_out)
        .await
        .map_err(JoinError::try_into_panic)
    {
        Ok(laid_out) => laid_out,
        Err(Ok(panic)) => std::panic::resume_unwind(panic),
        // The runtime is ending, so nobody reads the answer.
        Err(Err(_)) => std::future::pending().await,
    }
}

async fn with_permit<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, JoinError> {
    let permit = Arc::clone(&RENDERING).acquire_owned().await;
    let work = move || {
        // Hold the permit until the work is done, even if the caller stops waiting.
        let _permit = permit;
        work()
    };
    tokio::task::spawn_blocking(work).await
}

fn rendered(svg: &str, options: &Options<'_>) -> Result<Vec<u8>, PictureError> {
    let tree = Tree::from_str(svg, options)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PictureError::Size)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let png = pixels.encode_png();
    png.map_err(|error| PictureError::Png(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator as _;

    #[tokio::test]
    async fn no_more_pictures_than_cores_are_rendered_at_once() {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let all = u32::try_from(cores).unwrap();
        let permits = Arc::clone(&RENDERING).acquire_many_owned(all).await;
        let mut picture = Box::pin(Canvas::new(10.0, 10.0).finish().png());
        assert!(futures::poll!(&mut picture).is_pending());
        assert_eq!(RENDERING.available_permits(), 0);
        drop(permits);
        assert!(picture.await.is_ok());
    }

    #[tokio::test]
    async fn pictures_are_drawn_beside_the_threads_that_answer() {
        let here = std::thread::current().id();
        let there = laid_out(|| std::thread::current().id()).await;
        assert_ne!(here, there);
    }

    #[tokio::test]
    async fn the_built_in_fonts_draw_every_language_but_japanese() {
        for reader in Language::iter().filter(|it| *it != Language::Japanese) {
            assert_eq!(language(reader).await, reader);
        }
    }

    #[test]
    fn a_drawing_becomes_a_png_of_its_size() {
        let mut canvas = Canvas::new(120.0, 80.0);
        canvas.text(
            10.0,
            40.0,
            Style::new(20.0, colours::TEXT),
            "<Ann> & \"Bo\" ü Ω Я 🎉",
        );
        let png = canvas.finish().render().unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (120, 80));
    }
}
