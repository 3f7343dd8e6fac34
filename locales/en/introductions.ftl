# Introductions: /introductions, the threads of two or three people, and the post about each round.

## Yes and no

# $channel is a link to a channel.
intro-offer = Every { $weeks } weeks, I pair up everyone who said yes, and each pair gets a private thread in { $channel }.
intro-offer-shown = The other person reads your name, your line from `/introductions about` and hours that suit you both. If one of you presses *{ intro-met }*, a talk is logged for both. How many met is told in numbers, never by name.
intro-offer-ways-out = You can sit out a round with `/introductions not-this-time`, and `/introductions off` ends it.
intro-yes = Yes, introduce me
intro-no = No thanks
intro-declined = No introductions, then. `/introductions on` is there if you change your mind.
# $when is a weekday, a date and a time, as Discord writes them.
intro-joined = You're in. The next round begins on { $when }. `/introductions about` adds a line about you, `/introductions off` ends it.
intro-skip = Not this time
intro-skipped = You sit out the next round, and are in again after it. `/introductions on` brings you back sooner.
intro-left = No more introductions for you. `/introductions on` brings them back.
intro-not-in = You aren't in for introductions. `/introductions on` says what they are.
intro-none-here = This server makes no introductions yet. Someone who may manage it can start them with `/setup`.
intro-untracked = You asked not to be tracked here, so there are no introductions for you. *{ privacy-track-again }* in `/privacy` makes them possible.
# $line is what they wrote about themselves.
intro-about-set = This is what people you're introduced to read: { $line }
intro-about-deleted = Your line is deleted. `/introductions about` writes a new one.
intro-about-empty = That line is empty. Try something like: Design, Berlin. Ask me about sourdough.
intro-about-too-long = A line about you can have { $most } characters, and yours has { $by } too many. Shorten it a little.

## The thread

# $count is 2 or 3.
intro-hello = { $count ->
    [2] You two said yes to meeting people you don't talk with. Here you are.
   *[other] You three said yes to meeting people you don't talk with. Here you are.
}
intro-person = **{ $name }**
intro-person-about = **{ $name }**: { $about }
intro-person-since = **{ $name }** has been on this server since { $date }.
intro-questions = Two questions to begin with, if you like:
intro-hours = The next hours that suit everyone here:
# $times: "Alice 10:00 and Bob 17:00".
intro-hour = { $when } ({ $times })
intro-no-hours = Your days hardly overlap, so a few lines here may be the best start.
intro-met = We met
intro-not-yet = Not yet
intro-cannot = Can't this round
# A week later.
intro-question = { $count ->
    [2] A week has passed. Have you two met?
   *[other] A week has passed. Have you three met?
}

## After something was pressed. The message stays, so there are no relative dates.

intro-done-met = You met, and the talk is logged.
intro-done-cannot = { $name } can't make it this round.
intro-done-next = Someone new is in this thread: see the message below.
intro-no-hurry = No hurry. The buttons work until the next round begins.
intro-told-rest = { $name } can't make it this round, which happens. The two of you go on.
intro-told-joined = { $name } can't make it this round, which happens. You aren't left alone: you'll see a thread with someone else in a moment.
intro-told-waiting = { $name } can't make it this round, which happens. If someone else becomes free, I'll bring you together. Otherwise, there's the next round.
intro-told-next-round = { $name } can't make it this round, which happens. You'll meet someone else in the next round.
intro-not-yours = That introduction isn't yours, or is gone.
intro-nobody-left = Nobody else of this introduction is left here, so nothing is logged. `/met` logs a talk with anyone on this server.

## The post about the round before

intro-summary = In the last round, { $people } people were introduced in { $pairs ->
    [one] one thread
   *[other] { $pairs } threads
}. { $met ->
    [0] Nobody has said so far that they met.
    [one] In one of them, they say they met.
   *[other] In { $met } of them, they say they met.
}
intro-offer-button = Meet someone too
