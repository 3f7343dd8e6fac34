//! Messages as text, for assertions and snapshots.

use rehearsal::{Accessory, Answer, Block, Modal, Part, Person, Picture, Seen};

use super::{Harness, instants};

impl Harness {
    /// A message as its reader sees it, from top to bottom: names for the mentions of people that
    /// the reader's client knows, timestamps in words, a line for each row of components, and
    /// pictures in words.
    pub(crate) fn read(&self, seen: &Seen) -> String {
        let text = shown(&seen.layout).join("\n");
        self.rehearsal.look(|world| {
            let text = instants::written(&text, world.now());
            let known = seen.known.iter().filter_map(|id| world.user(*id));
            known.fold(text, |text, user| {
                text.replace(&format!("<@{}>", user.id), &format!("@{}", user.username))
            })
        })
    }
}

fn shown(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Row(parts) => {
                lines.push(parts.iter().map(part).collect::<Vec<_>>().join(" "));
            }
            Block::Text(text) => lines.push(text.clone()),
            Block::Section { texts, accessory } => {
                lines.push(match accessory {
                    Accessory::Button(button) => part(button),
                    Accessory::Thumbnail(it) => picture(it),
                });
                lines.extend(texts.iter().cloned());
            }
            Block::Gallery(pictures) => lines.extend(pictures.iter().map(picture)),
            Block::File { filename, .. } => lines.push(format!("{{{filename}}}")),
            Block::Separator { .. } => lines.push("---".to_owned()),
            Block::Container { blocks, .. } => lines.extend(shown(blocks)),
        }
    }
    lines
}

fn part(part: &Part) -> String {
    match part {
        Part::Button(button) if button.disabled => format!("({})", button.label),
        Part::Button(button) => format!("[{}]", button.label),
        Part::Select(select) => {
            let shown = select.placeholder.as_deref();
            format!("<{}>", shown.unwrap_or(&select.custom_id))
        }
    }
}

fn picture(picture: &Picture) -> String {
    format!("{{{}}}", picture.description.as_deref().unwrap_or_default())
}

/// What the only picture on a message shows, in words.
pub(crate) fn described(seen: &Seen) -> String {
    let described: Vec<_> = seen.pictures().map(|it| it.description.clone()).collect();
    let [Some(described)] = &described[..] else {
        panic!("not one picture: {described:?}");
    };
    described.clone()
}

/// The messages of a test, in order.
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
    }

    pub(crate) async fn types(&mut self, person: &Person, line: &str) -> Seen {
        let seen = person.types(line).await.unwrap().said();
        self.all.push(format!("> {line}"));
        self.keep(&seen);
        seen
    }

    /// Adds the choices of a message.
    pub(crate) fn keep_choices(&mut self, seen: &Seen) {
        for select in seen.selects().filter(|it| !it.options.is_empty()) {
            let labels: Vec<_> = select.options.iter().map(|it| it.label.as_str()).collect();
            let of = select.placeholder.as_deref().unwrap_or_default();
            self.all.push(format!("<{of}> {}", labels.join(" | ")));
        }
    }

    /// Adds an open form.
    pub(crate) fn keep_form(&mut self, form: &Modal) {
        self.all.push(format!("Form: {}", form.title));
        for input in &form.inputs {
            let hint = input.placeholder.as_deref().unwrap_or_default();
            self.all.push(format!("{} ({hint})", input.label));
        }
    }

    /// All messages; fails on an exclamation mark.
    pub(crate) fn text(self) -> String {
        let text = self.all.join("\n");
        assert!(!text.contains('!'), "{text}");
        text
    }
}

/// Gives kudos; returns the post and the giver's answer.
pub(crate) async fn give(giver: &Person, line: &str) -> (Seen, Seen) {
    let answer = giver.types(line).await.unwrap().said();
    assert!(
        answer.ephemeral && answer.text().contains("take this one back"),
        "{}",
        answer.text()
    );
    (last_post(giver), answer)
}

/// The newest message in the person's channel that everyone sees.
pub(crate) fn last_post(person: &Person) -> Seen {
    let mut seen = person.messages();
    seen.retain(|seen| !seen.ephemeral);
    seen.pop().unwrap()
}

/// Expects an answer to be a message.
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
