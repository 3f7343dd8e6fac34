# What stands in answers of all kinds.

## After a failure

your-words = Your words, for another try:
failed-nothing-kept = That didn't work, and nothing of it was kept. Try again in a minute. The person who runs Rapport here can read why in its log.
failed-halfway = Something went wrong halfway, so part of it may be saved: have a look before you try again. The person who runs Rapport here can read why in its log.

## From another version, or another place

outdated-form = Your Discord still shows an older form of this command. Restart Discord, or try again in a minute.
outdated-button = That button is from another version of Rapport and no longer works. The commands in `/help` do the same.
outdated-choice = That choice is from another version of Rapport and no longer works. Use the command again and choose once more.
button-of-another-server = That button belongs to another server. Use it there.
server-only = That works on a server only. Use it in one of its channels.
managers-only = That is for people who may manage this server. Ask one of them.

## People

someone = someone

## Buttons to other pages of a list

page-back = Back
page-next = Next

## Time zones. $typed is what the person typed.

zone-unknown = I don't know the time zone "{ $typed }". A large city works, like Berlin or São Paulo, and so does an offset, like UTC+2.
zone-empty = I can't find a time zone in that. A large city works, like Berlin or São Paulo, and so does an offset, like UTC+2.
# $cities: "Chicago, Havana or Shanghai".
zone-ambiguous = "{ $typed }" can mean the time in several places, and not all of them change their clocks in summer. Type the place you mean: { $cities }.

## Where Rapport may not post. The permissions are named as in Discord's own settings.

permission-view-channel = **View Channel**
permission-send-messages = **Send Messages**
permission-send-in-threads = **Send Messages in Threads**
permission-read-history = **Read Message History**
permission-create-private-threads = **Create Private Threads**
# $permissions: "View Channel and Send Messages".
post-not-allowed = Your thanks can't be posted here, so nothing was counted: in this channel I'm missing { $permissions }. Ask an admin to allow that, or thank them in another channel.
