//! A language for tests: English in wide letters, so that what stands in the code instead of
//! `locales/` is seen at a glance. From [`switch_on`] on, it takes the place of every language.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

static IS_ON: AtomicBool = AtomicBool::new(false);

/// What lies between the ASCII letters and the wide ones.
const WIDE: u32 = 0xFEE0;

/// Writes every text of this process in wide letters.
pub fn switch_on() {
    IS_ON.store(true, Ordering::Relaxed);
}

/// A piece of a text as people read it in this process.
pub(super) fn written(text: &str) -> Cow<'_, str> {
    if IS_ON.load(Ordering::Relaxed) {
        wide(text).into()
    } else {
        text.into()
    }
}

/// The same in wide letters, but for commands and patterns of dates.
fn wide(text: &str) -> String {
    let (mut is_command, mut before) = (false, ' ');
    let wide = text.chars().map(|it| {
        is_command ^= it == '`';
        let stays = is_command || before == '%';
        before = if before == '%' && it == '-' { '%' } else { it };
        match char::from_u32(u32::from(it) + WIDE) {
            Some(wide) if it.is_ascii_alphabetic() && !stays => wide,
            _ => it,
        }
    });
    wide.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_wide_but_in_commands_and_patterns() {
        assert_eq!(wide("Hi, use `/met` now"), "Ｈｉ, ｕｓｅ `/met` ｎｏｗ");
        assert_eq!(wide("%a %-d de %B"), "%a %-d ｄｅ %B");
    }
}
