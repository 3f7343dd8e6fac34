//! Somebody at the page, with a bare HTTP client.

use std::collections::BTreeMap;

use rehearsal::UserId;
use rehearsal::page::Page;
use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::Value;
use zones::Zone;

use crate::house::{Got, House, PATIENCE, got};

/// A page and somebody who was given its address.
pub(crate) struct Visit {
    pub(crate) page: Page,
    pub(crate) cookie: String,
}

impl Visit {
    /// Opens the page for Alice and Bob.
    pub(crate) async fn to(house: &House) -> Self {
        let zones =
            [house.alice, house.bob].map(|user| (user, "Europe/Berlin".parse::<Zone>().unwrap()));
        let zones = BTreeMap::from(zones);
        let clock = house.clock.clone();
        let page = Page::open(&house.discord, clock, zones, &[]).await.unwrap();
        let answer = reqwest::get(page.address()).await.unwrap();
        assert_eq!(answer.status(), 200);
        let cookie = answer.headers()[SET_COOKIE].to_str().unwrap().to_owned();
        for wanted in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(wanted), "{cookie}");
        }
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { page, cookie }
    }

    /// `http://127.0.0.1:port`.
    pub(crate) fn origin(&self) -> &str {
        self.page.address().split_once("/?").unwrap().0
    }

    /// A request as a browser makes it on the page.
    pub(crate) fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.stranger(method, path)
            .header(COOKIE, &self.cookie)
            .header(ORIGIN, self.origin())
    }

    /// A request by someone who has only heard of the port.
    pub(crate) fn stranger(&self, method: Method, path: &str) -> RequestBuilder {
        Client::new().request(method, format!("{}{path}", self.origin()))
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Got {
        got(self.ask(Method::POST, path).json(&body)).await
    }

    pub(crate) async fn stream(&self, user: UserId) -> Stream {
        let request = self.ask(Method::GET, &format!("/api/users/{user}/events"));
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        Stream {
            response,
            heard: String::new(),
        }
    }
}

/// What somebody's page hears of.
pub(crate) struct Stream {
    response: Response,
    heard: String,
}

impl Stream {
    pub(crate) async fn next(&mut self) -> Value {
        tokio::time::timeout(PATIENCE, self.read()).await.unwrap()
    }

    async fn read(&mut self) -> Value {
        loop {
            if let Some((event, rest)) = self.heard.split_once("\n\n") {
                let data = event.strip_prefix("data: ").map(str::to_owned);
                let rest = rest.to_owned();
                self.heard = rest;
                if let Some(data) = data {
                    return serde_json::from_str(&data).unwrap();
                }
            } else {
                let chunk = self.response.chunk().await.unwrap().unwrap();
                self.heard.push_str(std::str::from_utf8(&chunk).unwrap());
            }
        }
    }

    /// The next event of this name.
    pub(crate) async fn event(&mut self, name: &str) -> Value {
        loop {
            let batch = self.next().await;
            let events = batch["events"].as_array().unwrap();
            if let Some(found) = events.iter().find(|event| event["t"] == name) {
                return found["d"].clone();
            }
        }
    }
}

pub(crate) async fn status(request: RequestBuilder) -> u16 {
    request.send().await.unwrap().status().as_u16()
}
