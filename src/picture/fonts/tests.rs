use super::*;

fn draws(fonts: &Fonts, text: &str, weight: Weight) -> bool {
    let drawing = crate::picture::canvas::text_alone(text, weight);
    fonts.draws_alone(text, weight) || fonts.lays_out(text, &drawing)
}

/// A machine whose system has the only font with letters.
fn with_letters_of_the_system() -> Fonts {
    let emoji = epaint_default_fonts::NOTO_EMOJI_REGULAR;
    Fonts::new([emoji, emoji], |database| {
        database.load_font_data(notosans::REGULAR_TTF.to_vec());
    })
}

/// A machine with the built-in fonts and a broken one.
fn with_nothing_else() -> Fonts {
    let letters = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
    Fonts::new(letters, |database| {
        database.load_font_data(b"no font at all".to_vec());
    })
}

#[test]
fn the_built_in_fonts_cover_their_scripts() {
    let fonts = with_nothing_else();
    assert_eq!(fonts.database.len(), 3);
    for letter in "Aéđøšţğñþß ΑΩάώ Яїљћѣ Việt €…🎉❤".chars() {
        assert!(fonts.has(letter), "{letter}");
    }
    assert!(!fonts.has('王'));
}

#[test]
fn other_letters_are_drawn_with_a_font_of_the_system() {
    let fonts = with_letters_of_the_system();
    for text in ["Ann", "🌙", "Ann 🌙", "🌙 Ann", "Ąçñ Ελένη"] {
        for weight in [Weight::Regular, Weight::Bold] {
            assert!(draws(&fonts, text, weight), "{text}");
        }
    }
    assert!(fonts.width('W', Weight::Regular) > fonts.width('i', Weight::Regular));
    assert!(fonts.width('i', Weight::Bold) > 0.1);
}

#[test]
fn a_text_with_an_unknown_letter_is_not_drawn() {
    for fonts in [with_letters_of_the_system(), with_nothing_else()] {
        for text in ["王", "Ann 王", "🌙王", "\u{1FAE9}🌙"] {
            assert!(!draws(&fonts, text, Weight::Regular), "{text}");
        }
        assert!(fonts.width('王', Weight::Regular) < 0.01);
    }
}

/// Noto Sans joins f and i; an emoji font does not.
#[test]
fn joined_letters_beside_an_emoji_are_drawn() {
    let fonts = with_nothing_else();
    for text in ["🌙 luna", "🌙 fi", "ffi 🎉 fl", "é🌙Я"] {
        assert!(draws(&fonts, text, Weight::Regular), "{text}");
    }
}

#[test]
fn system_fonts_are_read_when_a_letter_needs_them() {
    let fonts = with_letters_of_the_system();
    assert!(fonts.has('🌙') && draws(&fonts, "🌙", Weight::Regular));
    assert!(fonts.installed.get().is_none());
    assert!(fonts.has('A'));
    assert!(fonts.installed.get().is_some());
}

#[test]
fn texts_are_cut_to_a_width() {
    let whole = width("Alexandra", 30.0, Weight::Regular);
    assert!(whole > 100.0 && whole < 200.0, "{whole}");
    assert!(width("Alexandra", 30.0, Weight::Bold) > whole);
    assert_eq!(cut("Alexandra", 30.0, Weight::Regular, whole), "Alexandra");
    let cut_short = cut("Alexandra Maria", 30.0, Weight::Regular, whole);
    assert!(cut_short.ends_with('…') && cut_short.starts_with("Alexa"));
    assert!(width(&cut_short, 30.0, Weight::Regular) <= whole);
    assert_eq!(cut("Alexandra", 30.0, Weight::Regular, 1.0), "");
}

/// Prints which names this machine can draw: `cargo test draws_names_of_many_scripts -- --ignored`.
#[test]
#[ignore = "depends on the fonts of the machine; a picture in target/, to be looked at by somebody"]
fn draws_names_of_many_scripts() {
    let letters = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
    let fonts = Fonts::new(letters, Database::load_system_fonts);
    let names = [
        "王小明",
        "山田 太郎",
        "김민수",
        "محمد علي",
        "علاء Ann…",
        "हिन्दी शर्मा",
        "สมชาย",
        "דוד כהן",
        "ნინო",
        "🦊🌙",
        "Ann 王 🌙",
        "தமிழ்",
        "Աննա",
    ];
    let mut canvas = crate::picture::Canvas::new(800.0, 1000.0);
    let style = crate::picture::Style::new(40.0, crate::picture::colours::TEXT);
    for (line, name) in (1..).zip(names) {
        let (top, whole) = (f64::from(line) * 70.0, draws(&fonts, name, Weight::Regular));
        canvas.text(20.0, top, style, name);
        canvas.text(500.0, top, style, &whole.to_string());
    }
    let picture = canvas.finish();
    let png = crate::picture::rendered(picture.svg(), &fonts.options(picture.svg())).unwrap();
    std::fs::write(
        concat!(env!("CARGO_MANIFEST_DIR"), "/target/names.png"),
        png,
    )
    .unwrap();
}
