//! The pages for monitoring, on an address of their own: `/healthz` (the process lives), `/readyz`
//! (it can answer people) and `/metrics`.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue, SERVER};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{interval, sleep, timeout};
use tokio_util::sync::CancellationToken;

use super::Health;
use crate::config::ConfigError;

/// How many connections are served at once. More are closed unread.
const AT_ONCE: usize = 16;

/// How long one connection may take, from its first byte to its last.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(15);

/// How often to fold measured times into their histogram: they take memory until then.
const UPKEEP: Duration = Duration::from_secs(5);

/// How long to wait after a connection could not be accepted.
const PAUSE: Duration = Duration::from_secs(1);

/// The content type of Prometheus' text format.
const PROMETHEUS: &str = "text/plain; version=0.0.4; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// The header `Server` of every page, by which `rapport health` tells Rapport from other programs.
pub(super) const SERVER_NAME: &str = "rapport";

/// Measures what is only known when somebody asks.
pub(crate) type Sample = Box<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>;

/// Where the pages come from.
pub(crate) struct Pages {
    pub(crate) health: Arc<Health>,
    pub(crate) metrics: PrometheusHandle,
    pub(crate) sample: Sample,
}

/// An address that monitoring can ask.
pub(crate) struct Listener(TcpListener);

impl Listener {
    /// Takes the address (`metrics.listen`).
    pub(crate) async fn bind(address: SocketAddr) -> Result<Self, ConfigError> {
        let bound = TcpListener::bind(address).await;
        bound.map(Self).map_err(|error| ConfigError::Listen {
            address,
            cause: error.to_string(),
        })
    }

    /// Serves the pages until `stop` is cancelled.
    pub(crate) async fn serve(self, pages: Pages, stop: CancellationToken) {
        if let Ok(address) = self.0.local_addr() {
            tracing::info!(%address, "health and metrics are served");
        }
        let (pages, places) = (Arc::new(pages), Arc::new(Semaphore::new(AT_ONCE)));
        let mut upkeep = interval(UPKEEP);
        loop {
            let accepted = tokio::select! {
                () = stop.cancelled() => return,
                _ = upkeep.tick() => {
                    pages.metrics.run_upkeep();
                    continue;
                }
                accepted = self.0.accept() => accepted,
            };
            let Ok((stream, _)) = accepted else {
                // The system has no file handle left, for example.
                sleep(PAUSE).await;
                continue;
            };
            let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
                continue;
            };
            let pages = Arc::clone(&pages);
            tokio::spawn(async move {
                // Nobody waits any more for a connection that broke or took too long.
                let _ = timeout(CONNECTION_TIMEOUT, connection(stream, &pages)).await;
                drop(place);
            });
        }
    }
}

async fn connection(stream: TcpStream, pages: &Pages) -> hyper::Result<()> {
    let answer = async |request: Request<Incoming>| {
        Ok::<_, Infallible>(pages.answer(request.method(), request.uri().path()).await)
    };
    http1::Builder::new()
        .keep_alive(false)
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service_fn(answer))
        .await
}

impl Pages {
    async fn answer(&self, method: &Method, path: &str) -> Response<String> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            return page(
                StatusCode::METHOD_NOT_ALLOWED,
                TEXT,
                "GET only\n".to_owned(),
            );
        }
        match path {
            "/healthz" => page(StatusCode::OK, TEXT, "alive\n".to_owned()),
            "/readyz" => match self.health.readiness().await {
                Ok(()) => page(StatusCode::OK, TEXT, "ready\n".to_owned()),
                Err(why) => page(StatusCode::SERVICE_UNAVAILABLE, TEXT, format!("{why}\n")),
            },
            "/metrics" => {
                (self.sample)().await;
                page(StatusCode::OK, PROMETHEUS, self.metrics.render())
            }
            _ => {
                let pages = "there are /healthz, /readyz and /metrics\n";
                page(StatusCode::NOT_FOUND, TEXT, pages.to_owned())
            }
        }
    }
}

fn page(status: StatusCode, kind: &'static str, text: String) -> Response<String> {
    let mut page = Response::new(text);
    *page.status_mut() = status;
    let headers = page.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(SERVER, HeaderValue::from_static(SERVER_NAME));
    page
}
