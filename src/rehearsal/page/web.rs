//! The files of the page: plain HTML, CSS and ES modules, as they were written.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const ICON: &str = "image/svg+xml";

/// Address, media type and text of every file.
const FILES: &[(&str, &str, &str)] = &[
    ("/", HTML, include_str!("web/index.html")),
    ("/style.css", CSS, include_str!("web/style.css")),
    ("/icon.svg", ICON, include_str!("web/icon.svg")),
    ("/app.js", SCRIPT, include_str!("web/app.js")),
    ("/client.js", SCRIPT, include_str!("web/client.js")),
    ("/clock.js", SCRIPT, include_str!("web/clock.js")),
    ("/command.js", SCRIPT, include_str!("web/command.js")),
    ("/components.js", SCRIPT, include_str!("web/components.js")),
    ("/composer.js", SCRIPT, include_str!("web/composer.js")),
    (
        "/conversation.js",
        SCRIPT,
        include_str!("web/conversation.js"),
    ),
    ("/dom.js", SCRIPT, include_str!("web/dom.js")),
    ("/hints.js", SCRIPT, include_str!("web/hints.js")),
    ("/listbox.js", SCRIPT, include_str!("web/listbox.js")),
    ("/markdown.js", SCRIPT, include_str!("web/markdown.js")),
    ("/menu.js", SCRIPT, include_str!("web/menu.js")),
    ("/message.js", SCRIPT, include_str!("web/message.js")),
    ("/modal.js", SCRIPT, include_str!("web/modal.js")),
    ("/places.js", SCRIPT, include_str!("web/places.js")),
];

/// The routes of all files.
pub(super) fn files() -> Router {
    FILES
        .iter()
        .fold(Router::new(), |router, (path, kind, text)| {
            router.route(path, get(|| async { ([(CONTENT_TYPE, *kind)], *text) }))
        })
}
