//! Reads the nudges that people got.

use std::collections::{BTreeMap, BTreeSet};

use rehearsal::{ChannelId, Message, Part, UserId, World};

use super::account::Arrived;
use super::model::Model;

pub(super) fn seen_button(part: &Part) -> String {
    match part {
        Part::Button(button) => button.custom_id.clone().unwrap(),
        Part::Select(_) => panic!("a select in a nudge"),
    }
}

/// The bot's messages in a channel, newest first.
pub(super) fn from_bot(world: &World, channel: ChannelId) -> impl Iterator<Item = &Message> {
    let messages = world.messages_in(channel).rev();
    messages.filter(|message| message.author == world.bot() && message.only_for.is_none())
}

/// A nudge as it arrived: its headings name the people, and lines below those with dates beside them.
pub(super) fn read(world: &World, model: &Model, to: UserId, message: &Message) -> Arrived {
    let nonce = message.nonce.as_ref().and_then(|nonce| nonce.as_str());
    let number = nonce.and_then(|nonce| nonce.strip_prefix("nudge-"));
    let number = number.and_then(|rest| rest.split('-').next());
    let mut arrived = Arrived {
        message: message.id,
        to,
        sent: message.sent,
        number: number.unwrap().parse().unwrap(),
        names: Vec::new(),
        dated: BTreeSet::new(),
        dates: BTreeMap::new(),
        back: BTreeSet::new(),
    };
    let text = message.text();
    let named = |name: &str| {
        let contact = model.contact_named(name);
        contact.unwrap_or_else(|| world.user_named(name).unwrap().id)
    };
    let mut about = None;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("### ") {
            about = Some(named(name));
            arrived.names.extend(about);
        } else if let Some((name, _)) = line.strip_prefix("**").and_then(|it| it.split_once("** ·"))
        {
            about = Some(named(name));
            arrived.dated.extend(about);
        }
        let Some(who) = about else { continue };
        for mark in ["Birthday on ", "Started on "] {
            if let Some(at) = line.find(mark) {
                let end = at + line[at..].find('.').unwrap() + 1;
                let dates = arrived.dates.entry(who).or_default();
                dates.insert(line[at..end].to_owned());
            }
        }
        if line.starts_with("Back since ") {
            arrived.back.insert(who);
        }
    }
    if text.contains("A day to remember this week:") {
        arrived.dated.extend(arrived.names.drain(..));
    }
    arrived
}
