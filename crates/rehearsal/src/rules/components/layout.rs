//! Components V2: texts, sections, pictures, files, separators and containers.

use serde_json::Value;

use super::{Taken, controls, judge_number, wrong_type};
use crate::component_type::{
    ACTION_ROW, BUTTON, CONTAINER, FILE, MEDIA_GALLERY, SECTION, SEPARATOR, TEXT_DISPLAY, THUMBNAIL,
};
use crate::refusal::{Form, list};
use crate::rules::files::Files;

/// The most components that a message has, those inside of others counted.
const MOST_COMPONENTS: usize = 40;
/// The most characters that all texts of a message have together.
const MOST_TEXT: usize = 4000;
/// The bytes that are stored with each text, as measured in discord/discord-api-docs#8554.
const STORED_BESIDE_TEXT: usize = 12;

/// Judges the components of one message.
pub(super) struct Judge<'a> {
    body: &'a Value,
    files: &'a Files,
    taken: Taken,
}

impl<'a> Judge<'a> {
    /// Judges components of `body`, which may speak of `files`.
    pub(super) fn new(body: &'a Value, files: &'a Files) -> Self {
        let taken = Taken::default();
        Self { body, files, taken }
    }

    /// Judges a component that stands in no other.
    pub(super) fn top(&mut self, form: &mut Form, part: &Value) {
        if part["type"] == CONTAINER {
            self.container(form, part);
        } else if !self.block(form, part) {
            wrong_type(form, "(1, 9, 10, 12, 13, 14, 17)");
        }
    }

    fn container(&mut self, form: &mut Form, container: &Value) {
        self.taken.judge_id(form, container);
        judge_number(form, container, "accent_color", 0xFF_FF_FF);
        form.boolean(container, "spoiler");
        form.count(container, "components", 1..=MOST_COMPONENTS);
        form.each(container, "components", |form, part| {
            if !self.block(form, part) {
                wrong_type(form, "(1, 9, 10, 12, 13, 14)");
            }
        });
    }

    /// Judges what may stand by itself or in a container; `false` if it may not.
    fn block(&mut self, form: &mut Form, part: &Value) -> bool {
        match part["type"].as_u64() {
            Some(ACTION_ROW) => controls::judge_row(form, part, &mut self.taken),
            Some(SECTION) => self.section(form, part),
            Some(TEXT_DISPLAY) => self.text(form, part),
            Some(MEDIA_GALLERY) => self.gallery(form, part),
            Some(FILE) => self.file(form, part),
            Some(SEPARATOR) => self.separator(form, part),
            _ => return false,
        }
        true
    }

    fn section(&mut self, form: &mut Form, section: &Value) {
        self.taken.judge_id(form, section);
        form.count(section, "components", 1..=3);
        form.each(section, "components", |form, part| {
            if part["type"] == TEXT_DISPLAY {
                self.text(form, part);
            } else {
                wrong_type(form, "(10,)");
            }
        });
        let accessory = &section["accessory"];
        if accessory.is_null() {
            return form.required("accessory");
        }
        form.within("accessory", |form| match accessory["type"].as_u64() {
            Some(BUTTON) => controls::judge_button(form, accessory, &mut self.taken),
            Some(THUMBNAIL) => {
                self.taken.judge_id(form, accessory);
                self.picture(form, accessory);
            }
            _ => wrong_type(form, "(2, 11)"),
        });
    }

    fn text(&mut self, form: &mut Form, text: &Value) {
        self.taken.judge_id(form, text);
        form.required_text(text, "content", 1..=MOST_TEXT);
    }

    fn gallery(&mut self, form: &mut Form, gallery: &Value) {
        self.taken.judge_id(form, gallery);
        form.count(gallery, "items", 1..=10);
        form.each(gallery, "items", |form, item| self.picture(form, item));
    }

    /// Judges a thumbnail or an item of a gallery.
    fn picture(&self, form: &mut Form, picture: &Value) {
        form.text(picture, "description", 1..=1024);
        form.boolean(picture, "spoiler");
        self.media(form, picture, "media", &["http://", "https://", ATTACHMENT]);
    }

    fn file(&mut self, form: &mut Form, file: &Value) {
        self.taken.judge_id(form, file);
        form.boolean(file, "spoiler");
        self.media(form, file, "file", &[ATTACHMENT]);
    }

    fn separator(&mut self, form: &mut Form, separator: &Value) {
        self.taken.judge_id(form, separator);
        form.boolean(separator, "divider");
        let spacing = &separator["spacing"];
        if !spacing.is_null() && !matches!(spacing.as_u64(), Some(1 | 2)) {
            let message = "Value must be one of {1, 2}.";
            form.refuse_at("spacing", "BASE_TYPE_CHOICES", message);
        }
    }

    /// Judges the address at `key`, and that there is a file of the name that it gives.
    fn media(&self, form: &mut Form, part: &Value, key: &str, schemes: &[&str]) {
        let media = &part[key];
        if media.is_null() {
            return form.required(key);
        }
        form.within(key, |form| {
            form.required_text(media, "url", 1..=2048);
            let Some(url) = media["url"].as_str().filter(|url| !url.is_empty()) else {
                return;
            };
            let named = schemes.iter().find_map(|scheme| url.strip_prefix(scheme));
            if named.is_none_or(str::is_empty) {
                let message = format!("Scheme of \"{url}\" must be one of {schemes:?}.");
                form.refuse_at("url", "URL_TYPE_INVALID_SCHEME", message);
            }
            let file = url.strip_prefix(ATTACHMENT);
            if file.is_some_and(|name| !self.files.has_name(self.body, name)) {
                let code = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND";
                form.refuse_at(
                    "url",
                    code,
                    format!("No attachment has the name of \"{url}\""),
                );
            }
        });
    }
}

const ATTACHMENT: &str = "attachment://";

/// Judges how many components there are, and how much text.
pub(super) fn judge_sums(form: &mut Form, parts: &[Value]) {
    if parts.iter().map(components).sum::<usize>() > MOST_COMPONENTS {
        let message = format!("Total number of components exceeds maximum of {MOST_COMPONENTS}");
        form.refuse_at(
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            message,
        );
    }
    if parts.iter().map(characters).sum::<usize>() > MOST_TEXT {
        let message =
            format!("Components displayable text size exceeds maximum size of {MOST_TEXT}");
        form.refuse_at(
            "components",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            message,
        );
    }
}

/// The bytes that the texts of components take where Discord stores them.
pub(super) fn stored_size(parts: &[Value]) -> usize {
    parts.iter().map(stored_bytes).sum()
}

fn stored_bytes(part: &Value) -> usize {
    if part["type"] == TEXT_DISPLAY {
        return part["content"].as_str().map_or(0, str::len) + STORED_BESIDE_TEXT;
    }
    list(part, "components").iter().map(stored_bytes).sum()
}

/// A component and all inside of it.
fn components(part: &Value) -> usize {
    let inside = list(part, "components").iter().map(components);
    1 + inside.sum::<usize>() + usize::from(part["accessory"].is_object())
}

/// The characters of a component's text and of those inside of it.
fn characters(part: &Value) -> usize {
    if part["type"] == TEXT_DISPLAY {
        let text = part["content"].as_str();
        return text.map_or(0, |text| text.chars().count());
    }
    list(part, "components").iter().map(characters).sum()
}
