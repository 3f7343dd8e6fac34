//! Files on people's computers, which they can give to a command's option.

use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use chrono::{DateTime, TimeDelta, Utc};

use super::World;
use crate::ids::{AttachmentId, UserId};

/// For how long an address of a file can be used.
const SIGNED_FOR: TimeDelta = TimeDelta::hours(24);

/// A file that a person can give to an option.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    /// The number it has once it is uploaded.
    pub(crate) id: AttachmentId,
    /// What it is called at Discord: without blanks and letters that stand for something in addresses.
    pub(crate) filename: String,
    /// How many bytes it has.
    pub(crate) size: usize,
    of: UserId,
    /// What it is called on its person's computer.
    name: String,
}

impl World {
    /// Puts a file on a person's computer, in place of one of the same name.
    pub fn put_file(&mut self, of: UserId, name: &str, bytes: Vec<u8>) {
        let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_');
        let plain = |it: char| if is_plain(it) { it } else { '_' };
        let filename: String = name.chars().map(plain).collect();
        let kept = self.keep_file(&filename, None, bytes);
        self.uploads.retain(|it| it.of != of || it.name != name);
        self.uploads.push(Upload {
            id: kept.id,
            filename,
            size: kept.size,
            of,
            name: name.to_owned(),
        });
    }

    /// Puts a file on a person's computer that gets lost when it is uploaded: its address is of
    /// nothing.
    pub fn put_lost_file(&mut self, of: UserId, name: &str) {
        self.put_file(of, name, Vec::new());
        let lost = self.upload(of, name).map(|it| it.id);
        self.files.retain(|id, _| Some(*id) != lost);
    }

    /// The file with this name on a person's computer.
    pub(crate) fn upload(&self, of: UserId, name: &str) -> Option<&Upload> {
        self.uploads
            .iter()
            .find(|it| it.of == of && it.name == name)
    }

    /// The query with which an address of this file works from now on for a day.
    pub(crate) fn signature(&self, id: AttachmentId) -> String {
        let (issued, expires) = (self.now(), self.now() + SIGNED_FOR);
        let code = code(id, expires);
        format!(
            "ex={:x}&is={:x}&hm={code:x}",
            expires.timestamp(),
            issued.timestamp()
        )
    }

    /// Whether an address with these values of `ex` and `hm` works.
    pub(crate) fn is_signed(&self, id: AttachmentId, expires: &str, code_given: &str) -> bool {
        let expires = i64::from_str_radix(expires, 16).ok();
        let Some(expires) = expires.and_then(|it| DateTime::from_timestamp(it, 0)) else {
            return false;
        };
        let is_of_upload = self.uploads.iter().any(|it| it.id == id);
        is_of_upload && self.now() < expires && format!("{:x}", code(id, expires)) == code_given
    }
}

/// Stands for Discord's checksum of an address.
fn code(id: AttachmentId, expires: DateTime<Utc>) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one((id.0, expires.timestamp()))
}
