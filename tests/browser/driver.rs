//! A browser without a screen, and what somebody at it can do.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

/// How long anything on the page may take, on a machine that is busy with other tests.
const DEADLINE: Duration = Duration::from_secs(30);
/// How often the page is asked whether it is so by now.
const OFTEN: Duration = Duration::from_millis(40);

/// A browser with one window or more.
pub(crate) struct Browser {
    pub(crate) client: Client,
    driver: Child,
    port: u16,
    session: String,
    /// What the browser keeps.
    _profile: TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends the browser when it is asked to, not when it is killed.
        let _ = self.end_session();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Starts a program and reads its output up to a line of which `find` makes something.
pub(crate) fn started<T>(command: &mut Command, find: impl Fn(&str) -> Option<T>) -> (Child, T) {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("it can't be started: {error}: {command:?}"));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let found = lines.find_map(|line| find(&line.unwrap())).unwrap();
    // What else it says is read, so that it never waits to be heard.
    std::thread::spawn(move || lines.for_each(drop));
    (child, found)
}

impl Browser {
    /// A window of this size.
    pub(crate) async fn open(width: u32, height: u32) -> Self {
        let mut command = Command::new("chromedriver");
        let (driver, port) = started(command.arg("--port=0"), |line| {
            let port = line.rsplit_once("started successfully on port ")?.1;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let profile = TempDir::new().unwrap();
        let folder = format!("--user-data-dir={}", profile.path().display());
        let size = format!("--window-size={width},{height}");
        let quiet = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
            --disable-background-networking --disable-component-update --disable-sync";
        let mut arguments: Vec<_> = quiet.split_whitespace().collect();
        arguments.extend([folder.as_str(), size.as_str()]);
        let wanted = json!({ "goog:chromeOptions": { "args": arguments } });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap();
        client.set_window_size(width, height).await.unwrap();
        Self {
            session: client.session_id().await.unwrap().unwrap(),
            client,
            driver,
            port,
            _profile: profile,
        }
    }

    /// Closes all windows; waits until that is done.
    fn end_session(&self) -> io::Result<usize> {
        let mut driver = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        driver.set_read_timeout(Some(DEADLINE))?;
        let session = &self.session;
        write!(
            driver,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        driver.read(&mut [0])
    }

    /// Waits for what this `XPath` finds, and returns it.
    pub(crate) async fn find(&self, path: &str) -> Element {
        let wait = self.client.wait().at_most(DEADLINE).every(OFTEN);
        match wait.for_element(Locator::XPath(path)).await {
            Ok(found) => found,
            Err(error) => panic!("{path}: {error}; the page shows:\n{}", self.text().await),
        }
    }

    /// Waits until the conversation has this text in one message; the message.
    pub(crate) async fn see(&self, text: &str) -> Element {
        let path = format!(
            r#"(//li[contains(@class, "message")][contains(normalize-space(.), "{text}")])[last()]"#
        );
        self.find(&path).await
    }

    /// Presses what this `XPath` finds; once more if it was drawn anew just then.
    pub(crate) async fn click(&self, path: &str) {
        let pressed = async { while self.find(path).await.click().await.is_err() {} };
        let pressed = tokio::time::timeout(DEADLINE, pressed).await;
        assert!(pressed.is_ok(), "{path} can't be pressed");
    }

    /// Presses the newest button or link with this label.
    pub(crate) async fn press(&self, label: &str) {
        let path = format!(
            r#"(//*[self::button or self::a][normalize-space(.)="{label}" or @aria-label="{label}"])[last()]"#
        );
        self.click(&path).await;
    }

    /// Types where the focus is.
    pub(crate) async fn keys(&self, text: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(text).await.unwrap();
    }

    pub(crate) async fn key(&self, key: Key) {
        self.keys(&key.to_string()).await;
    }

    /// Types, waits until the list has this item at hand, and takes it with a key.
    pub(crate) async fn complete(&self, text: &str, item: &str, key: Key) {
        self.keys(text).await;
        let at_hand = format!(
            r#"//*[@role="option"][@aria-selected="true"][contains(normalize-space(.), "{item}")]"#
        );
        self.find(&at_hand).await;
        self.key(key).await;
    }

    /// Goes to the box at the bottom.
    pub(crate) async fn to_box(&self) {
        self.click(r#"//textarea[@id="box"]"#).await;
    }

    /// What a script returns.
    pub(crate) async fn look(&self, script: &str) -> Value {
        let script = format!("return {script}");
        self.client.execute(&script, Vec::new()).await.unwrap()
    }

    /// Waits until a script returns true: it is asked whenever the page is drawn.
    pub(crate) async fn until(&self, script: &str) {
        let asking = format!(
            "const told = arguments[0]; \
             const ask = () => (({script}) === true ? told(true) : requestAnimationFrame(ask)); ask();"
        );
        let so = self.client.execute_async(&asking, Vec::new());
        let so = tokio::time::timeout(DEADLINE, so).await;
        let so = so.is_ok_and(|told| told.is_ok());
        assert!(so, "{script}; the page shows:\n{}", self.text().await);
    }

    async fn text(&self) -> String {
        let text = self.look("document.body.innerText").await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Nothing is wider than the window, and all that can be used has a name.
    pub(crate) async fn is_fit(&self) {
        let wide = "document.documentElement.scrollWidth <= innerWidth && \
            document.querySelector('main').scrollWidth <= innerWidth";
        assert_eq!(self.look(wide).await, json!(true), "it scrolls sideways");
        let nameless = "[...document.querySelectorAll('button, a, input, textarea, select')] \
            .filter((it) => !it.ariaLabel && !it.textContent.trim() && !it.labels?.length && !it.querySelector('[alt]')) \
            .map((it) => it.outerHTML)";
        assert_eq!(self.look(nameless).await, json!([]));
    }

    /// Takes a picture for the README, if it is asked for pictures.
    pub(crate) async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("RAPPORT_SCREENSHOTS") else {
            return;
        };
        let bytes = self.client.screenshot().await.unwrap();
        std::fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}
