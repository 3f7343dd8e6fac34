//! What people read, as a test reads it.

use rehearsal::{Answer, Modal, Part, Person, Seen};

use super::Harness;

impl Harness {
    /// A message as it reads to whom it was shown: names for mentions, then a line for each row of buttons or select.
    pub(crate) fn read(&self, seen: &Seen) -> String {
        let mut text = self.named(seen);
        for row in &seen.rows {
            let parts = row.iter().map(|part| match part {
                Part::Button(button) if button.disabled => format!("({})", button.label),
                Part::Button(button) => format!("[{}]", button.label),
                Part::Select(select) => {
                    let shown = select.placeholder.as_deref();
                    format!("<{}>", shown.unwrap_or(&select.custom_id))
                }
            });
            text.push('\n');
            text.push_str(&parts.collect::<Vec<_>>().join(" "));
        }
        text
    }

    /// The text of a message with names in place of mentions, for those whose names its reader's
    /// client knows.
    fn named(&self, seen: &Seen) -> String {
        self.rehearsal.look(|world| {
            let known = seen.known.iter().filter_map(|id| world.user(*id));
            known.fold(seen.text(), |text, user| {
                text.replace(&format!("<@{}>", user.id), &format!("@{}", user.username))
            })
        })
    }
}

/// What was read, one after the other.
pub(crate) struct Transcript<'a> {
    harness: &'a Harness,
    all: Vec<String>,
}

impl<'a> Transcript<'a> {
    pub(crate) fn of(harness: &'a Harness) -> Self {
        let all = Vec::new();
        Self { harness, all }
    }

    pub(crate) fn keep(&mut self, seen: &Seen) {
        self.all.push(self.harness.read(seen));
        for file in &seen.files {
            let described = file.description.as_deref().unwrap_or_default();
            self.all
                .push(format!("File: {} ({described})", file.filename));
        }
    }

    pub(crate) async fn types(&mut self, person: &Person, line: &str) -> Seen {
        let seen = person.types(line).await.unwrap().said();
        self.all.push(format!("> {line}"));
        self.keep(&seen);
        seen
    }

    /// What there is to choose from in a message.
    pub(crate) fn keep_choices(&mut self, seen: &Seen) {
        for select in seen.selects().filter(|it| !it.options.is_empty()) {
            let labels: Vec<_> = select.options.iter().map(|it| it.label.as_str()).collect();
            let of = select.placeholder.as_deref().unwrap_or_default();
            self.all.push(format!("<{of}> {}", labels.join(" | ")));
        }
    }

    /// A form, once it is open.
    pub(crate) fn keep_form(&mut self, form: &Modal) {
        self.all.push(format!("Form: {}", form.title));
        for input in &form.inputs {
            let hint = input.placeholder.as_deref().unwrap_or_default();
            self.all.push(format!("{} ({hint})", input.label));
        }
    }

    /// Every sentence; none shouts.
    pub(crate) fn told(self) -> String {
        let told = self.all.join("\n");
        assert!(!told.contains('!'), "{told}");
        told
    }
}

/// Gives kudos; the post that all see, and what the giver alone reads.
pub(crate) async fn give(giver: &Person, line: &str) -> (Seen, Seen) {
    let told = giver.types(line).await.unwrap().said();
    assert!(
        told.ephemeral && told.text().contains("taken back"),
        "{}",
        told.text()
    );
    (last_post(giver), told)
}

/// The newest message in somebody's channel that all see.
pub(crate) fn last_post(person: &Person) -> Seen {
    let mut seen = person.messages();
    seen.retain(|seen| !seen.ephemeral);
    seen.pop().unwrap()
}

/// An answer that must be a message.
pub(crate) trait Said {
    /// The message, new or changed.
    fn said(self) -> Seen;
}

impl Said for Answer {
    #[track_caller]
    fn said(self) -> Seen {
        let shown = format!("{self:?}");
        self.message()
            .unwrap_or_else(|| panic!("not a message: {shown}"))
    }
}
