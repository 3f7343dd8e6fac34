# The slash commands and menus as Discord lists them. A description has at most 100 characters. A
# `.name` is what people type before an option's value: one word in small letters, at most 32; a
# choice has at most 100 characters, a menu 32. The names of commands themselves are not translated.

command-met = Log that you talked with someone: it counts for both of you.
command-met-person = Who did you talk with?
    .name = person
# People can type these words in their own language.
command-met-when = When was it? "yesterday", "last friday", "20 Nov 14:00"; now, if left out
    .name = when
command-met-how = How were you in touch?
    .name = how
command-met-how-in-person = in person
command-met-how-call = call
command-met-how-chat = chat
command-met-how-coffee = coffee
command-met-how-pairing = pairing
command-met-how-other = other
command-met-note = What you want to remember. Only you ever see it
    .name = note
command-met-person2 = Who else was there?
    .name = person2
command-met-person3 = Who else was there?
    .name = person3
command-met-person4 = Who else was there?
    .name = person4
command-met-person5 = Who else was there?
    .name = person5
# A menu on a person.
command-we-talked = We talked

command-people = The people you keep in touch with, the most overdue first.
command-people-show = Which people? Everyone, if left out
    .name = show
command-people-show-due = due
command-people-show-all = all
command-people-show-snoozed = snoozed
command-people-show-stopped = stopped
command-people-kind = Only people who are this to you
    .name = kind
command-people-kind-manager = { kind-manager }
command-people-kind-report = { kind-report }
command-people-kind-skip-level = { kind-skip-level }
command-people-kind-peer = { kind-peer }
command-people-kind-mentor = { kind-mentor }
command-people-kind-customer = { kind-customer }
command-people-kind-partner = { kind-partner }
command-people-kind-friend = { kind-friend }
command-people-kind-other = { kind-other }
command-person = What you know of one person: when you spoke, your notes, and when a nudge can come.
command-person-who = Who?
    .name = who
command-me = A picture of your network: who is near, and who you are losing touch with.

command-nudge = A short weekly DM about the people you are losing touch with.
command-nudge-on = Get a short DM once a week about people you are losing touch with.
command-nudge-off = No more weekly DMs. What you logged stays.
command-nudge-now = See this week's nudge right now.
command-nudge-when = Choose the day, the time and the zone of your nudge.
command-nudge-when-day = The day of the week
    .name = day
command-nudge-when-day-monday = Monday
command-nudge-when-day-tuesday = Tuesday
command-nudge-when-day-wednesday = Wednesday
command-nudge-when-day-thursday = Thursday
command-nudge-when-day-friday = Friday
command-nudge-when-day-saturday = Saturday
command-nudge-when-day-sunday = Sunday
command-nudge-when-time = The time on your clock, like 09:00
    .name = time
command-nudge-when-zone = Your time zone: start typing a city
    .name = zone
command-nudge-pause = No nudges for a while. Day and time stay as they are.
command-nudge-pause-length = For how long?
    .name = length
command-nudge-pause-length-2w = { pause-two-weeks }
command-nudge-pause-length-1m = { pause-one-month }
command-nudge-pause-length-3m = { pause-three-months }
command-nudge-pause-length-open = { pause-until-they-say }
command-nudge-resume = End the pause of your nudges.

command-away = Say that you are away: no nudges to you, and none about you.
command-away-until = Say until when you are away.
command-away-until-day = The day you are back: "next monday", "in 2 weeks", "5 Dec"
    .name = day
command-away-end = Say that you are back.

command-kudos = Thank someone, here and for all to see.
command-kudos-person = Who do you want to thank?
    .name = person
command-kudos-message = What for?
    .name = message
command-kudos-person2 = Who else?
    .name = person2
command-kudos-person3 = Who else?
    .name = person3
# A menu on a person.
command-give-kudos = Give kudos
# A menu on a message.
command-kudos-for-this = Kudos for this
command-leaderboard = Who is thanked most, or thanks most: posted here for all to see.
command-leaderboard-period = Of which days? This month, if left out
    .name = period
command-leaderboard-period-this-week = this week
command-leaderboard-period-last-7-days = last 7 days
command-leaderboard-period-this-month = this month
command-leaderboard-period-last-30-days = last 30 days
command-leaderboard-period-this-quarter = this quarter
command-leaderboard-period-all-time = all time
command-leaderboard-scope = Counted where? In this channel, if left out
    .name = scope
command-leaderboard-scope-this-channel = this channel
command-leaderboard-scope-whole-server = whole server
command-leaderboard-board = Kudos received or given? Received, if left out
    .name = board
command-leaderboard-board-received = received
command-leaderboard-board-given = given
command-kudos-mine = What you were thanked for, in words. Only you see it.

command-settings = See and change what Rapport does for you here.
command-settings-zone = Your time zone: start typing a city
    .name = zone
command-privacy = See what is kept about you, take it along, or have it deleted.
command-setup = Set Rapport up for this server.
command-setup-zone = The server's time zone: start typing a city
    .name = zone
command-help = What Rapport does and how to use it.
