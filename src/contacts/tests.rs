//! The rules of contacts.

use super::birthday::BirthdayError;
use super::*;
use crate::calendar::YearlyDay;
use crate::contacts::action::Action;
use crate::discord::custom_id::CustomId as _;
use crate::ids::InteractionId;
use crate::people::ContactStep;
use crate::people::action::Action as OnCard;

fn contact(id: i64, name: &str, org: &str) -> Contact {
    let details = read_details(name, org, "", Order::Unclear).unwrap();
    Contact {
        id: PersonId(id),
        details,
    }
}

#[test]
fn what_a_member_writes_is_tidied_and_checked() {
    let read = read_details("  Ada \n Lovelace ", " ", "3 Dec", Order::Unclear).unwrap();
    assert_eq!(
        (&*read.name.shown, &*read.name.username),
        ("Ada Lovelace", "")
    );
    assert_eq!(read.birthday, YearlyDay::new(12, 3));
    let long = "x".repeat(NAME + 2);
    for (name, org, birthday, error) in [
        ("\u{200B} ", "", "", DetailsError::NoName),
        (&*long, "", "", DetailsError::LongName { by: 2 }),
        ("Ada", &*long, "", DetailsError::LongOrg { by: 2 }),
        (
            "Ada",
            "",
            "30 Feb",
            DetailsError::Birthday("30 Feb".to_owned(), BirthdayError::NoSuchDay),
        ),
    ] {
        assert_eq!(
            read_details(name, org, birthday, Order::Unclear),
            Err(error)
        );
    }
}

#[test]
fn a_contact_is_meant_by_id_by_label_and_by_name() {
    let all = [
        contact(-1, "Ada Lovelace", "Acme"),
        contact(-2, "Ada Lovelace", "Initech"),
        contact(-3, "Grace", ""),
        contact(-4, "Grace", "Navy"),
    ];
    assert_eq!(meant(&all, "-2"), Meant::One(&all[1]));
    assert_eq!(meant(&all, "ada lovelace (ACME)"), Meant::One(&all[0]));
    assert_eq!(
        meant(&all, "grace"),
        Meant::One(&all[2]),
        "the label is meant first"
    );
    assert_eq!(
        meant(&all, "Ada Lovelace"),
        Meant::Several(vec![&all[0], &all[1]])
    );
    assert_eq!(meant(&all, "Bob"), Meant::Nobody);
    assert_eq!(meant(&all, "-9"), Meant::Nobody);
}

#[test]
fn names_that_begin_with_the_typed_letters_are_offered_first() {
    let all = [
        contact(-1, "Joan", "Ada Foundation"),
        contact(-2, "Ada", ""),
        contact(-3, "Bob", ""),
    ];
    assert_eq!(offered(&all, "ADA"), [&all[1], &all[0]]);
    assert_eq!(offered(&all, "").len(), 3);
    let many: Vec<_> = (1..40)
        .map(|id| contact(-id, &format!("P{id}"), ""))
        .collect();
    assert_eq!(offered(&many, "p").len(), OFFERED);
}

#[test]
fn namesakes_differ_in_nothing_that_readers_see() {
    let ada = contact(-1, "Ada", "Acme").details.name;
    assert!(are_namesakes(
        &ada,
        &contact(-2, "ADA", "acme").details.name
    ));
    assert!(!are_namesakes(&ada, &contact(-2, "Ada", "").details.name));
}

/// What is out there on messages must mean the same for ever.
#[test]
fn posted_buttons_keep_their_meaning() {
    for (custom_id, step) in [
        ("1:contact-edit:-5", ContactStep::Edit),
        ("1:contact-save:-5", ContactStep::Save),
        ("1:contact-ask-remove:-5", ContactStep::AskRemove),
        ("1:contact-remove:-5", ContactStep::Remove),
    ] {
        let contact = PersonId(-5);
        let meaning = OnCard::OnContact { contact, step };
        assert_eq!(OnCard::decode(custom_id), Some(meaning.clone()));
        assert_eq!(meaning.encode(), custom_id);
    }
    let file = InteractionId(8);
    for (custom_id, meaning) in [
        ("1:import-add:8", Action::AddImported(file)),
        ("1:import-drop:8", Action::DropImported(file)),
    ] {
        assert_eq!(Action::decode(custom_id), Some(meaning));
        assert_eq!(meaning.encode(), custom_id);
    }
}
