//! The text of `/help`.

use crate::discord::CommandIds;
use crate::discord::reply::Reply;

/// The ten lines, with clickable commands.
#[must_use]
pub(crate) fn help(commands: &CommandIds) -> Reply {
    let link = |name: &str| commands.link(name);
    Reply::new(format!(
        "**Rapport keeps you in touch with the people you work with.**\n\
         {met} logs that you talked with somebody; it counts for both of you. \
         So does *Apps › We talked* in the menu of a person.\n\
         A note to it is yours alone: nobody else ever sees it, admins included.\n\
         {people} shows when you last spoke to each person, {person} shows one of them, {me} draws \
         all of them.\n\
         {on} sends you one short DM a week about the few people you are losing touch with.\n\
         {now} shows them at once, {when} changes day, time and zone, {off} ends it.\n\
         {kudos} thanks somebody, here and for all to see.\n\
         {leaderboard} shows who is thanked most.\n\
         {settings} is what you chose, {privacy} what is kept about you and how to end that; {setup} \
         is for those who manage the server.\n\
         Rapport reads no messages, and sends DMs only to people who said yes.",
        met = link("met"),
        people = link("people"),
        person = link("person"),
        me = link("me"),
        on = link("nudge on"),
        now = link("nudge now"),
        when = link("nudge when"),
        off = link("nudge off"),
        kudos = link("kudos"),
        leaderboard = link("leaderboard"),
        settings = link("settings"),
        privacy = link("privacy"),
        setup = link("setup"),
    ))
}
