//! What people write into forms, and how it is shown afterwards.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::discord::text;
use rapport::encounters::note::Note;
use rapport::kudos::reason::Reason;
use rapport::calendar::Circle;

fuzz_target!(|input: (u8, &str)| {
    let (most, written) = input;
    if let Ok(note) = Note::parse(written) {
        assert!(Note::parse(note.as_str()) == Ok(note));
    }
    if let Ok(reason) = Reason::parse(written) {
        assert!(Reason::parse(reason.as_str()) == Ok(reason));
    }
    if let Ok(circle) = Circle::parse_days(written) {
        assert_eq!(Circle::parse(&circle.as_str()), Ok(circle));
    }
    let most = usize::from(most);
    assert!(text::plain_within(written, most).chars().count() <= most);
    assert!(text::cut(written, most).chars().count() <= most);
    let _ = text::as_typed(written);
});
