//! Files, buttons and selects as a terminal shows them.

use crate::{File, Part, Select};

/// The last part of an address, without the query that a stored file's has.
pub(super) fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.rsplit('/').next().unwrap_or(path)
}

pub(super) fn file(file: &File) -> String {
    let described = match &file.description {
        Some(text) => format!(": {}", text.replace('\n', " ")),
        None => String::new(),
    };
    format!(
        "file {} ({}){described}",
        file.filename,
        size(file.bytes.len())
    )
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        _ => format!("{} KB", bytes.div_ceil(1024)),
    }
}

pub(super) fn part(number: usize, part: &Part) -> String {
    match part {
        Part::Button(button) => match &button.url {
            Some(url) => format!("[{}: {url}]", button.label),
            None => format!("[{} {}]", mark(number, button.disabled), button.label),
        },
        Part::Select(select) => {
            let placeholder = select.placeholder.as_deref().unwrap_or("choose");
            let number = mark(number, select.disabled);
            format!("[{number} {placeholder}: {}]", choice(select))
        }
    }
}

fn mark(number: usize, disabled: bool) -> String {
    if disabled {
        "off:".to_owned()
    } else {
        number.to_string()
    }
}

fn choice(select: &Select) -> String {
    let items = select.options.iter().map(|item| {
        let chosen = if item.default { "✓ " } else { "" };
        format!("{chosen}{}", item.label)
    });
    let items: Vec<_> = items.collect();
    match (items.is_empty(), select.max_values) {
        (false, _) => items.join(" | "),
        (true, 1) => "one of all".to_owned(),
        (true, most) => format!("up to {most} of all"),
    }
}
