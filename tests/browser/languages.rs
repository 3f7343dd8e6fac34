//! The story on the page in every language that Rapport writes.

use fantoccini::key::Key;

use crate::texts::{LANGUAGES, text};
use crate::visit::Visit;

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn the_story_can_be_played_in_every_language() {
    for (code, folder) in LANGUAGES {
        let text = |key| text(folder, key);
        // As wide as a phone: the longest words have to fit too.
        let visit = Visit::begin_in(code, 390, 844).await;
        let at = &visit.browser;
        at.to_box().await;
        at.complete("/met", "/met", Key::Tab).await;
        at.complete("da", "Dan", Key::Enter).await;
        at.key(Key::Enter).await;
        at.see("Dan").await;
        at.find(&labelled(&text("met-add-note"))).await;
        at.is_fit().await;

        at.press("Next Monday 09:00").await;
        at.find(r#"//*[@id="elsewhere"][.="1"]"#).await;
        at.press("Channels").await;
        at.click(r#"//nav//a[contains(., "Rapport")]"#).await;
        at.see("training for a marathon in spring").await;
        at.is_fit().await;
        at.press_below("Bob", &text("nudge-talked")).await;
        at.see(&text("nudge-done-talked")).await;
        at.press(&text("nudge-settings")).await;
        at.find(&labelled(&text("settings-ask-when"))).await;
        at.is_fit().await;
    }
}

fn labelled(label: &str) -> String {
    format!(r#"//button[normalize-space(.)="{label}"]"#)
}
