# Talks: /met, the menu "We talked", and the buttons below their answers.

## How two people talked, to put into a sentence: "You talked with Bob on a call."

how-in-person = in person
how-call = on a call
how-chat = in a chat
how-coffee = over coffee
how-pairing = while pairing
how-voice = in voice

## When they talked, to put at the end of a sentence

talked-today = today
talked-yesterday = yesterday
# $day: "Fri 20 Nov", or "Thu 20 Nov 2025" for another year.
talked-on = on { $day }
# $time is a time that Discord writes, like "Friday, 20 November 2026 14:00".
talked-at = on { $time }

## The answer

# How the answer begins. said-again: the same talk was logged a moment ago. restored: a correction was undone.
met-outcome = { $outcome ->
   *[logged] Logged
    [updated] Updated
    [said-again] Already logged
    [restored] Undone. As before
}
# "Logged: you talked with Bob, yesterday." $when is one of the texts above, or a time that Discord writes, like "3 minutes ago".
met-talked = { met-outcome }: you talked with { $others }, { $when }.
# "Logged: you talked with Bob on a call, yesterday." $how is one of the texts above.
met-talked-how = { met-outcome }: you talked with { $others } { $how }, { $when }.
met-note-kept = Your note is kept, for your eyes only.
# $when is a time that Discord writes, like "Monday, 30 November 2026 09:00".
met-next-nudge = They can come up in a nudge again on { $when }.
met-due-already = They are due already.
# $date is a date that Discord writes, like "30 November 2026".
met-due-again = They are due again on { $date }.
met-stopped = You stopped nudges about them. Their card in `/people` switches them on again.
met-apart = You keep yourself apart from them, so no nudge names them. `/person` changes that.
# The talk is deleted.
met-undone = Undone: the talk with { $others } is no longer logged.

## What was added below the answer

met-added-note = The note is kept.
met-added-people = { $count ->
    [one] { $people } was there too: it counts for all of you.
   *[other] { $people } were there too: it counts for all of you.
}
# "You want to be in touch every week."
met-added-circle = You want to be in touch { $rhythm }.
# $kind is "manager", "peer" and so on: what they are to the reader.
met-added-kind = Noted: { $kind }. Only you see that.
met-added-no-kind = What they are to you is no longer noted.

## What can be pressed, and the form for a note. Discord shows at most 45 characters of the form's title and question.

met-undo = Undo
met-add-note = Add note
met-who-else = Who else was there?
note-form = Add a note
note-form-question = What do you want to remember?
note-form-hint = Only you ever see it

## The question about nudges, asked once

invitation = Want a short Monday DM about people you're losing touch with?
invitation-yes = Yes
invitation-no = No thanks

## Refusals

talk-with-yourself = That is you. Name somebody else you talked with.
talk-with-bot = { $name } is a bot. Rapport remembers talks between people: name a person instead.
talk-with-stranger = { $name } is not on this server. Name somebody who is.
talk-too-many = A talk can have { $most } people besides you. Choose fewer.
talk-not-with-one = What somebody is to you can be noted here if you talked with one person. `/person` notes it for each.
talk-gone = That talk is no longer logged, or someone else logged it. `/met` logs it again.
undo-nothing = There is nothing left to undo here: it was undone, or changed since. `/person` shows what is logged.
# It was typed outside of a server, and waited for the server to be chosen.
talk-typed-gone = I keep what you typed for 15 minutes only, and no longer have it. Use `/met` again.
note-empty = The note is empty. Write what you want to remember, or leave the note out.
note-too-long = A note can have { $most } characters and this one has { $by } more. Keep what you want to be reminded of.
# Several notes on the same talk are kept together.
note-full = Your note on that talk is full: it can have { $most } characters. `/person` has the talk, where you can shorten it.

## Dates that are refused. What stands in quotation marks must be in words that people here type, and Rapport reads.

# $day: "2026-11-20"; $day_of_month: "20 November".
bad-date-unreadable = I can't read "{ $typed }" as a date. Try "yesterday", "last friday", "3 days ago", "{ $day }" or "{ $day_of_month } 14:00".
# $readings: "2026-11-12 or 2026-12-11".
bad-date-order = Dates in numbers differ from country to country: that can be { $readings }. Type the one you mean like that, year first.
# $readings as above, often only one of them; $refused is one that is in the future or too long ago.
bad-date-order-refused = Dates in numbers differ from country to country: that can be { $readings }, or { $refused }, which I can't keep. Type the one you mean like that, year first.
# $understood: "Sat 28 Nov 2026", or "Sat 28 Nov 2026, 14:00".
bad-date-future = I read that as { $understood }, which is still to come. I keep conversations that have happened: try "today", "last friday" or a date with its year.
bad-date-too-long-ago = I read that as { $understood }, which is too long ago for me. I keep conversations from { $earliest } on: try a date after that, such as "last friday" or "3 weeks ago".

## Dates to come that can't be read or used

bad-date-unreadable-coming = I can't read "{ $typed }" as a date to come. Try "tomorrow", "next monday", "in 2 weeks", "{ $day }" or "{ $day_of_month }".
bad-date-over = I read that as { $understood }, which isn't ahead any more. Try "tomorrow", "next monday", "in 2 weeks" or a date with its year.
bad-date-too-far-ahead = I read that as { $understood }, which is too far ahead for me. Try a date up to { $latest }.
