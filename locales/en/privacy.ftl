# /privacy: what Rapport keeps about a member, and what they can do about it.

privacy-title = What Rapport keeps about you on this server
# $kept is a list of those of the texts below that apply: "Your name and settings, 2 talks you took part in and …"
privacy-kept = { $kept }. Rapport reads no messages, and nobody but you sees your notes.
privacy-kept-settings = Your name and settings
privacy-kept-talks = { $talks ->
    [one] one talk you took part in
   *[other] { $talks } talks you took part in
}
privacy-kept-notes = { $notes ->
    [one] one note of yours
   *[other] { $notes } notes of yours
}
# A tie is your side of a relation with one other person: how often you want to talk, until when you snoozed them.
privacy-kept-ties = { $ties ->
    [one] one tie with another person
   *[other] { $ties } ties with other people
}
privacy-kept-contacts = { $contacts ->
    [one] one contact outside the server
   *[other] { $contacts } contacts outside the server
}
privacy-kept-nudges = { $nudges ->
    [one] one nudge made for you
   *[other] { $nudges } nudges made for you
}
privacy-kept-reminders = { $reminders ->
    [one] one reminder you asked for
   *[other] { $reminders } reminders you asked for
}
privacy-kept-given = { $given ->
    [one] one kudos given
   *[other] { $given } kudos given
}
privacy-kept-received = { $received ->
    [one] one kudos received
   *[other] { $received } kudos received
}
privacy-kept-introductions = { $introductions ->
    [one] one introduction
   *[other] { $introductions } introductions
}
privacy-tracked = With *{ privacy-dont-track }*, nobody can log a talk with you or be nudged about you, and you get no nudges. What is there stays until you say *{ privacy-forget }*.
privacy-untracked = You are not tracked: nobody can log a talk with you, nobody is nudged about you, and you get no nudges.

## Buttons

privacy-export = Export
privacy-dont-track = Don't track me
privacy-track-again = Track me again
privacy-forget = Forget me
privacy-yes-forget = Yes, forget me
privacy-keep = Keep everything

## Export

privacy-exported = Everything Rapport keeps about you on this server, your notes included. What others noted or chose is theirs and not in it.
# $count is at least 2.
privacy-exported-parts = It is too large for one file, so it comes in { $count }. This is part 1.
privacy-exported-part = Part { $part } of { $count } of what Rapport keeps about you on this server.
privacy-export-begun = Your export is being made already. It appears here as soon as it is done.
privacy-export-busy = Other people's exports are being made right now. Press *{ privacy-export }* again in a minute.

## Forget me

privacy-forget-title = Forget you on this server?
# "someone" stands where the name of a forgotten person stood.
privacy-forget-asked = This deletes your notes, settings, ties and contacts, the talks you logged and the kudos you received, and can't be undone. Where others took part, what they keep no longer names you. Kudos you gave stay with them, from "{ someone }". Posts in channels are Discord's and stay until somebody deletes them.
privacy-forgotten = You are forgotten: nothing that Rapport keeps of this server names you any more. The last traces in its file are overwritten within the hour.
privacy-forgetting = I couldn't finish forgetting you just now. I keep trying until nothing that Rapport keeps of this server names you. There is nothing you need to do.
privacy-nothing-kept = Rapport keeps nothing about you on this server, so there was nothing to forget.
privacy-after-forgetting = From now on, people could log a talk with you again. *{ privacy-dont-track }* keeps your id and name, to refuse that.
