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
fn a_cut_text_ends_with_an_ellipsis_between_letters() {
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

/// The text as a reader sees it: Discord hides a backslash before punctuation.
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
    fn readers_see_the_written_text(text in any::<String>()) {
        prop_assert_eq!(drawn(&plain(&text)), text.replace('\u{200b}', ""));
    }

    #[test]
    fn no_mention_and_no_markup_is_left(text in r"[@#<>&!*_`|a-z0-9\\ ]{0,40}(@everyone|@here|<@1>)?") {
        let shown = plain(&text);
        prop_assert!(!shown.contains("@everyone") && !shown.contains("@here"));
        prop_assert!(!shown.contains("<@") && !shown.contains("<#"));
        let shown = as_typed(&text);
        prop_assert!(!shown.contains("@everyone") && !shown.contains("@here"));
        prop_assert!(!shown.contains("<@"));
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
fn a_typed_text_is_shown_as_it_was_typed() {
    for (text, shown) in [
        ("for *this*", r"for \*this\*"),
        (
            "see https://example.com/a_b?c=1#d.",
            r"see https://example.com/a_b?c=1#d.",
        ),
        (
            "https://en.wikipedia.org/wiki/Rust_(programming_language)",
            "https://en.wikipedia.org/wiki/Rust_(programming_language)",
        ),
        (
            "https://a.example/__b_c, too",
            "https://a.example/__b_c, too",
        ),
        ("https://a.example/?a[]=1", "https://a.example/?a[]=1"),
        ("https://a.example/Zürich", "https://a.example/Zürich"),
        ("(https://example.com/x)", r"\(<https://example.com/x>\)"),
        ("*https://example.com*", r"\*<https://example.com>\*"),
        ("https://a.example/x|y", r"<https://a.example/x>\|y"),
        (
            "[bank](https://evil.example)",
            r"\[bank\]\(<https://evil.example>\)",
        ),
        (
            "https://a.example/[x](https://evil.example)",
            r"<https://a.example/[x>\]\(<https://evil.example>\)",
        ),
        ("<https://example.com>", r"\<<https://example.com>\>"),
        ("xhttps://example.com", r"xhttps\://example.com"),
        ("https://", r"https\://"),
        (
            "https://a.example/@everyone",
            "https\\://a.example/\\@\u{200b}everyone",
        ),
        ("https://a.example/@me", "https://a.example/@me"),
        (
            "https://discord.com@elsewhere.example/login",
            r"https\://discord.com\@elsewhere.example/login",
        ),
        ("https://a:b@c.example", r"https\://a\:b\@c.example"),
        (
            "<:party:123456789012345678> <a:yay:123456789012345678>",
            "<:party:123456789012345678> <a:yay:123456789012345678>",
        ),
        ("<#123456789012345678>", "<#123456789012345678>"),
        ("<t:1700000000:R>", "<t:1700000000:R>"),
        ("<@123456789012345678>", r"\@…"),
        ("<@&123456789012345678>", r"\<\@&123456789012345678\>"),
        ("<t:123456789012345678>", r"\<t\:123456789012345678\>"),
        ("<:x:1> é", r"\<\:x\:1\> é"),
        ("<", r"\<"),
    ] {
        assert_eq!(as_typed(text), shown, "{text}");
    }
}

#[test]
fn a_mention_is_stored_as_a_name() {
    let typed = "with <@123456789012345678> and <@!223456789012345678>";
    let people = mentioned(typed);
    let name = |person| {
        if person == people[0] {
            "Bob"
        } else {
            "*Carol*"
        }
        .to_owned()
    };
    let kept = with_names(typed, name);
    assert_eq!(kept, "with @Bob and @*Carol*");
    assert_eq!(as_typed(&kept), r"with \@Bob and \@\*Carol\*");
}

#[test]
fn no_line_begins_a_list_a_heading_or_a_quote() {
    for (text, shown) in [
        ("1. one\n 22. two", "1\\. one\n 22\\. two"),
        ("+ one", r"\+ one"),
        ("- one\n* two", "\\- one\n\\* two"),
        ("# one\n>>> two", "\\# one\n\\>\\>\\> two"),
        ("-# one", r"\-\# one"),
        ("v1.2 and 3.", "v1.2 and 3."),
    ] {
        assert_eq!(plain(text), shown);
        assert_eq!(as_typed(text), shown);
    }
}

#[test]
fn a_cut_splits_no_emoji_mention_or_address() {
    for (text, most, expected) in [
        ("see https://a.example/long now", 16, "see …"),
        (
            "see https://a.example/long now",
            28,
            "see https://a.example/long …",
        ),
        ("<@123456789012345678> hi", 20, "…"),
        ("Z\u{0351}\u{036B}abc", 4, "Z\u{0351}\u{036B}…"),
        ("Z\u{0351}\u{036B}abc", 3, "…"),
        ("👩\u{200D}🚀👩\u{200D}🚀", 5, "👩\u{200D}🚀…"),
    ] {
        assert_eq!(cut(text, most), expected, "{text} to {most}");
    }
    assert_eq!(
        as_typed("https://b.example/ccc…"),
        "<https://b.example/ccc>…"
    );
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
    fn a_cut_text_stays_within_the_limit(text in "[*a@]{0,60}|.{0,60}", most in 0_usize..50) {
        prop_assert!(plain_within(&text, most).chars().count() <= most);
        prop_assert!(as_typed_within(&text, most).chars().count() <= most);
    }

    #[test]
    fn pages_contain_every_letter_once_within_the_limit(
        text in "([a*@. \n1-]|https://a\\.example/x_ |🦀){0,80}",
        most in 40_usize..60,
    ) {
        let pages = pages(&text, most);
        for page in &pages {
            prop_assert!(page.chars().count() <= most, "{page:?}");
        }
        let drawn = |text: &str| drawn(text).replace(['<', '>'], "");
        let all: String = pages.iter().map(|page| drawn(page)).collect();
        prop_assert_eq!(all, drawn(&text));
    }
}
