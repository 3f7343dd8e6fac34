# Nudges: the weekly DM, /nudge, and what is pressed below them.

## On, off, and when they come

nudges-on = Nudges are on.
# $when is a weekday, a date and a time, as Discord writes them.
nudges-on-next = Nudges are on. The next one can come on { $when }; you get none in a week with nobody to suggest. `/nudge when` changes day, time and zone, `/nudge off` ends them.
nudges-declined = No DMs, then. `/nudge on` is there if you change your mind.
nudges-off = Nudges are off. What you logged stays; `/nudge on` brings them back.
nudges-already-off = Nudges are already off. `/nudge on` starts them.
nudges-untracked = You asked not to be tracked here, so there are no nudges for you. *{ privacy-track-again }* in `/privacy` brings them back.

# "Nudges come on Fridays at 09:00 (Europe/Berlin)."
nudges-come = Nudges come { on-weekdays } at { $time } ({ $zone }).
nudges-come-next = Nudges come { on-weekdays } at { $time } ({ $zone }). The next one can come on { $date }.
nudges-come-away-next = Nudges come { on-weekdays } at { $time } ({ $zone }). You're away, so the next one can come on { $date }; `/away end` brings them back now.
nudges-come-paused = Nudges come { on-weekdays } at { $time } ({ $zone }), but they're paused. `/nudge resume` starts them again.
nudges-come-paused-next = Nudges come { on-weekdays } at { $time } ({ $zone }), but they're paused. The next one can come on { $date }; `/nudge resume` starts them again now.
nudges-come-off = Nudges come { on-weekdays } at { $time } ({ $zone }), but they're off. `/nudge on` starts them.
nudges-come-untracked = Nudges come { on-weekdays } at { $time } ({ $zone }), but you asked not to be tracked. *{ privacy-track-again }* in `/privacy` brings them back.

## Pauses. $server is a server's name in bold, for readers outside of it.

nudges-pause-question = No nudges for how long? Day and time stay as they are.
nudges-pause-question-from = No nudges from { $server } for how long? Day and time stay as they are.
nudges-paused = Nudges are paused until you say otherwise, with `/nudge resume`.
nudges-paused-from = Nudges from { $server } are paused until you say otherwise, with `/nudge resume`.
nudges-paused-until = Nudges are paused until { $date }. Then they come { on-weekdays } again; `/nudge resume` ends the pause before that.
nudges-paused-until-from = Nudges from { $server } are paused until { $date }. Then they come { on-weekdays } again; `/nudge resume` ends the pause before that.
nudges-not-paused = Nudges are not paused.
nudges-resume = Resume nudges

## The nudge

nudge-of-nobody = The people in this nudge have left the server, or asked not to be tracked.
nudge-of-one = Someone you might get in touch with this week:
nudge-of-several = A few people you might get in touch with this week:
# Nobody is due, and it is the birthday of somebody, or the day they started.
nudge-of-dates = A day to remember this week:
# People who are not suggested, with their dates below.
nudge-also-dates = Also this week:
# /nudge now
nudge-preview = If your nudge came now, it would say:
nudge-nobody = Nobody to suggest right now. People you were reminded of recently, or snoozed, are resting. `/people` shows everyone, and `/met` logs a talk.
# $ago is "3 weeks ago", as Discord writes it; $how is "over coffee".
nudge-last = You last talked { $ago }.
nudge-last-how = You last talked { $ago } { $how }.
nudge-never = You and { $name } haven't talked yet, as far as I know.
nudge-hello = A first hello is welcome more often than people expect.
# Of a contact outside the server.
nudge-contact-never = You haven't logged a talk with them yet.
# $question is one of questions.ftl.
nudge-question = A question to begin with: *{ $question }*
nudge-note = Your note: { $note }
# $rhythm is "every month".
nudge-rhythm = You wanted to talk { $rhythm }.
# $weekday: "Monday".
nudge-back-since = Back since { $weekday }.
nudge-talked-since = You have talked since.
# $when is a weekday, a date and a time, as Discord writes them.
nudge-reminder = Reminder: { $when }
# $server is a server's name in bold.
nudge-from = From { $server }

nudge-talked = We talked
nudge-remind = Remind me…
nudge-not-now = Not now
nudge-stop = Stop
nudge-pause = Pause nudges
nudge-settings = Settings

## After something was pressed. The message stays, so there are no relative dates.

nudge-done-talked = Logged: you talked.
nudge-done-not-now = Not now: I won't bring them up for 30 days.
nudge-done-stopped = Stopped: no more nudges about them.
nudge-not-yours = That nudge isn't yours, or is gone. `/nudge now` shows the people in yours.
nudge-no-longer-named = That person asked not to be tracked, or had what was kept about them deleted, so nothing is logged.

## Reminders: a time that the reader chooses in a nudge, and the DM that comes then. $name is a person, $when
## a weekday, a date and a time, as Discord writes them.

remind-question = When shall I remind you of { $name }?
remind-chosen = You chose { $when }; another time moves that.
remind-late = That time has passed.
# Buttons. $time is a time of day, like 09:00.
remind-own = Another time…
remind-today = Today, { $time }
remind-tomorrow = Tomorrow, { $time }
remind-weekday = { $weekday }, { $time }
# The form. Discord shows 45 characters of the title and of the label, 100 of the hint.
remind-form = Another time
remind-form-when = When?
# What can be typed.
remind-form-hint = friday 15:00, in 2 weeks, 12 Dec 9:30
remind-kept = I'll remind you of { $name } on { $when }.
remind-hindered = I can't remind you while nudges are off or paused, or while I can't send you DMs. `/nudge on` or `/nudge resume` changes that.
remind-not-yours = That reminder isn't yours, or is gone. `/nudge now` shows the people in your nudge.
# In the DM, below the person's name.
reminder-asked = You asked me to remind you of them now.
