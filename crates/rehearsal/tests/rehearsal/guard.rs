//! Who may open the page, and what it says of itself to a browser.

use reqwest::Method;
use reqwest::header::{CONTENT_SECURITY_POLICY, COOKIE, HOST, ORIGIN};
use serde_json::json;

use crate::house::House;
use crate::visit::{Visit, status};

#[tokio::test]
async fn only_whoever_has_the_address_gets_in() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    for path in ["/", "/?token=", "/?token=wrong", "/app.js", "/api/people"] {
        assert_eq!(
            status(visit.stranger(Method::GET, path)).await,
            401,
            "{path}"
        );
    }
    let almost = visit.page.address().replace(visit.origin(), "");
    let almost = &almost[..almost.len() - 1];
    assert_eq!(status(visit.stranger(Method::GET, almost)).await, 401);
    let elsewhere = almost.replacen("/?", "/api/people?", 1);
    assert_eq!(status(visit.stranger(Method::GET, &elsewhere)).await, 401);
    for path in ["/", "/app.js", "/style.css", "/api/people"] {
        assert_eq!(status(visit.ask(Method::GET, path)).await, 200, "{path}");
    }
}

#[tokio::test]
async fn each_page_has_a_secret_of_its_own() {
    let house = House::open().await;
    let (one, other) = (Visit::to(&house).await, Visit::to(&house).await);
    let secret = |visit: &Visit| visit.page.address().split_once('=').unwrap().1.to_owned();
    assert!(secret(&one).len() >= 43, "256 bits");
    assert_ne!(secret(&one), secret(&other));
    let foreign = other
        .stranger(Method::GET, "/api/people")
        .header(COOKIE, &one.cookie);
    assert_eq!(status(foreign).await, 401);
}

#[tokio::test]
async fn it_answers_to_its_own_name_alone() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let port = visit.origin().rsplit_once(':').unwrap().1;
    for (host, wanted) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        ("127.0.0.1".to_owned(), 421),
        (format!("rebound.example:{port}"), 421),
    ] {
        let request = visit
            .stranger(Method::GET, "/api/people")
            .header(COOKIE, &visit.cookie);
        assert_eq!(status(request.header(HOST, &host)).await, wanted, "{host}");
    }
}

#[tokio::test]
async fn no_other_site_can_use_it_through_the_browser() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let path = format!(
        "/api/users/{}/channels/{}/messages",
        house.alice, house.general
    );
    let say = |origin: Option<&str>| {
        let request = visit
            .stranger(Method::POST, &path)
            .header(COOKIE, &visit.cookie);
        let request = request.json(&json!({ "content": "hello" }));
        match origin {
            Some(origin) => request.header(ORIGIN, origin),
            None => request,
        }
    };
    for origin in [
        None,
        Some("null"),
        Some("http://127.0.0.1:1"),
        Some("https://evil.example"),
    ] {
        assert_eq!(status(say(origin)).await, 403, "{origin:?}");
    }
    let embedded = visit
        .stranger(Method::GET, "/app.js")
        .header(COOKIE, &visit.cookie);
    assert_eq!(
        status(embedded.header("Sec-Fetch-Site", "same-site")).await,
        403
    );
    assert_eq!(house.person("alice").messages(), []);
    assert_eq!(status(say(Some(visit.origin()))).await, 204);
    assert_eq!(house.person("alice").messages().len(), 1);
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let house = House::open().await;
    let visit = Visit::to(&house).await;
    let answers = [
        visit.ask(Method::GET, "/"),
        visit.ask(Method::GET, "/api/people"),
        visit.ask(Method::GET, "/nothing"),
        visit.stranger(Method::GET, "/"),
    ];
    for request in answers {
        let answer = request.send().await.unwrap();
        let header = |name: &str| answer.headers()[name].to_str().unwrap();
        let policy = header(CONTENT_SECURITY_POLICY.as_str());
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        assert!(
            policy.contains("require-trusted-types-for 'script'"),
            "{policy}"
        );
        assert!(
            !policy.contains("unsafe") && !policy.contains("http"),
            "{policy}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(header("referrer-policy"), "no-referrer");
    }
}
