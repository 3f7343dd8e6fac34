//! What people read about contacts. The card is that of `/person`.

pub(super) mod imported;

use poise::serenity_prelude::{CreateActionRow, CreateButton, CreateInputText, CreateModal};

use super::{Contact, DetailsError, MOST, NAME, read_details};
use crate::calendar::YearlyDay;
use crate::discord::custom_id::CustomId as _;
use crate::discord::names::PersonName;
use crate::discord::reply::{Reply, button, main_button, short_input};
use crate::discord::text::{cut, plain};
use crate::errors::Refusal;
use crate::interaction::press::Press;
use crate::language::{Argument, Language, Text, text, tr};
use crate::people::action::Action;
use crate::people::{CardStep, ContactDetails, ContactStep, Filter, Show};
use crate::when::Order;

/// The inputs of the form.
const FORM_NAME: &str = "name";
const FORM_ORG: &str = "org";
const FORM_BIRTHDAY: &str = "birthday";

/// The most characters of a written birthday.
const BIRTHDAY: u16 = 40;

/// How much of a text that means nobody is repeated.
const TYPED: usize = 60;

/// The form with what is kept about a contact.
pub(super) fn form(contact: &Contact, language: Language) -> CreateModal {
    let name = &contact.details.name;
    let birthday = contact.details.birthday;
    let birthday = birthday.map(|it| it.in_words(language));
    let most = u16::try_from(NAME).unwrap_or(u16::MAX);
    let input = |id, label: String, value: &str, most| {
        let input = short_input(id, &label).max_length(most);
        if value.is_empty() {
            input
        } else {
            input.value(value)
        }
    };
    let inputs = [
        input(
            FORM_NAME,
            tr!(language, "contact-form-name"),
            &name.shown,
            most,
        ),
        input(
            FORM_ORG,
            tr!(language, "contact-form-org"),
            &name.username,
            most,
        )
        .required(false),
        input(
            FORM_BIRTHDAY,
            tr!(language, "contact-form-birthday"),
            &birthday.unwrap_or_default(),
            BIRTHDAY,
        )
        .placeholder(tr!(
            language,
            "contact-form-birthday-hint",
            day = YearlyDay::EXAMPLE.in_words(language)
        ))
        .required(false),
    ];
    let action = Action::OnContact {
        contact: contact.id,
        step: ContactStep::Save,
    };
    CreateModal::new(action.encode(), tr!(language, "contact-form"))
        .components(inputs.into_iter().map(row).collect())
}

fn row(input: CreateInputText) -> CreateActionRow {
    CreateActionRow::InputText(input)
}

/// What the member wrote into [`form`].
pub(super) fn written(press: &Press<'_>) -> Result<ContactDetails, Refusal> {
    let [name, org, birthday] =
        [FORM_NAME, FORM_ORG, FORM_BIRTHDAY].map(|it| press.written(it).unwrap_or_default());
    let language = press.language();
    read_details(name, org, birthday, Order::of(language))
        .map_err(|error| bad_details(&error, language))
}

/// Asks whether to remove the contact.
#[must_use]
pub(super) fn ask_remove(contact: &Contact, language: Language) -> Reply {
    let id = contact.id;
    let yes = Action::OnContact {
        contact: id,
        step: ContactStep::Remove,
    };
    let no = Action::OnCard {
        other: id,
        step: CardStep::Show,
    };
    let name = &contact.details.name;
    Reply::new(tr!(language, "contact-remove-question", name)).buttons(vec![
        main_button(&yes, tr!(language, "contact-remove-yes")),
        button(&no, tr!(language, "contact-remove-no")),
    ])
}

/// The contact is removed.
#[must_use]
pub(super) fn removed(contact: &Contact, language: Language) -> Reply {
    let name = &contact.details.name;
    Reply::new(tr!(language, "contact-removed", name)).buttons(vec![all_contacts(language)])
}

/// The button that shows all contacts.
fn all_contacts(language: Language) -> CreateButton {
    let all = Action::ShowPeoplePage {
        filter: Filter {
            show: Show::Contacts,
            kind: None,
        },
        page: 1,
    };
    button(&all, tr!(language, "contact-all"))
}

/// Refuses words that mean no contact.
#[must_use]
pub(super) fn unknown(typed: &str) -> Refusal {
    let typed = plain(&cut(typed.trim(), TYPED));
    Refusal::new(text!("contact-unknown", typed))
}

/// Refuses a name that several contacts have.
#[must_use]
pub(super) fn several(typed: &str, several: &[&Contact]) -> Refusal {
    let typed = plain(&cut(typed.trim(), TYPED));
    let mut labels: Vec<_> = several.iter().map(|it| it.label()).collect();
    labels.sort_unstable();
    let contacts = labels.iter().map(|it| plain(it).into());
    let contacts = Argument::List(contacts.collect());
    Refusal::new(text!("contact-several", typed, contacts))
}

/// Refuses a contact that could not be told apart from another.
#[must_use]
pub(super) fn namesake(name: &PersonName) -> Refusal {
    Refusal::new(text!("contact-namesake", name))
}

/// Refuses more contacts than Rapport keeps.
#[must_use]
pub(super) fn full() -> Refusal {
    Refusal::new(text!("contact-full", most = MOST))
}

/// Refuses what can't be noted about a contact.
#[must_use]
pub(super) fn bad_details(error: &DetailsError, language: Language) -> Refusal {
    Refusal::new(bad_details_text(error, language))
}

/// Why it can't be noted.
fn bad_details_text(error: &DetailsError, language: Language) -> Text {
    match error {
        DetailsError::NoName => text!("contact-name-empty"),
        DetailsError::LongName { by } => text!("contact-name-too-long", most = NAME, by = *by),
        DetailsError::LongOrg { by } => text!("contact-org-too-long", most = NAME, by = *by),
        DetailsError::Birthday(typed, error) => {
            let typed = plain(&cut(typed.trim(), TYPED));
            error.sentence(&typed, language)
        }
    }
}
