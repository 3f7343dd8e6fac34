use proptest::prelude::*;

use super::*;

#[test]
fn markup_is_shown_as_letters() {
    for (text, shown) in [
        ("", ""),
        ("plain words, 100 % of them!", "plain words, 100 % of them!"),
        (
            "*a* _b_ ~c~ `d` ||e||",
            r"\*a\* \_b\_ \~c\~ \`d\` \|\|e\|\|",
        ),
        ("<@17> <#3>", r"\<\@17\> \<\#3\>"),
        ("[x](http://y)", r"\[x\]\(http\://y\)"),
        (r"a\b", r"a\\b"),
        ("- one\n> two", "\\- one\n\\> two"),
        ("@everyone", "\\@\u{200b}everyone"),
        ("x@here", "x\\@\u{200b}here"),
        (
            "é 日本 👩\u{200d}🚀 \u{200b}",
            "é 日本 👩\u{200d}🚀 \u{200b}",
        ),
        ("\u{202e}edis eht\u{2066} after", "edis eht after"),
        ("שלום عالم", "שלום عالم"),
    ] {
        assert_eq!(plain(text), shown, "{text:?}");
    }
}

#[test]
fn a_cut_is_between_letters_and_marked() {
    for (text, most, expected) in [
        ("", 3, ""),
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("日本語だ", 3, "日本…"),
        ("🦀🦀", 1, "…"),
        ("é", 0, ""),
    ] {
        assert_eq!(cut(text, most), expected, "{text} to {most}");
    }
}

/// The text as a reader sees it: a backslash before punctuation is not drawn.
fn drawn(markup: &str) -> String {
    let mut letters = markup.chars().peekable();
    let mut drawn = String::new();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        drawn.extend(if escapes {
            letters.next()
        } else {
            Some(letter)
        });
    }
    drawn.replace('\u{200b}', "")
}

proptest! {
    #[test]
    fn what_is_drawn_is_what_was_written(text in any::<String>()) {
        prop_assert_eq!(drawn(&plain(&text)), text.replace('\u{200b}', ""));
    }

    #[test]
    fn no_mention_and_no_markup_is_left(text in r"[@#<>&!*_`|a-z0-9\\ ]{0,40}(@everyone|@here|<@1>)?") {
        let shown = plain(&text);
        prop_assert!(!shown.contains("@everyone") && !shown.contains("@here"));
        prop_assert!(!shown.contains("<@") && !shown.contains("<#"));
    }

    #[test]
    fn a_cut_text_is_no_longer_than_asked(text in any::<String>(), most in 1_usize..50) {
        let short = cut(&text, most);
        prop_assert!(short.chars().count() <= most);
        let kept = short.strip_suffix('…').unwrap_or(&short);
        prop_assert!(text.starts_with(kept));
    }
}

#[test]
fn addresses_and_emoji_stay_and_the_rest_is_letters() {
    for (text, shown) in [
        ("for *this*", r"for \*this\*"),
        (
            "see https://example.com/a_b?c=1#d.",
            r"see https://example.com/a_b?c=1#d.",
        ),
        ("(https://example.com/x)", r"\(https://example.com/x\)"),
        (
            "[bank](https://evil.example)",
            r"\[bank\]\(https://evil.example\)",
        ),
        ("<https://example.com>", r"\<https://example.com\>"),
        ("xhttps://example.com", r"xhttps\://example.com"),
        ("https://", r"https\://"),
        (
            "https://a.example/@everyone",
            "https\\://a.example/\\@\u{200b}everyone",
        ),
        ("https://a.example/__b__", r"https\://a.example/\_\_b\_\_"),
        (
            "<:party:123456789012345678> <a:yay:123456789012345678>",
            "<:party:123456789012345678> <a:yay:123456789012345678>",
        ),
        ("<@123456789012345678>", r"\<\@123456789012345678\>"),
        ("<t:123456789012345678>", r"\<t\:123456789012345678\>"),
        ("<:x:1> é", r"\<\:x\:1\> é"),
        ("<", r"\<"),
    ] {
        assert_eq!(with_links(text), shown, "{text}");
    }
}

#[test]
fn a_text_is_cut_before_its_markup_is_escaped() {
    assert_eq!(plain_within("a*b", 4), r"a\*b");
    assert_eq!(plain_within("****", 4), r"\*…");
    assert_eq!(plain_within("aaaaaaaaa", 4), "aaa…");
    assert_eq!(plain_within("a", 0), "");
}

proptest! {
    #[test]
    fn what_is_cut_stays_within(text in "[*a@]{0,60}|.{0,60}", most in 0_usize..50) {
        prop_assert!(plain_within(&text, most).chars().count() <= most);
    }
}
