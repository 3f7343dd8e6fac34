# /away: a member says until when they are away.

# $day: "5 December", the day on which they are back.
away-until = You're away, and back on { $day }. Until then nobody is nudged about you, and no nudge comes to you. Others can see in `/person` when you're back; `/away end` ends it sooner.
# $date is a date that Discord writes.
away-next-nudge = Your next nudge can come on { $date }.
away-ended = Welcome back. You can come up in other people's nudges again.
away-not = You're not away, as far as I know. `/away until` tells me when you'll be back.
away-untracked = You asked not to be tracked here, so nobody is nudged about you, and no nudge comes to you: there is nothing to pause. *{ privacy-track-again }* in `/privacy` changes that.
