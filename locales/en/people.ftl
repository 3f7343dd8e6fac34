# /people, /person and /me, and a member's talks.

## The lists of /people

people-due = People you're losing touch with
people-all = People you keep in touch with
people-snoozed = People you snoozed
people-stopped = People you get no nudges about
people-contacts = Your contacts outside the server
# A list with only people of one kind: "People you keep in touch with: customer".
people-of-kind = { $title }: { $kind }
people-nobody-of-kind = Nobody in this list is marked as { $kind }. In `/person` you say what somebody is to you.
people-nobody-due = Nobody is due. `/met` logs that you talked with someone.
people-nobody = Nobody here yet. `/met` logs that you talked with someone.
people-nobody-snoozed = Nobody is snoozed.
people-nobody-stopped = You get nudges about everyone.
people-nobody-contacts = No contacts yet. `/contact add` adds someone outside the server, `/contact import` many from a file; only you see them.

# Facts about a person, after their name: "Bob · every month · last talked 3 weeks ago · due in 9 days".
# $ago is "3 weeks ago", as Discord writes it.
people-last-talked = last talked { $ago }
people-never-talked = not talked yet
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-is-due = due { $when }
people-is-snoozed = snoozed until { $date }
people-is-away = away, back on { $day }
people-is-stopped = stopped
people-is-apart = kept apart
people-is-untracked = asked not to be tracked
people-is-gone = left the server

people-count = { $people ->
    [one] 1 person
   *[other] { $people } people
}
people-page = Page { $page } of { $pages }
people-open = Open a person
people-show-all = All people
people-show-talks-with-someone = Talks with someone

## The card of a person

# $kind is "manager", "peer" and so on: what they are to the reader.
people-kind = To you: { $kind }
# Below the name of a contact: somebody outside the server.
people-contact = A contact of yours: only you see them
# $day: "3 December".
people-birthday = Birthday: { $day }
# $circle is a circle's name with how often that is.
people-circle = Circle: { $circle }
people-circle-of-team = Circle: { $circle }, this server's default
# $day: "5 December".
people-away = Away, back on { $day }
# $next is one or two of the sentences below.
people-next = Next nudge: { $next }
people-next-gone = None, as they left the server.
people-next-stopped = None, as you stopped nudges about them.
people-next-apart = None, as you two are kept apart.
people-next-untracked = None, as they asked not to be tracked.
people-next-before-talk = None before you two have talked.
people-next-snoozed = Snoozed until { $date }.
people-next-earliest = On { $date } at the earliest.
people-next-own-untracked = You get none, as you asked not to be tracked. *{ privacy-track-again }* in `/privacy` changes that.
people-next-own-paused = Yours are paused; `/nudge resume` starts them again.
people-next-own-closed = You take no direct messages; allow them, then `/nudge on` brings nudges.
people-next-own-off = You get none; `/nudge on` starts them.
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-next-due = Due { $when }.
# $kudos is one or two sentences.
people-kudos = Kudos between you: { $kudos }
people-kudos-none = None so far.
people-kudos-all-since = All of it since you last talked.
people-kudos-none-since = None of it since you last talked.

# Also in nudges.
thanks-given = You thanked them { $given ->
    [1] once
    [2] twice
   *[other] { $given } times
}.
thanks-received = They thanked you { $received ->
    [1] once
    [2] twice
   *[other] { $received } times
}.
thanks-both = You thanked them { $given ->
    [1] once
    [2] twice
   *[other] { $given } times
} and they thanked you { $received ->
    [1] once
    [2] twice
   *[other] { $received } times
}.
thanks-given-since = Since you last talked, you thanked them { $given ->
    [1] once
    [2] twice
   *[other] { $given } times
}.
thanks-received-since = Since you last talked, they thanked you { $received ->
    [1] once
    [2] twice
   *[other] { $received } times
}.
thanks-both-since = Since you last talked, you thanked them { $given ->
    [1] once
    [2] twice
   *[other] { $given } times
} and they thanked you { $received ->
    [1] once
    [2] twice
   *[other] { $received } times
}.

people-no-talks = You two haven't talked yet, as far as I know.
people-logged-by = Logged by { $name }.
people-logged-by-you = Logged by you.
# Instead of who logged it.
people-logged-by-voice = Noted from a voice channel.
people-note = Your note: { $note }

people-talked = We talked
people-stop = Stop nudges about them
people-resume = Resume nudges about them
# Neither is suggested to the other. Only the reader knows.
people-apart = Keep us apart
people-together = No longer keep us apart
people-talks = Talks and notes
people-contact-edit = Edit
people-contact-remove = Remove
people-snooze = Snooze
# $day is "Mon 30 Nov".
people-snoozed-until = Snoozed until { $day }
people-end-snooze = End the snooze
people-absent = I wasn't there
# $when is a day, perhaps with a time.
people-absent-from = { $when }, logged by { $name }

## On the card, after something was pressed

