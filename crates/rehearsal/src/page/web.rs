//! The files of the page: plain HTML, CSS and ES modules, as they were written.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;

/// Address, media type and text of each file in `web`.
macro_rules! files {
    ($($address:literal $name:literal $kind:literal)*) => {
        &[$(($address, $kind, include_str!(concat!("web/", $name)))),*]
    };
}

const FILES: &[(&str, &str, &str)] = files! {
    "/" "index.html" "text/html; charset=utf-8"
    "/style.css" "style.css" "text/css; charset=utf-8"
    "/icon.svg" "icon.svg" "image/svg+xml"
    "/app.js" "app.js" "text/javascript; charset=utf-8"
    "/client.js" "client.js" "text/javascript; charset=utf-8"
    "/clock.js" "clock.js" "text/javascript; charset=utf-8"
    "/command.js" "command.js" "text/javascript; charset=utf-8"
    "/components.js" "components.js" "text/javascript; charset=utf-8"
    "/composer.js" "composer.js" "text/javascript; charset=utf-8"
    "/conversation.js" "conversation.js" "text/javascript; charset=utf-8"
    "/dom.js" "dom.js" "text/javascript; charset=utf-8"
    "/hints.js" "hints.js" "text/javascript; charset=utf-8"
    "/layout.js" "layout.js" "text/javascript; charset=utf-8"
    "/listbox.js" "listbox.js" "text/javascript; charset=utf-8"
    "/markdown.js" "markdown.js" "text/javascript; charset=utf-8"
    "/media.js" "media.js" "text/javascript; charset=utf-8"
    "/menu.js" "menu.js" "text/javascript; charset=utf-8"
    "/message.js" "message.js" "text/javascript; charset=utf-8"
    "/modal.js" "modal.js" "text/javascript; charset=utf-8"
    "/places.js" "places.js" "text/javascript; charset=utf-8"
    "/state.js" "state.js" "text/javascript; charset=utf-8"
};

/// The routes of all files.
pub(super) fn routes() -> Router {
    FILES
        .iter()
        .fold(Router::new(), |router, (path, kind, text)| {
            router.route(path, get(|| async { ([(CONTENT_TYPE, *kind)], *text) }))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_small() {
        let bytes: usize = FILES.iter().map(|(_, _, text)| text.len()).sum();
        assert!(bytes < 80_000, "{bytes} bytes");
    }
}
