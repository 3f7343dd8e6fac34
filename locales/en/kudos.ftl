# /kudos and its menus, /leaderboard and the weekly recap.

## The post of a thank-you, for all to read

# $giver is a name. $receivers are people: "@bob, @carol and @dan".
kudos-post = **{ $giver }** thanks { $receivers }
# $link is the address of the message that they are thanked for.
kudos-post-for-message = **{ $giver }** thanks { $receivers } for [this message]({ $link })

## What the giver reads

# $renewal is how long that is from now, as Discord writes it: "in 5 hours".
kudos-given-last = That was your last kudos for today. New ones come { $renewal }.
kudos-given = { $left ->
    [one] You have one more kudos to give today.
   *[other] You have { $left } more kudos to give today.
}
kudos-given-take-back = You can take this one back for 5 minutes.
kudos-take-back = Take it back
kudos-taken-back = Taken back: it no longer counts, and the post goes too.
kudos-post-stays = Taken back: it no longer counts. I may not delete the post, but anyone who may delete messages here can.
kudos-post-may-stay = Taken back: it no longer counts. Discord doesn't answer, so the post may still be there. Anyone who may delete messages here can delete it.
kudos-take-back-late = Kudos can be taken back for 5 minutes, and that time has passed. Anyone who may delete messages here can still delete the post, and the kudos goes with it.
kudos-take-back-gone = That kudos is already gone.

## Why thanks can't be posted

kudos-switched-off = Kudos are switched off on this server. People who may manage it can switch them on in `/setup`.
kudos-none-left = You have given all your kudos for today. New ones come { $renewal }.
kudos-too-few-left = You wanted to thank { $people ->
    [one] one person
   *[other] { $people } people
} and have { $left ->
    [one] one kudos
   *[other] { $left } kudos
} left today. Thank fewer people now. New ones come { $renewal }.
kudos-enough-for = You have thanked { $name } { $times ->
    [1] once
    [2] twice
   *[other] { $times } times
} today, which is as often as a day allows. You can thank them again { $renewal }.
kudos-oneself = That is you. Kudos are for somebody else.
kudos-bot = { $name } is a bot. Kudos are for people.
kudos-not-here = { $name } is not on this server. Thank somebody who is.
kudos-reason-empty = The thank-you has no words yet. Say what it is for, in a sentence or two.
# $most is always 1000.
kudos-reason-too-long = A thank-you can have { $most } characters, and this one has { $by } more. A sentence or two is plenty.
# $name is who wrote the message.
kudos-message-deleted = The message was deleted in the meantime, so your thanks for it were not posted, and nothing was counted. `/kudos` thanks { $name } without it.
kudos-not-now = Discord can't take the post just now, so nothing was posted or counted. Try again in a minute.
kudos-unknown = Discord doesn't answer, so I can't tell yet whether your kudos was posted. I keep looking: if the post is there, it counts, and if not, you can give it again.
kudos-refused-channel-gone = Your thanks can't be posted: this channel is gone. Nothing was counted. Thank them in another channel.
kudos-refused-no-access = Your thanks can't be posted: I can't see this channel, or I'm not in this private thread. Nothing was counted. Add me to it, or thank them in another channel.
# The names of permissions are as Discord writes them in your language.
kudos-refused-no-permission = Your thanks can't be posted: I may not send messages here. Nothing was counted. Ask an admin to allow me **Send Messages** (in a thread, **Send Messages in Threads**), or thank them in another channel.
kudos-refused-archived = Your thanks can't be posted: this thread is archived. Nothing was counted. Reopen it, or thank them in another channel.
kudos-refused-locked = Your thanks can't be posted: this thread is locked. Nothing was counted. Thank them in another channel.
kudos-refused-automod = Your thanks can't be posted: this server's AutoMod blocks what they say. Nothing was counted. Put them in other words.
kudos-refused-link = Your thanks can't be posted: Discord considers a link in them harmful. Nothing was counted. Leave the link out.
kudos-refused = Your thanks can't be posted: Discord refuses the post. Nothing was counted. The person who runs Rapport here can read why in its log.

