//! Who may use the page: everyone who has the address with the secret in it, in a browser that is not
//! lent to another site.

use std::io;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq as _;

/// What a page may do: use what this server serves, and nothing else. No script that is written
/// into it, no other site, no frame around it, no text that becomes markup.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// Headers that go with every answer.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];

/// The secret of one page, and where it is served.
pub(super) struct Pass {
    secret: String,
    port: u16,
}

impl Pass {
    /// A new secret, for the page at `port`.
    ///
    /// # Errors
    /// The machine has no randomness to give.
    pub(super) fn new(port: u16) -> io::Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        let secret = URL_SAFE_NO_PAD.encode(bytes);
        Ok(Self { secret, port })
    }

    /// The address that lets somebody in.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.port, self.secret)
    }

    /// A browser keeps one jar for all ports of a host: each page has a cookie of its own.
    fn cookie(&self) -> String {
        format!("rehearsal-{}", self.port)
    }

    fn is_secret(&self, given: &str) -> bool {
        self.secret.as_bytes().ct_eq(given.as_bytes()).into()
    }

    /// Whether the request is to this page by its own name; another one would be an address that
    /// somebody else's name server lets point here.
    fn is_here(&self, headers: &HeaderMap) -> bool {
        let host = text(headers, &header::HOST);
        self.names().any(|name| host == Some(&name))
    }

    /// Whether no other site made the browser ask. A browser says who did, of anything that
    /// changes something.
    fn is_own(&self, method: &Method, headers: &HeaderMap) -> bool {
        let asked_by = match text(headers, &header::ORIGIN) {
            Some(origin) => self.names().any(|name| origin == format!("http://{name}")),
            None => matches!(*method, Method::GET | Method::HEAD),
        };
        let site = text(headers, &HeaderName::from_static("sec-fetch-site"));
        asked_by && site.is_none_or(|site| matches!(site, "same-origin" | "none"))
    }

    fn names(&self) -> impl Iterator<Item = String> {
        ["127.0.0.1", "localhost"]
            .map(|name| format!("{name}:{}", self.port))
            .into_iter()
    }

    fn in_address(&self, request: &Request) -> bool {
        let query = request.uri().query().unwrap_or_default();
        let token = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("token="));
        token.is_some_and(|token| self.is_secret(token))
    }

    fn in_cookie(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(header::COOKIE).into_iter();
        let pairs = cookies
            .filter_map(|value| value.to_str().ok())
            .flat_map(|it| it.split("; "));
        let name = self.cookie();
        pairs
            .filter_map(|pair| pair.split_once('='))
            .any(|(of, value)| of == name && self.is_secret(value))
    }

    /// What the browser keeps, so that the secret leaves the address. Scripts can't read it, and
    /// it goes with no request that another site makes.
    fn set_cookie(&self) -> Option<HeaderValue> {
        let (name, secret) = (self.cookie(), &self.secret);
        let cookie = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Strict");
        HeaderValue::from_str(&cookie).ok()
    }
}

/// Lets requests pass that come from the page itself, or from people with its address.
pub(super) async fn admit(
    State(pass): State<Arc<Pass>>,
    request: Request,
    next: Next,
) -> Result<Response, (StatusCode, &'static str)> {
    let headers = request.headers();
    if !pass.is_here(headers) {
        return Err((StatusCode::MISDIRECTED_REQUEST, "This is not that host.\n"));
    }
    let invited =
        request.method() == Method::GET && request.uri().path() == "/" && pass.in_address(&request);
    // A link to the page, followed from anywhere, is no request in another's name.
    if !invited && !pass.is_own(request.method(), headers) {
        return Err((StatusCode::FORBIDDEN, "Another site asked for this.\n"));
    }
    if !invited && !pass.in_cookie(headers) {
        let said = "Open the page at the address that the program printed.\n";
        return Err((StatusCode::UNAUTHORIZED, said));
    }
    let mut answer = next.run(request).await;
    if let Some(cookie) = pass.set_cookie().filter(|_| invited) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(answer)
}

/// Says with every answer what a browser may do with it.
pub(super) async fn protect(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    for (name, value) in HEADERS {
        answer
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