people-done-talked = Logged: you talked.
people-done-talked-again = You logged this talk a moment ago, so it still counts as one.
people-done-stopped = Stopped: no more nudges about them.
people-done-resumed = Nudges about them are back on.
people-done-snoozed = Snoozed: no nudges about them before { $date }. How often you want to talk stays as it is.
people-done-awake = The snooze is over.
# $rhythm is "every month".
people-done-circle = You want to be in touch { $rhythm }.
people-done-kind = Noted: { $kind }. Only you see that.
people-done-no-kind = What they are to you is no longer noted.
people-done-apart = You two are kept apart: neither of you is suggested to the other. They aren't told.
people-done-together = You two are no longer kept apart.
# $day is "Fri 20 Nov 2026".
people-done-withdrawn = You're no longer in the talk of { $day }, and it no longer counts for you.
people-done-not-in = You're not in that talk any more.
people-done-contact-added = Added, for your eyes only. `/contact met` logs when you two talk.
people-done-contact-changed = Changed.
people-done-contact-opened = *{ people-contact-edit }* changes name, organisation and birthday; the menus below change the rest.

## People who have no card

people-oneself = That's you. Name someone you keep in touch with.
people-bot = { $name } is a bot, and Rapport remembers talks between people. Name a person instead.
people-not-in-team = { $name } is not on this server. `/people` shows everyone you told me about.

## Talks, page by page

talks-title = Talks with { $name }
talks-none = None are logged.
talks-with-nobody-left = The others asked to be forgotten, or took themselves out. Your notes are still yours.
# Facts about a talk, after its date.
# How two people talked, instead of "on a call": in voice channels, on that day.
talks-voice-minutes = { $minutes ->
    [one] 1 minute in voice
   *[other] { $minutes } minutes in voice
}
talks-logged-by-them = logged by them
talks-with-note = your note
talks-open = Open a talk
talks-to-person = Back to the person

## A talk

talk-title = Talk of { $when }
talk-people = With: { $people }
# $how is "over coffee", or one of the two below.
talk-how = How: { $how }
talk-how-other = another way
talk-how-unknown = not said
talk-logged-by = Logged by: { $name }
talk-logged-by-you = Logged by: you
talk-logged-by-voice = Noted from a voice channel, as you both wanted
talk-note = Above is your note. Only you see it.
talk-note-page = Above is page { $page } of { $pages } of your note. Only you see it.
talk-no-note = You have no note on it.
talk-add-note = Add note
talk-change-note = Change note
talk-change-date = Change date
talk-delete = Delete
talk-delete-question = Delete this talk? It then counts for nobody, and all notes on it go.
talk-delete-yes = Yes, delete it
talk-delete-no = Keep it
talk-all = All talks
talk-note-kept = Your note is kept.
talk-note-deleted = Your note is deleted.
talk-date-changed = The date is now { $when }.
# $day is "Fri 20 Nov 2026".
talk-deleted = The talk of { $day } is deleted.
talk-not-yours = That talk is no longer logged, or it isn't yours to change. `/person` shows what is logged.

## The forms for a note and a date. Discord shows at most 45 characters of titles and labels.

talk-form-note = Your note
talk-form-note-input = What do you want to remember?
talk-form-note-hint = Only you ever see it. Left empty, there is no note
talk-form-date = Change the date
talk-form-date-input = When was it?
talk-form-date-hint = yesterday, last friday, 20 Nov 14:00

## /me: the network as a picture

me-nobody = Nobody to draw yet. `/met` logs that you talked with someone. People who left, asked not to be tracked, or were stopped by you are not in the picture.
# $counts is a list: "1 in touch, 2 due and 1 long overdue".
me-people = You and { $people ->
    [one] 1 person
   *[other] { $people } people
}: { $counts }.
me-in-touch = { $count } in touch
me-due = { $count } due
me-long-overdue = { $count } long overdue
me-left-out = { $count ->
    [one] 1 more is in `/people`.
   *[other] { $count } more are in `/people`.
}
# $people is a list of people whose names can't be drawn: "1. is 王小明 and 2. is 李雷".
me-numbered = In the picture, { $people }.
me-number = { $number }. is { $name }

# The picture in words, for people who can't see it.
me-described = Your network, you in the middle, the longest overdue furthest out.
me-described-in-touch = In touch: { $people }.
me-described-due = Due: { $people }.
me-described-long-overdue = Long overdue: { $people }.

# What is drawn in the picture.
me-picture-title = Your network
me-picture-subtitle = The further out, the longer overdue
# In a small circle: at most 4 letters.
me-picture-you = You
me-picture-in-touch = in touch
me-picture-due = due
me-picture-long-overdue = long overdue
# In place of a name that can't be drawn; the text beside the picture has the name.
me-picture-see = see { $number }.
# At most 22 letters.
me-picture-own-days = Your own days
me-picture-snoozed = Hollow: snoozed
