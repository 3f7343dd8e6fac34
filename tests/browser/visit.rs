//! A visit to `rapport rehearse`: the whole program and the whole bot.

use std::process::{Child, Command, Stdio};

use fantoccini::key::Key;
use serde_json::json;
use tempfile::TempDir;

use crate::driver::{Browser, started};

/// The program, and a browser on its page.
pub(crate) struct Visit {
    pub(crate) browser: Browser,
    program: Child,
    _folder: TempDir,
}

impl Drop for Visit {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Visit {
    pub(crate) async fn begin(width: u32, height: u32) -> Self {
        Self::begin_in("en-US", width, height).await
    }

    /// The same where everybody's Discord is in a language.
    pub(crate) async fn begin_in(language: &str, width: u32, height: u32) -> Self {
        let folder = TempDir::new().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command
            .args(["rehearse", "--no-open", "--language", language])
            .env_clear()
            .current_dir(folder.path())
            .stdin(Stdio::piped());
        let (program, address) = started(&mut command, |line| {
            Some(line.trim().to_owned()).filter(|line| line.starts_with("http://"))
        });
        let browser = Browser::open(width, height).await;
        browser.client.goto(&address).await.unwrap();
        browser
            .find(r#"//*[@id="title"][contains(., "general")]"#)
            .await;
        Self {
            browser,
            program,
            _folder: folder,
        }
    }

    /// Alice logs a talk with Dan by typing.
    async fn log_a_talk(&self) {
        let at = &self.browser;
        at.to_box().await;
        at.complete("/met", "/met", Key::Tab).await;
        at.complete("da", "Dan", Key::Enter).await;
        at.keys("when:").await;
        at.complete("yesterday", "yesterday", Key::Tab).await;
        at.keys("how:").await;
        at.complete("ch", "chat", Key::Enter).await;
        at.keys("note:").await;
        at.keys("his daughter starts school in March").await;
        at.key(Key::Enter).await;
        at.see("Logged: you talked with Dan in a chat, yesterday.")
            .await;
    }
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn the_story_can_be_clicked_and_typed() {
    let visit = Visit::begin(1180, 860).await;
    let at = &visit.browser;
    visit.log_a_talk().await;
    at.see("Only you can see this").await;
    at.is_fit().await;
    at.picture("rehearsal-met.png").await;

    at.press("Next Monday 09:00").await;
    let badge = r#"//nav//a[contains(., "Rapport")]//*[@class="count"][.="1"]"#;
    at.find(badge).await;
    at.client.refresh().await.unwrap();
    at.find(badge).await;
    at.see("Your note is kept, for your eyes only.").await;

    at.press("Open the message").await;
    at.see("Your note: training for a marathon in spring").await;
    at.picture("rehearsal-nudge.png").await;
    at.press_below("Bob", "We talked").await;
    at.see("Logged: you talked.").await;
    at.find(r#"//*[@id="hints"][contains(., "the whole round")]"#)
        .await;
    at.press("Close the hints").await;

    at.click(r#"(//nav//a[contains(., "general")])[1]"#).await;
    at.to_box().await;
    at.complete("/kud", "/kudos", Key::Enter).await;
    at.complete("bo", "Bob", Key::Enter).await;
    at.keys("for picking up the phone on a Monday morning")
        .await;
    at.key(Key::Enter).await;
    at.see("You have 4 more kudos to give today.").await;
    at.keys("/leaderboard period:").await;
    at.complete("last 30", "last 30 days", Key::Tab).await;
    at.key(Key::Enter).await;
    at.see("Most thanked, last 30 days").await;
    at.until("[...document.querySelectorAll('#messages img')].at(-1)?.naturalWidth > 100")
        .await;
    let described =
        "[...document.querySelectorAll('#messages img')].at(-1).alt.includes('1 is Bob with 3')";
    assert_eq!(at.look(described).await, json!(true));
    at.is_fit().await;
    at.picture("rehearsal-leaderboard.png").await;

    at.complete("/me", "/me", Key::Enter).await;
    at.find(r#"//form[@aria-label="Command me"]"#).await;
    at.key(Key::Enter).await;
    at.until("document.querySelector('.ephemeral img')?.naturalWidth > 100")
        .await;
    at.picture("rehearsal-me.png").await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn hints_lead_a_first_visitor_through_the_story() {
    let visit = Visit::begin(1280, 800).await;
    let at = &visit.browser;
    at.press("Type /met for me").await;
    at.click(r#"//*[@role="option"][contains(., "Dan")]"#).await;
    at.press("Send /met").await;
    at.see("Logged: you talked with Dan").await;
    at.press("Jump to Monday 09:00").await;
    at.press("Open the message").await;
    at.press("Not now").await;
    at.find(r#"//*[@id="hints"][contains(., "the whole round")]"#)
        .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn two_windows_are_two_people() {
    let visit = Visit::begin(1000, 700).await;
    let at = &visit.browser;
    let alice = at.client.window().await.unwrap();
    at.press("Bob").await;
    at.press("View as, in a new window").await;
    let windows = at.client.windows().await.unwrap();
    let bob = windows.into_iter().find(|window| *window != alice).unwrap();

    visit.log_a_talk().await;
    at.keys("/kudos @bob message: for two windows").await;
    at.key(Key::Enter).await;
    at.see("You have 4 more kudos").await;
    at.keys("the build is green again").await;
    at.key(Key::Enter).await;

    at.client.switch_to_window(bob).await.unwrap();
    at.see("for two windows").await;
    let viewer = "document.querySelector('#view-as').selectedOptions[0].text";
    assert_eq!(at.look(viewer).await, json!("Bob"));
    let pinged = "document.querySelectorAll('.for-me .self').length > 0";
    assert_eq!(at.look(pinged).await, json!(true));
    let alices = "document.body.innerText.includes('Logged')";
    assert_eq!(at.look(alices).await, json!(false), "only Alice sees that");

    at.see("the build is green again").await;
    at.press("Message menu").await;
    at.press("Kudos for this").await;
    at.find("//dialog//textarea | //dialog//input").await;
    at.keys("for the green build").await;
    at.press("Submit").await;
    at.see("Bob thanks @Alice").await;
    at.client.switch_to_window(alice).await.unwrap();
    at.see("for the green build").await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn every_component_of_a_message_can_be_used() {
    let visit = Visit::begin(1280, 900).await;
    let at = &visit.browser;
    visit.log_a_talk().await;

    at.press("Add note").await;
    at.find("//dialog//textarea").await;
    at.keys(", she is called Ida").await;
    at.press("Submit").await;
    at.until("!document.querySelector('dialog')").await;

    let others = r#"//input[@aria-label="Who else was there?"]"#;
    at.click(others).await;
    at.complete("gra", "Grace", Key::Enter).await;
    at.key(Key::Escape).await;
    at.see("you talked with Dan and Grace").await;

    let circle = r#"//input[contains(@placeholder, "every month")]"#;
    at.click(circle).await;
    at.complete("clo", "Close", Key::Enter).await;
    at.find(r#"//input[contains(@placeholder, "every week")]"#)
        .await;

    at.press("Undo").await;
    at.see("Undone").await;
    at.press("Dismiss message").await;
    at.until("!document.querySelector('#messages').innerText.includes('Only you')")
        .await;

    at.press("Carol").await;
    at.key(Key::Down).await;
    at.key(Key::Up).await;
    at.key(Key::Enter).await;
    at.see("@Carol").await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn a_phone_is_wide_enough() {
    let visit = Visit::begin(390, 844).await;
    let at = &visit.browser;
    at.is_fit().await;
    at.press("Type /met for me").await;
    at.click(r#"//*[@role="option"][contains(., "Dan")]"#).await;
    at.is_fit().await;
    at.press("Send /met").await;
    at.see("Logged: you talked with Dan").await;
    at.is_fit().await;
    at.press("Next Monday 09:00").await;
    at.find(r#"//*[@id="elsewhere"][.="1"]"#).await;
    at.press("Channels").await;
    at.click(r#"//nav//a[contains(., "Rapport")]"#).await;
    at.see("Your note: training for a marathon in spring").await;
    at.is_fit().await;
    at.press_below("Bob", "We talked").await;
    at.see("Logged: you talked.").await;
    at.press("Members").await;
    at.until("getComputedStyle(document.querySelector('aside')).visibility === 'visible'")
        .await;
    at.key(Key::Escape).await;
    at.until("getComputedStyle(document.querySelector('aside')).visibility === 'hidden'")
        .await;
}