## The form for a reason. Discord shows 45 characters of the title and of the label, 100 of the hint.

kudos-form = Kudos for { $name }
kudos-form-reason = What for?
kudos-form-hint = Posted in this channel, for all to see

## Leaderboards

# "Most thanked, this month"; "Most thanked, 16 to 22 November"
board-title-received = Most thanked, { $when }
# Those who thanked others most.
board-title-given = Thanked others most, { $when }
board-this-week = this week
board-last-7-days = last 7 days
board-this-month = this month
board-last-30-days = last 30 days
board-this-quarter = this quarter
board-all-time = all time
# "Kudos received in this channel". $place is one of the next two.
board-received = Kudos received { $place }
board-given = Kudos given { $place }
board-channel = in this channel
board-server = on this server
# $counted: "Kudos received in this channel"
board-page = { $counted } · page { $page } of { $pages }
# For people who can't see the picture, which shows the list below it. $title and $counted as above.
board-described = Bar chart of the list in this message. { $title }. { $counted }.
board-described-first = Number { $rank } is { $name } with { $kudos } kudos.
# In the picture, in place of a name that it can't draw.
board-see-line = see line { $line } of the list
board-see-last-line = see the last line of the list
board-not-on-it = You are not on this one.
board-nothing-left = Nothing of that week is left to show. `/leaderboard` shows what there is.
boards-switched-off = Leaderboards are switched off on this server. People who may manage it can switch them on in `/setup`.

# In place of a board that nobody is on. $place is "in this channel" or "on this server".
board-empty-this-week = No kudos { $place } this week yet.
board-empty-last-7-days = No kudos { $place } in the last 7 days.
board-empty-this-month = No kudos { $place } this month yet.
board-empty-last-30-days = No kudos { $place } in the last 30 days.
board-empty-this-quarter = No kudos { $place } this quarter yet.
board-empty-all-time = No kudos { $place } yet.
board-empty-way = `/kudos` gives the first.
board-empty-switched-off = Kudos are switched off on this server.

## The weekly recap

# $days: "16 to 22 November"
recap-title-week = Thanks of the week, { $days }
# More or fewer days than a week.
recap-title = Thanks, { $days }
recap-people = { $people ->
    [one] One person was thanked.
   *[other] { $people } people were thanked.
}
recap-most-thanked = Most thanked
recap-most-thankful = Thanked others most
# $giver and $receivers are names, $link is the address of the post.
recap-quote = **{ $giver }** to { $receivers } · [post]({ $link })
# Buttons: what the one who presses got and gave, without and with a leaderboard.
recap-own-thanks = My thanks
recap-own-rank = Where do I stand?
# The answer to "My thanks".
recap-own = { $days }: { $received ->
    [0] No thanks came your way
    [1] You were thanked once
    [2] You were thanked twice
   *[other] You were thanked { $received } times
}, and you { $given ->
    [0] thanked nobody.
    [1] thanked others once.
    [2] thanked others twice.
   *[other] thanked others { $given } times.
}
# $channel is a link to a channel.
recap-stopped = The weekly recap of kudos has stopped, because I can't post in { $channel } any more. Choose a channel in `/setup` to bring it back.

## /kudos-mine: what the reader was thanked for. Nobody else sees it.

mine-title = What you were thanked for
mine-none = Nothing here yet. When someone thanks you with `/kudos`, you can read their words here again.
# $link is the address of the post.
mine-post = [post]({ $link })
# By a reaction: $emoji is an emoji, $link the address of the message.
mine-reaction = { $emoji } for [this message]({ $link })
mine-count = { $thanks ->
    [one] 1 thank-you
   *[other] { $thanks } thank-yous
}
mine-page = page { $page } of { $pages }
