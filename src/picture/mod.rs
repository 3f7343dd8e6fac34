//! Pictures that Rapport posts: drawn as SVG on a [`Canvas`], rendered to PNG with fonts of our own,
//! so that they look the same wherever the bot runs; only names in further scripts take fonts of the
//! system.
//!
//! A picture never stands alone: what it shows is in the text beside it too.

mod canvas;
pub mod colours;
mod fonts;
pub mod name;
mod shape;

use std::num::NonZero;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use thiserror::Error;
use tokio::sync::Semaphore;
use tokio::task::JoinError;

pub use canvas::{Anchor, Canvas, HEAD, MARGIN, Style, WIDTH, draws};
pub use fonts::{Weight, cut, width};
pub use shape::{Paint, Shape};

/// As many pictures are drawn and rendered at once as there are cores: more would be no faster, each takes
/// some megabytes, and those who asked for none would wait for them.
static RENDERING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    Arc::new(Semaphore::new(cores))
});

/// A picture, drawn and not yet rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    svg: String,
}

/// Why a picture could not be rendered; operators read it. The message beside it goes out without.
#[derive(Debug, Error)]
pub enum PictureError {
    /// What was drawn is not SVG that the renderer takes.
    #[error("the drawing can't be read")]
    Svg(#[from] resvg::usvg::Error),
    /// It has no size, or one that memory does not hold.
    #[error("the drawing has no size that can be rendered")]
    Size,
    /// The PNG could not be written.
    #[error("the picture can't be written as PNG: {0}")]
    Png(String),
    /// The thread that rendered it is gone.
    #[error("the rendering was cut short")]
    Cut(#[from] JoinError),
}

impl Picture {
    /// As it was drawn.
    #[must_use]
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// As PNG, rendered beside the threads that answer people, when it is its turn.
    pub async fn png(self) -> Result<Vec<u8>, PictureError> {
        in_turn(move || self.render()).await?
    }

    /// As PNG, rendered on this thread: some tens of milliseconds at full load of a small machine.
    pub fn render(&self) -> Result<Vec<u8>, PictureError> {
        rendered(&self.svg, &fonts::options(&self.svg))
    }
}

/// Lays something out beside the threads that answer people, when it is its turn: for names in
/// scripts that are not built in, the fonts of the system are read.
pub async fn laid_out<T: Send + 'static>(lay_out: impl FnOnce() -> T + Send + 'static) -> T {
    match in_turn(lay_out).await.map_err(JoinError::try_into_panic) {
        Ok(laid_out) => laid_out,
        Err(Ok(panic)) => std::panic::resume_unwind(panic),
        // The runtime ends, and nobody reads the answer.
        Err(Err(_)) => std::future::pending().await,
    }
}

async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, JoinError> {
    let turn = Arc::clone(&RENDERING).acquire_owned().await;
    let work = move || {
        // Given back when it is done, also if nobody waits for it any more.
        let _turn = turn;
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

    #[tokio::test]
    async fn no_more_pictures_are_rendered_at_once_than_there_are_cores() {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let all = u32::try_from(cores).unwrap();
        let turns = Arc::clone(&RENDERING).acquire_many_owned(all).await;
        let mut picture = Box::pin(Canvas::new(10.0, 10.0).finish().png());
        assert!(futures::poll!(&mut picture).is_pending());
        assert_eq!(RENDERING.available_permits(), 0);
        drop(turns);
        assert!(picture.await.is_ok());
    }

    #[tokio::test]
    async fn pictures_are_drawn_beside_the_threads_that_answer() {
        let here = std::thread::current().id();
        let there = laid_out(|| std::thread::current().id()).await;
        assert_ne!(here, there);
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
