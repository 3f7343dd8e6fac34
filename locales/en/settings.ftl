# /settings: a member's own settings.

settings-title-here = Your settings on this server
settings-title = Your settings in { $server }
settings-nudges = Nudges: { $nudges }.
settings-nudges-on = on
settings-nudges-off = off
settings-nudges-untracked = none, as you asked not to be tracked
settings-nudges-paused = paused until you say otherwise
# $date is a date that Discord writes.
settings-nudges-paused-until = paused until { $date }
# Below the line about nudges. $day: "5 December".
settings-away = You're away, and back on { $day }: until then there are none. `/away end` ends that.
# "When: on Mondays at 09:00 (Europe/Berlin)."
settings-when = When: { on-weekdays } at { $time } ({ $zone }).
settings-people = In a nudge: { $people ->
    [one] one person
   *[other] up to { $people } people
}.
settings-boards-shown = Leaderboards: you are in them.
settings-voice-on = Voice: talks in voice channels count, with people who want that too.
settings-voice-off = Voice: talks in voice channels don't count.
settings-voice-off-for-all = Voice: talks in voice channels don't count on this server.
settings-turn-voice-on = Count voice talks
settings-turn-voice-off = Don't count voice talks
settings-boards-hidden = Leaderboards: you are left out of them.
# $name is a language in its own words.
settings-language = Language of your DMs: { $name }.
settings-language-of-client = Language of your DMs: { $name }, as in your Discord.

## What can be pressed

settings-pick-weekday = Day of the nudge
settings-pick-people = People in a nudge
settings-people-choice = { $people ->
    [one] 1 person in a nudge
   *[other] Up to { $people } people in a nudge
}
settings-pick-language = Language of your DMs
settings-language-auto = As in my Discord
settings-pick-pause = Pause nudges
settings-ask-when = Zone and time
settings-show = Show me in leaderboards
settings-hide = Hide me from leaderboards
settings-turn-on = Turn nudges on
settings-turn-off = Turn nudges off
settings-resume = Resume nudges

## The form for zone and time. Discord shows at most 45 characters of each.

settings-form = When nudges come
settings-form-time = Time on your clock, like 09:00
settings-form-zone = Time zone, like Berlin or UTC+2
time-unreadable = I can't read that as a time of day. Try 9, 09:30, 0930, 5 pm or noon.
