//! Each language's words, as people type them.

use strum::IntoEnumIterator as _;

use super::*;
use crate::when::autocomplete::{common, more, with_number};

/// Checks each phrase on the Friday, 27 November 2026, 15:30 in Berlin.
fn check_in(language: Language, table: &[(&str, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .map(|(text, expected)| (text, understood_in(language, text, FRIDAY), *expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{language:?}: {wrong:#?}");
}

#[test]
fn german_is_read() {
    check_in(
        Language::German,
        &[
            ("gerade eben", "2026-11-27 15:30 Time"),
            ("heute", "2026-11-27 12:00 Day"),
            ("heute früh", "2026-11-27 09:00 Day"),
            ("heute Morgen", "2026-11-27 09:00 Day"),
            ("heute Abend", "future 2026-11-27 19:00"),
            ("Gestern", "2026-11-26 12:00 Day"),
            ("gestern um 9", "2026-11-26 09:00 Time"),
            ("gestern um 9 Uhr", "2026-11-26 09:00 Time"),
            ("gestern 14 Uhr 30", "2026-11-26 14:30 Time"),
            ("gestern gegen halb zehn", "2026-11-26 09:30 Time"),
            ("gestern Abend um 8", "2026-11-26 20:00 Time"),
            ("gestern morgen", "2026-11-26 09:00 Day"),
            ("morgen", "future 2026-11-28 12:00"),
            ("vorgestern", "2026-11-25 12:00 Day"),
            ("letzten Freitag", "2026-11-20 12:00 Day"),
            ("am Freitag", "2026-11-27 12:00 Day"),
            ("am Mo", "2026-11-23 12:00 Day"),
            ("Do.", "2026-11-26 12:00 Day"),
            ("Montag letzte Woche", "2026-11-16 12:00 Day"),
            ("letzte Woche", "2026-11-20 12:00 Day"),
            ("letzten Monat", "2026-10-27 12:00 Day"),
            ("vor 3 Tagen", "2026-11-24 12:00 Day"),
            ("vor drei Tagen um 9", "2026-11-24 09:00 Time"),
            ("vor einer Woche", "2026-11-20 12:00 Day"),
            ("vor einem Monat", "2026-10-27 12:00 Day"),
            ("vor ein paar Tagen", "2026-11-24 12:00 Day"),
            ("vor einer halben Stunde", "2026-11-27 15:00 Time"),
            ("vor 1,5 Stunden", "2026-11-27 14:00 Time"),
            ("vor anderthalb Stunden", "2026-11-27 14:00 Time"),
            ("vor 2 Std.", "2026-11-27 13:30 Time"),
            ("vor etwa 2 Wochen", "2026-11-13 12:00 Day"),
            ("vor ner Woche", "2026-11-20 12:00 Day"),
            ("das war am Freitag", "2026-11-27 12:00 Day"),
            ("gestern in der Mittagspause", "2026-11-26 12:00 Day"),
            ("am 20. letzten Monats", "2026-10-20 12:00 Day"),
            ("20. November", "2026-11-20 12:00 Day"),
            ("am 20. Nov. um 14:00", "2026-11-20 14:00 Time"),
            ("20.Nov", "2026-11-20 12:00 Day"),
            ("20.11.", "2026-11-20 12:00 Day"),
            ("Fr, 20. Nov 2026", "2026-11-20 12:00 Day"),
            ("3. März", "2026-03-03 12:00 Day"),
            ("3. maerz 2026", "2026-03-03 12:00 Day"),
            ("5/11", "2026-11-05 12:00 Day"),
            ("9 Uhr", "2026-11-27 09:00 Time"),
            ("vor vor", "unreadable"),
            ("gestern Bananen", "unreadable"),
            ("in 3 Tagen", "future 2026-11-30 12:00"),
            ("gestern 25 Uhr", "unreadable"),
        ],
    );
}

#[test]
fn french_is_read() {
    check_in(
        Language::French,
        &[
            ("à l'instant", "2026-11-27 15:30 Time"),
            ("aujourd’hui", "2026-11-27 12:00 Day"),
            ("ce matin", "2026-11-27 09:00 Day"),
            ("ce soir", "future 2026-11-27 19:00"),
            ("hier", "2026-11-26 12:00 Day"),
            ("hier soir", "2026-11-26 19:00 Day"),
            ("hier après-midi", "2026-11-26 15:00 Day"),
            ("hier à midi", "2026-11-26 12:00 Time"),
            ("hier à 9h", "2026-11-26 09:00 Time"),
            ("hier à 14h30", "2026-11-26 14:30 Time"),
            ("hier 14 h 30", "2026-11-26 14:30 Time"),
            ("hier vers 9 heures et demie", "2026-11-26 09:30 Time"),
            ("hier à 9h du soir", "2026-11-26 21:00 Time"),
            ("14h30", "2026-11-27 14:30 Time"),
            ("avant-hier", "2026-11-25 12:00 Day"),
            ("demain", "future 2026-11-28 12:00"),
            ("vendredi dernier", "2026-11-20 12:00 Day"),
            ("lundi", "2026-11-23 12:00 Day"),
            ("mar", "2026-11-24 12:00 Day"),
            ("lundi de la semaine dernière", "2026-11-16 12:00 Day"),
            ("la semaine derniere", "2026-11-20 12:00 Day"),
            ("le mois dernier", "2026-10-27 12:00 Day"),
            ("il y a 3 jours", "2026-11-24 12:00 Day"),
            ("Il y a trois jours à 9h", "2026-11-24 09:00 Time"),
            ("y a 2 semaines", "2026-11-13 12:00 Day"),
            ("il y a sept jours", "2026-11-20 12:00 Day"),
            ("il y a une heure", "2026-11-27 14:30 Time"),
            ("il y a une heure et demie", "2026-11-27 14:00 Time"),
            ("il y a une demi-heure", "2026-11-27 15:00 Time"),
            ("il y a 3h", "2026-11-27 12:30 Time"),
            ("il y a quelques jours", "2026-11-24 12:00 Day"),
            ("le 20", "2026-11-20 12:00 Day"),
            ("le 20 novembre", "2026-11-20 12:00 Day"),
            ("le 1er novembre", "2026-11-01 12:00 Day"),
            ("20 nov. à 14h", "2026-11-20 14:00 Time"),
            ("ven. 20 nov. 2026", "2026-11-20 12:00 Day"),
            ("5 sept", "2026-09-05 12:00 Day"),
            ("5 août", "2026-08-05 12:00 Day"),
            ("20/11", "2026-11-20 12:00 Day"),
            ("5/11/2026", "2026-11-05 12:00 Day"),
            ("le le", "unreadable"),
            ("hier bananes", "unreadable"),
            ("dans 3 jours", "future 2026-11-30 12:00"),
            ("jeu. 20 nov.", "unreadable"),
        ],
    );
}

#[test]
fn spanish_is_read() {
    check_in(
        Language::Spanish,
        &[
            ("ahora", "2026-11-27 15:30 Time"),
            ("hoy", "2026-11-27 12:00 Day"),
            ("esta mañana", "2026-11-27 09:00 Day"),
            ("esta noche", "future 2026-11-27 19:00"),
            ("ayer", "2026-11-26 12:00 Day"),
            ("ayer a las 9", "2026-11-26 09:00 Time"),
            ("ayer a la 1", "2026-11-26 01:00 Time"),
            ("ayer por la mañana", "2026-11-26 09:00 Day"),
            ("ayer por la tarde", "2026-11-26 15:00 Day"),
            ("ayer a las 9 de la noche", "2026-11-26 21:00 Time"),
            ("ayer a las 8 de la tarde", "2026-11-26 20:00 Time"),
            ("ayer a las 9 y media", "2026-11-26 09:30 Time"),
            ("ayer 14:30 h", "2026-11-26 14:30 Time"),
            ("ayer a las 3 p. m.", "2026-11-26 15:00 Time"),
            ("ayer al mediodia", "2026-11-26 12:00 Time"),
            ("anoche", "2026-11-26 21:00 Day"),
            ("anteayer", "2026-11-25 12:00 Day"),
            ("mañana", "future 2026-11-28 12:00"),
            ("mañana por la mañana", "future 2026-11-28 09:00"),
            ("el viernes pasado", "2026-11-20 12:00 Day"),
            ("el lunes", "2026-11-23 12:00 Day"),
            ("mar", "2026-11-24 12:00 Day"),
            ("el último sabado", "2026-11-21 12:00 Day"),
            ("el lunes de la semana pasada", "2026-11-16 12:00 Day"),
            ("la semana pasada", "2026-11-20 12:00 Day"),
            ("el mes pasado", "2026-10-27 12:00 Day"),
            ("hace 3 dias", "2026-11-24 12:00 Day"),
            ("hace tres días a las 9", "2026-11-24 09:00 Time"),
            ("3 días atrás", "2026-11-24 12:00 Day"),
            ("hace un día", "2026-11-26 12:00 Day"),
            ("hace una semana", "2026-11-20 12:00 Day"),
            ("hace un par de semanas", "2026-11-13 12:00 Day"),
            ("hace media hora", "2026-11-27 15:00 Time"),
            ("hace una hora y media", "2026-11-27 14:00 Time"),
            ("el 20", "2026-11-20 12:00 Day"),
            ("el día 20", "2026-11-20 12:00 Day"),
            ("20 de noviembre", "2026-11-20 12:00 Day"),
            ("el 20 de noviembre de 2026", "2026-11-20 12:00 Day"),
            ("5 mar", "2026-03-05 12:00 Day"),
            ("3 ago", "2026-08-03 12:00 Day"),
            ("5/11", "2026-11-05 12:00 Day"),
            ("hace", "unreadable"),
            ("ayer plátanos", "unreadable"),
            ("dentro de 3 días", "future 2026-11-30 12:00"),
            ("en 3 días", "future 2026-11-30 12:00"),
        ],
    );
}

#[test]
fn portuguese_is_read() {
    check_in(
        Language::Portuguese,
        &[
            ("agora", "2026-11-27 15:30 Time"),
            ("hoje", "2026-11-27 12:00 Day"),
            ("hoje de manhã", "2026-11-27 09:00 Day"),
            ("hoje à noite", "future 2026-11-27 19:00"),
            ("ontem", "2026-11-26 12:00 Day"),
            ("ontem às 9", "2026-11-26 09:00 Time"),
            ("ontem as 14h", "2026-11-26 14:00 Time"),
            ("ontem às 14h30", "2026-11-26 14:30 Time"),
            ("ontem às 9 e meia", "2026-11-26 09:30 Time"),
            ("ontem às 9 da noite", "2026-11-26 21:00 Time"),
            ("ontem à noite", "2026-11-26 19:00 Day"),
            ("ontem à tarde", "2026-11-26 15:00 Day"),
            ("ontem ao meio-dia", "2026-11-26 12:00 Time"),
            ("anteontem", "2026-11-25 12:00 Day"),
            ("amanhã", "future 2026-11-28 12:00"),
            ("sexta passada", "2026-11-20 12:00 Day"),
            ("sexta-feira", "2026-11-27 12:00 Day"),
            ("na segunda-feira", "2026-11-23 12:00 Day"),
            ("2ª feira", "2026-11-23 12:00 Day"),
            ("ter", "2026-11-24 12:00 Day"),
            ("sábado passado", "2026-11-21 12:00 Day"),
            ("última quinta", "2026-11-26 12:00 Day"),
            ("segunda da semana passada", "2026-11-16 12:00 Day"),
            ("semana passada", "2026-11-20 12:00 Day"),
            ("mes passado", "2026-10-27 12:00 Day"),
            ("há 3 dias", "2026-11-24 12:00 Day"),
            ("3 dias atrás", "2026-11-24 12:00 Day"),
            ("há três dias atrás", "2026-11-24 12:00 Day"),
            ("um dia atrás", "2026-11-26 12:00 Day"),
            ("faz uma semana", "2026-11-20 12:00 Day"),
            ("dez dias atrás", "2026-11-17 12:00 Day"),
            ("há meia hora", "2026-11-27 15:00 Time"),
            ("há uma hora e meia", "2026-11-27 14:00 Time"),
            ("dia 20", "2026-11-20 12:00 Day"),
            ("no dia 20 às 9h", "2026-11-20 09:00 Time"),
            ("20 de novembro", "2026-11-20 12:00 Day"),
            ("20 de nov. de 2026", "2026-11-20 12:00 Day"),
            ("5 dez", "2025-12-05 12:00 Day"),
            ("1º de março", "2026-03-01 12:00 Day"),
            ("05/11/2026", "2026-11-05 12:00 Day"),
            ("há uns 3 dias", "2026-11-24 12:00 Day"),
            ("há uns dias", "2026-11-24 12:00 Day"),
            ("há cerca de 2 semanas", "2026-11-13 12:00 Day"),
            ("ontem depois do almoço", "2026-11-26 15:00 Day"),
            ("primeiro de março", "2026-03-01 12:00 Day"),
            ("segunda desta semana", "2026-11-23 12:00 Day"),
            ("há", "unreadable"),
            ("ontem bananas", "unreadable"),
            ("daqui a 3 dias", "future 2026-11-30 12:00"),
            ("em 3 dias", "future 2026-11-30 12:00"),
        ],
    );
}

#[test]
fn japanese_is_read() {
    check_in(
        Language::Japanese,
        &[
            ("たった今", "2026-11-27 15:30 Time"),
            ("今日", "2026-11-27 12:00 Day"),
            ("今朝", "2026-11-27 09:00 Day"),
            ("今夜", "future 2026-11-27 21:00"),
            ("昨日", "2026-11-26 12:00 Day"),
            ("きのう", "2026-11-26 12:00 Day"),
            ("昨日の14時", "2026-11-26 14:00 Time"),
            ("昨日14時30分", "2026-11-26 14:30 Time"),
            ("昨日の９時半ごろ", "2026-11-26 09:30 Time"),
            ("昨日の午後3時", "2026-11-26 15:00 Time"),
            ("昨日の午後", "2026-11-26 15:00 Day"),
            ("昨日 14:30", "2026-11-26 14:30 Time"),
            ("昨日　１４：３０", "2026-11-26 14:30 Time"),
            ("昨日の夜9時", "2026-11-26 21:00 Time"),
            ("昨夜", "2026-11-26 21:00 Day"),
            ("一昨日", "2026-11-25 12:00 Day"),
            ("おととい", "2026-11-25 12:00 Day"),
            ("明日", "future 2026-11-28 12:00"),
            ("金曜日", "2026-11-27 12:00 Day"),
            ("月曜", "2026-11-23 12:00 Day"),
            ("日", "2026-11-22 12:00 Day"),
            ("前の金曜日", "2026-11-20 12:00 Day"),
            ("先週の金曜日", "2026-11-20 12:00 Day"),
            ("先週の月曜日", "2026-11-16 12:00 Day"),
            ("先週", "2026-11-20 12:00 Day"),
            ("先々週", "2026-11-13 12:00 Day"),
            ("先月", "2026-10-27 12:00 Day"),
            ("先月の20日", "2026-10-20 12:00 Day"),
            ("3日前", "2026-11-24 12:00 Day"),
            ("３日前", "2026-11-24 12:00 Day"),
            ("三日前の9時", "2026-11-24 09:00 Time"),
            ("1週間前", "2026-11-20 12:00 Day"),
            ("数日前", "2026-11-24 12:00 Day"),
            ("2ヶ月前", "2026-09-27 12:00 Day"),
            ("30分前", "2026-11-27 15:00 Time"),
            ("1時間半前", "2026-11-27 14:00 Time"),
            ("20日", "2026-11-20 12:00 Day"),
            ("11月20日", "2026-11-20 12:00 Day"),
            ("１１月２０日", "2026-11-20 12:00 Day"),
            ("2026年11月20日(金)14時30分", "2026-11-20 14:30 Time"),
            ("11/5", "2026-11-05 12:00 Day"),
            ("9時", "2026-11-27 09:00 Time"),
            ("今月の20日", "2026-11-20 12:00 Day"),
            ("2、3日前", "2026-11-25 12:00 Day"),
            ("ひと月前", "2026-10-27 12:00 Day"),
            ("昨日の9時から", "2026-11-26 09:00 Time"),
            ("こないだの月曜", "2026-11-23 12:00 Day"),
            ("昨日バナナ", "unreadable"),
            ("3日後", "future 2026-11-30 12:00"),
            ("13月20日", "unreadable"),
            ("25時", "unreadable"),
        ],
    );
}

#[test]
fn english_is_read_beside_every_language() {
    for language in Language::iter() {
        check_in(
            language,
            &[
                ("yesterday at 9", "2026-11-26 09:00 Time"),
                ("last friday", "2026-11-20 12:00 Day"),
                ("3 days ago", "2026-11-24 12:00 Day"),
                ("2026-11-20T14:00", "2026-11-20 14:00 Time"),
                ("monday 9 am", "2026-11-23 09:00 Time"),
                ("blursday", "unreadable"),
                ("", "unreadable"),
            ],
        );
    }
    // Its words are German alone.
    check_in(Language::French, &[("gestern", "unreadable")]);
}

#[test]
fn every_language_offers_phrases_that_mean_what_the_english_ones_mean() {
    let phrases = |language| {
        let numbers = [1, 2, 5, 11, 20].map(|count| with_number(count, language));
        [common(language), more(language), numbers.concat()].concat()
    };
    let read = |text: &str, language| understand(text, at(FRIDAY), berlin(), since(), language);
    for language in Language::iter() {
        for (english, own) in phrases(Language::English).iter().zip(phrases(language)) {
            let (wanted, found) = (read(english, Language::English), read(&own, language));
            let is_nonsense = matches!(wanted, Err(WhenError::Unreadable { .. }));
            assert!(
                is_nonsense || wanted == found,
                "{own}: {found:?} is not {english}"
            );
        }
    }
}

#[test]
fn what_a_refusal_suggests_is_read() {
    let quotes = ['"', '„', '“', '”', '«', '»', '「', '」'];
    for language in Language::iter() {
        let refused = understand("?", at(FRIDAY), berlin(), since(), language).unwrap_err();
        let sentence = refused.sentence(language).to(language);
        let mut suggested = Vec::new();
        for quoted in sentence.split(quotes).map(str::trim) {
            if understood_in(language, quoted, FRIDAY).starts_with("2026-11-2") {
                suggested.push(quoted);
            }
        }
        assert_eq!(suggested.len(), 5, "{sentence}: {suggested:?}");
    }
}

fn labels_in(language: Language, typed: &str) -> Vec<String> {
    let offered = completions(typed, at(FRIDAY), berlin(), since(), language);
    offered.into_iter().map(|it| it.label).collect()
}

#[test]
fn completions_are_in_the_language_of_the_reader() {
    for (language, typed, first) in [
        (
            Language::German,
            "",
            "gerade eben · Fr, 27. Nov 2026, 15:30",
        ),
        (Language::German, "gest", "gestern · Do, 26. Nov 2026"),
        (Language::German, "3 t", "vor 3 Tagen · Di, 24. Nov 2026"),
        (Language::German, "yest", "yesterday · Do, 26. Nov 2026"),
        (Language::French, "avant", "avant-hier · mer. 25 nov. 2026"),
        (Language::French, "3", "il y a 3 jours · mar. 24 nov. 2026"),
        (
            Language::Spanish,
            "el vi",
            "el viernes pasado · vie 20 nov 2026",
        ),
        (Language::Portuguese, "ha 3", "há 3 dias · ter 24 nov 2026"),
        (
            Language::Portuguese,
            "20",
            "20 de janeiro · ter 20 jan 2026",
        ),
        (Language::Japanese, "昨", "昨日 · 2026年11月26日(木)"),
        (Language::Japanese, "おと", "おととい · 2026年11月25日(水)"),
        (Language::Japanese, "３", "3日前 · 2026年11月24日(火)"),
    ] {
        let labels = labels_in(language, typed);
        assert!(
            labels.iter().any(|it| it == first),
            "{language:?} {typed:?}: {labels:#?}"
        );
    }
}
