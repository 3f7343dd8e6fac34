//! Files as programs write them.

use chrono::Datelike as _;

use super::*;
use crate::contacts::MOST;
use crate::ids::PersonId;

fn reader() -> Reader {
    Reader {
        zone: "Europe/Berlin".parse().unwrap(),
        language: Language::German,
        now: "2026-11-23T09:00:00Z".parse().unwrap(),
        team_began: "2026-01-01T00:00:00Z".parse().unwrap(),
    }
}

fn understood(file: &str) -> Understood {
    read(&rows(file.as_bytes()).unwrap(), &[], &reader())
}

/// Name, organisation and birthday of each contact.
fn shown(file: &str) -> Vec<String> {
    let shown = |it: Imported| {
        let ContactDetails { name, birthday } = it.details;
        let birthday = birthday.map(|day| day.to_string()).unwrap_or_default();
        format!("{}|{}|{birthday}", name.shown, name.username)
    };
    let read = understood(file);
    assert_eq!(read.bad, [], "{file}");
    read.new.into_iter().map(shown).collect()
}

#[test]
fn tables_of_google_outlook_and_spreadsheets_are_read() {
    for (file, expected) in [
        (
            "First Name,Middle Name,Last Name,Organization Name,Birthday,E-mail 1 - Value\n\
             Ada,,Lovelace,Acme,1815-12-10,ada@example.org\nGrace,Brewster,Hopper,,--12-09,\n",
            vec!["Ada Lovelace|Acme|12-10", "Grace Brewster Hopper||12-09"],
        ),
        (
            "Name,Given Name,Family Name,Organization 1 - Name,Birthday\r\n\
             Ada Lovelace,Ada,Lovelace,\"Acme, Inc.\",\r\n",
            vec!["Ada Lovelace|Acme, Inc.|"],
        ),
        (
            "\u{FEFF}Vorname;Nachname;Firma;Geburtstag\nAda;Lovelace;Acme;10.12.1815\n;;;\n",
            vec!["Ada Lovelace|Acme|12-10"],
        ),
        (
            "Name;Organisation;Geburtstag\nAda;Acme;3. Dezember\n",
            vec!["Ada|Acme|12-03"],
        ),
        (
            "prénom;nom;société\nAda;Lovelace;Acme\n",
            vec!["Ada Lovelace|Acme|"],
        ),
        ("Nombre\tEmpresa\nAda\tAcme\n", vec!["Ada|Acme|"]),
        ("名前,会社\n王小明,Acme\n", vec!["王小明|Acme|"]),
    ] {
        assert_eq!(shown(file), expected, "{file}");
    }
}

#[test]
fn vcards_of_every_version_are_read() {
    let file = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nN:Lovelace;Ada;;;\r\n\
                ORG:Acme\\, Inc.;Engines\r\nBDAY:1815-12-10\r\nEND:VCARD\r\n\
                BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Grace Hopper\r\nBDAY:--1209\r\nEND:VCARD\r\n\
                begin:vcard\r\nVERSION:2.1\r\nN:Müller;Jürgen\r\nBDAY:19800229\r\nend:vcard\r\n";
    assert_eq!(
        shown(file),
        [
            "Ada Lovelace|Acme, Inc.|12-10",
            "Grace Hopper||12-09",
            "Jürgen Müller||02-29"
        ]
    );
}

#[test]
fn quoted_letters_of_old_vcards_are_read_or_their_line_is_named() {
    let file = "BEGIN:VCARD\r\nVERSION:2.1\r\n\
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BC=\r\nrgen;;;\r\n\
                FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen=20=\r\nM=C3=BCller\r\n\
                ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9=3B Bar;Engines\r\n\
                PHOTO;ENCODING=BASE64:aGVsbG8=\r\n\
                BDAY:19800229\r\nEND:VCARD\r\n";
    assert_eq!(shown(file), ["Jürgen Müller|Café; Bar|02-29"]);
    let latin = "BEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\n\
                 FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=FCrgen\nEND:VCARD\n";
    let read = understood(latin);
    assert_eq!((read.new.len(), read.bad.len()), (1, 1));
    assert_eq!(read.bad[0].0, 4);
}

#[test]
fn a_column_that_shows_its_order_decides_what_can_mean_two_days() {
    let file = "Name,Birthday\nAda,12/3/1985\nGrace,2/28/1985\n";
    assert_eq!(shown(file), ["Ada||12-03", "Grace||02-28"]);
    let file = "Name,Birthday\nAda,12/3/1985\nGrace,28/2/1985\n";
    assert_eq!(shown(file), ["Ada||03-12", "Grace||02-28"]);
    let file = "Name,Birthday\nAda,12/3/1985\n";
    assert_eq!(understood(file).bad.len(), 1);
}

#[test]
fn bad_lines_are_named_by_their_numbers() {
    let file = "Name,Birthday,Last talk\n\"Ada\nLovelace\",,\n,1 May,\nIda,30.2.,\n\nJoan,,31.12.2026\nMax,,gestern\n";
    let read = understood(file);
    let lines: Vec<_> = read.bad.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [4, 5, 7]);
    assert_eq!(read.bad[0].1, BadLine::Details(DetailsError::NoName));
    assert!(matches!(
        read.bad[2].1,
        BadLine::LastTalk(WhenError::Future { .. })
    ));
    assert_eq!(read.new.len(), 2);
    let talked = read.new[1].last_talk.as_ref().unwrap().at;
    assert_eq!(talked.day(), 22);
    let cards = "BEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\nORG:Acme\nEND:VCARD\n";
    assert_eq!(understood(cards).bad[0].0, 4);
}

#[test]
fn contacts_that_are_there_already_are_left_out() {
    let known = [Contact {
        id: PersonId(-1),
        details: read_details("ada", "ACME", "", Order::Unclear).unwrap(),
    }];
    let rows = rows(b"name,org\nAda,Acme\nAda,Initech\nAda,Initech\n").unwrap();
    let read = read(&rows, &known, &reader());
    assert_eq!((read.new.len(), read.known, read.bad.len()), (1, 2, 0));
}

#[test]
fn a_file_that_is_none_says_why() {
    let many: Vec<_> = (0..=MOST).map(|number| format!("P{number}")).collect();
    let many = format!("name\n{}\n", many.join("\n"));
    for (file, error) in [
        (&b""[..], FileError::Empty),
        (b"name\n", FileError::Empty),
        (b"colour,size\nred,5\n", FileError::Unknown),
        (b"\x89PNG\r\n\x1a\n", FileError::Encoding),
        (b"name\nJ\xFCrgen\n", FileError::Encoding),
        (b"\xFF\xFEn\0a\0m\0e\0", FileError::Encoding),
        (b"n\0a\0m\0e\0", FileError::Encoding),
        (many.as_bytes(), FileError::TooMany(MOST + 1)),
    ] {
        assert_eq!(rows(file), Err(error));
    }
}

proptest::proptest! {
    #[test]
    fn no_file_makes_the_reader_fail(file in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
        if let Ok(rows) = rows(&file) {
            let _ = read(&rows, &[], &reader());
        }
    }

    #[test]
    fn no_table_and_no_card_makes_the_reader_fail(text in "(name[,;]birthday|BEGIN:VCARD)\n(\\PC|[\n,;:\"]){0,200}") {
        if let Ok(rows) = rows(text.as_bytes()) {
            let _ = read(&rows, &[], &reader());
        }
    }
}
