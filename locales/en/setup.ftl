# /setup: the settings of a server, for people who may manage it.

setup-title = Rapport on this server
setup-zone = Time zone: { $zone } (for everyone who hasn't chosen their own)
# $circle is a circle's name with how often that is.
setup-circle = Circle: { $circle }, for everyone who hasn't chosen another
setup-kudos-on = Kudos: on, { $per_day } a day each, at most { $per_person } of them to the same person.
setup-kudos-off = Kudos: off.
# $emoji is an emoji. "Someone" is who wrote the message.
setup-reaction = Kudos by reaction: { $emoji } on someone's message thanks them.
setup-reaction-none = Kudos by reaction: off.
setup-reaction-deleted = Kudos by reaction: off, because the emoji you chose is no longer on this server. Choose another below.
setup-boards-on = Leaderboards: on.
setup-boards-off = Leaderboards: off.
setup-voice-on = Voice talks: count, for members who want that.
setup-voice-off = Voice talks: don't count.
setup-turn-voice-on = Count voice talks
setup-turn-voice-off = Don't count voice talks
# "Weekly recap: #general, on Fridays." $channel is a link to a channel.
setup-recap = Weekly recap: { $channel }, { on-weekdays }.
setup-recap-none = Weekly recap: none.
setup-recap-deleted = Weekly recap: none, because the channel you chose was deleted. Choose another below.
setup-recap-hidden = Weekly recap: none, because I can't see { $channel }. Let me in, or choose another below.
# $channel is a link to a channel, $time is "10:00": "every 2 weeks, on Tuesdays at 10:00".
setup-introductions = Introductions: in { $channel }, every { $weeks } weeks { on-weekdays } at { $time }.
setup-introductions-none = Introductions: none.
setup-introductions-deleted = Introductions: none, because the channel you chose was deleted. Choose another.
setup-introductions-hidden = Introductions: none, because I can't see { $channel }. Let me in, or choose another channel.
# $permissions: "Create Private Threads and Send Messages".
setup-introductions-missing = Introductions: none, because in { $channel } I'm missing { $permissions }. Allow that, or choose another channel.
setup-introductions-title = Introductions
setup-introductions-what = Members who say yes with `/introductions on` are put into private threads, two at a time, with people they don't talk with.
# $role is a link to a role.
setup-roster-role = Roster: the members of { $role }. They can be suggested to people who never talked with them; a DM still goes only to people who said yes.
setup-roster-role-gone = Roster: everyone who uses Rapport, because the role you chose was deleted. Choose another below.
setup-roster-all = Roster: everyone who uses Rapport.
setup-roster-by-role = To use a role as the roster, ask the person who runs Rapport to switch on `discord.members_intent`, and the Server Members Intent in Discord's developer portal.
setup-roster-refused = The roster is everyone who uses Rapport. { setup-roster-by-role }
setup-language = Language of posts: { $name }.
setup-language-of-server = Language of posts: { $name }, as in the server settings.

## What can be pressed

setup-pick-circle = Circle of everyone who hasn't chosen another
setup-pick-language = Language of posts
setup-language-auto = As in the server settings
setup-pick-recap-channel = Channel of the weekly recap
setup-pick-recap-day = Day of the weekly recap
setup-pick-roster = Role whose members are the roster
setup-ask-numbers = Zone and kudos a day
setup-turn-kudos-on = Turn kudos on
setup-turn-kudos-off = Turn kudos off
setup-turn-boards-on = Turn leaderboards on
setup-turn-boards-off = Turn leaderboards off
setup-no-roster = No roster
setup-no-recap = No recap
setup-ask-reaction = Kudos by reaction
setup-open-introductions = Introductions
setup-pick-introductions-channel = Channel in which the threads are made
setup-pick-introductions-rhythm = How often
setup-pick-introductions-day = Day on which rounds begin
setup-pick-introductions-hour = Hour at which rounds begin
setup-introductions-every = Every { $weeks } weeks
setup-introductions-hour = At { $time }
setup-no-introductions = No introductions
setup-back = Back

## The form for zone and allowance. Discord shows at most 45 characters of each.

setup-form-zone = { settings-form-zone }
setup-form-per-day = Kudos a day, for each person
setup-form-per-person = Of these, at most to the same person
allowance-range = A day can have 1 to { $most } kudos. Write a number like 5.
allowance-per-person = With { $per_day } a day, no more than { $per_day } can go to the same person. Write { $per_day } or less for that.

## The form for the emoji of kudos by reaction. Discord shows 45 characters of the label, 100 of the hint.

setup-form-reaction = Emoji (leave empty for none)
setup-form-reaction-hint = 👏, or the name of one of this server's own
# $typed is what the person typed.
setup-no-emoji = I don't know the emoji "{ $typed }". One like 👏 works, and so does the name of one of this server's own.
