//! A browser without a screen, and the actions of its user.

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

/// How long the page may take for anything, while other tests keep the machine busy.
const DEADLINE: Duration = Duration::from_secs(30);
/// How often a condition of the page is checked.
const OFTEN: Duration = Duration::from_millis(40);

/// A browser with one or more windows.
pub(crate) struct Browser {
    pub(crate) client: Client,
    driver: Child,
    port: u16,
    session: String,
    /// The browser's profile.
    _profile: TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver only ends the browser on request, not when it is killed.
        let _ = self.end_session();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Starts a program and reads its output until `find` returns a value for a line.
pub(crate) fn started<T>(command: &mut Command, find: impl Fn(&str) -> Option<T>) -> (Child, T) {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("it can't be started: {error}: {command:?}"));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let found = lines.find_map(|line| find(&line.unwrap())).unwrap();
    // Read the rest of its output, so that the program never blocks on it.
    std::thread::spawn(move || lines.for_each(drop));
    (child, found)
}

impl Browser {
    /// Opens a window of this size.
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

    /// Closes all windows, and waits for that.
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

    /// Waits for the element of this `XPath`.
    pub(crate) async fn find(&self, path: &str) -> Element {
        let wait = self.client.wait().at_most(DEADLINE).every(OFTEN);
        match wait.for_element(Locator::XPath(path)).await {
            Ok(found) => found,
            Err(error) => panic!("{path}: {error}; the page shows:\n{}", self.text().await),
        }
    }

    /// Waits until a message of the conversation contains this text; returns the message.
    pub(crate) async fn see(&self, text: &str) -> Element {
        let path = format!(
            r#"(//li[contains(@class, "message")][contains(normalize-space(.), "{text}")])[last()]"#
        );
        self.find(&path).await
    }

    /// Clicks the element of this `XPath`; once more if the page was redrawn just then.
    pub(crate) async fn click(&self, path: &str) {
        let pressed = async { while self.scrolled_to(path).await.click().await.is_err() {} };
        let pressed = tokio::time::timeout(DEADLINE, pressed).await;
        assert!(pressed.is_ok(), "{path} can't be pressed");
    }

    /// The element of this `XPath`, in the middle of what is seen: the driver itself does not scroll
    /// to what is above the end of a conversation.
    async fn scrolled_to(&self, path: &str) -> Element {
        let found = self.find(path).await;
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        let element = serde_json::to_value(&found).unwrap();
        // An element that was redrawn just then is looked for once more by the caller.
        let _ = self.client.execute(script, vec![element]).await;
        found
    }

    /// Presses the newest button or link with this label.
    pub(crate) async fn press(&self, label: &str) {
        let path = format!(
            r#"(//*[self::button or self::a][normalize-space(.)="{label}" or @aria-label="{label}"])[last()]"#
        );
        self.click(&path).await;
    }

    /// Presses the first button with this label below a heading.
    pub(crate) async fn press_below(&self, heading: &str, label: &str) {
        let path = format!(
            r#"(//*[@role="heading" or self::h3 or self::h4 or self::h5][normalize-space(.)="{heading}"]/following::button[normalize-space(.)="{label}"])[1]"#
        );
        self.click(&path).await;
    }

    /// Types into the focused element.
    pub(crate) async fn keys(&self, text: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(text).await.unwrap();
    }

    pub(crate) async fn key(&self, key: Key) {
        self.keys(&key.to_string()).await;
    }

    /// Types, waits until this item of the list is selected, and takes it with a key.
    pub(crate) async fn complete(&self, text: &str, item: &str, key: Key) {
        self.keys(text).await;
        let at_hand = format!(
            r#"//*[@role="option"][@aria-selected="true"][contains(normalize-space(.), "{item}")]"#
        );
        self.find(&at_hand).await;
        self.key(key).await;
    }

    /// Focuses the input box at the bottom.
    pub(crate) async fn to_box(&self) {
        self.click(r#"//textarea[@id="box"]"#).await;
    }

    /// The result of a script.
    pub(crate) async fn look(&self, script: &str) -> Value {
        let script = format!("return {script}");
        self.client.execute(&script, Vec::new()).await.unwrap()
    }

    /// Waits until a script returns true; runs it often.
    pub(crate) async fn until(&self, script: &str) {
        let asking = format!(
            "const answer = arguments[0]; \
             const ask = () => (({script}) === true ? answer(true) : requestAnimationFrame(ask)); ask();"
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

    /// Checks that nothing is wider than the window, and every control has a name.
    pub(crate) async fn is_fit(&self) {
        let wide = "document.documentElement.scrollWidth <= innerWidth && \
            document.querySelector('main').scrollWidth <= innerWidth";
        assert_eq!(self.look(wide).await, json!(true), "it scrolls sideways");
        let nameless = "[...document.querySelectorAll('button, a, input, textarea, select')] \
            .filter((it) => !it.ariaLabel && !it.textContent.trim() && !it.labels?.length && !it.querySelector('[alt]')) \
            .map((it) => it.outerHTML)";
        assert_eq!(self.look(nameless).await, json!([]));
    }

    /// Takes a picture for the README, if pictures are wanted.
    pub(crate) async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("RAPPORT_SCREENSHOTS") else {
            return;
        };
        let bytes = self.client.screenshot().await.unwrap();
        std::fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}
