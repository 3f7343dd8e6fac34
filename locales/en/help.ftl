# /help: what Rapport does in ten lines. $met, $people, $now and the like are links to commands.

help-title = Rapport keeps you in touch with the people you work with.
# "Apps" is a menu of Discord, by its name in your language.
help-met = { $met } logs that you talked with someone. It counts for both of you. *Apps › { command-we-talked }* in a person's menu does the same. It works in your DMs too, once you add Rapport to your account.
help-notes = Your notes are yours alone: nobody else ever sees them, admins included.
help-people = { $people } shows when you last spoke to each person, { $person } shows one of them, { $me } draws all of them. { $contact } adds people outside the server.
help-nudge = { $on } sends you one short DM a week about the few people you are losing touch with.
help-nudge-settings = { $now } shows them at once, { $when } changes day, time and zone, { $away } holds nudges back while you're away, { $off } ends them. { $introductions } lets you meet people you never talk with.
help-kudos = { $kudos } thanks someone, here and for all to see.
help-leaderboard = { $leaderboard } shows who is thanked most, { $mine } what you were thanked for.
help-panels = { $settings } is what you chose, { $birthday } tells others your birthday, { $privacy } is what is kept about you and how to end that. { $setup } is for those who manage the server.
help-promise = Rapport reads no messages, and sends DMs only to people who said yes.
