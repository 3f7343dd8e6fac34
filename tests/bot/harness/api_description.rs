//! Checks what the bot sends against Discord's own API description.

use rehearsal::Request;

use crate::description::Description;

/// Checks a request against Discord's API description. Every test does so if `DISCORD_OPENAPI`
/// names the description's file.
pub(super) fn check(description: &Description, request: &Request) {
    let Some((_, path)) = request.path.split_once("/api/v10") else {
        return;
    };
    let path = path.split('?').next().unwrap();
    let route = description.route_of(path);
    let route = route.unwrap_or_else(|| panic!("Discord knows no {path}"));
    let mut body = request.body.clone();
    number_files_in_text(&mut body);
    if let Some(data) = body.get_mut("data") {
        number_files_in_text(data);
    }
    let problems = description.of_request(route, &request.method, &body);
    let none = Vec::<String>::new();
    assert_eq!(
        problems, none,
        "{} {path}: {}",
        request.method, request.body
    );
}

/// serenity numbers new files with a number, as the examples in Discord's reference do; Discord's
/// description says that every id is a string.
fn number_files_in_text(message: &mut serde_json::Value) {
    let files = message
        .get_mut("attachments")
        .and_then(|it| it.as_array_mut());
    for file in files.into_iter().flatten() {
        if let Some(number) = file["id"].as_u64() {
            file["id"] = number.to_string().into();
        }
    }
}
