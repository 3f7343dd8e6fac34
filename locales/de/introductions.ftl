# Introductions: /introductions, the threads of two or three people, and the post about each round.

## Yes and no

# $channel is a link to a channel.
intro-offer = Alle { $weeks } Wochen teile ich die Leute, die Ja gesagt haben, in Zweiergruppen ein, und jede bekommt einen privaten Thread in { $channel }.
intro-offer-shown = Die andere Person liest deinen Namen, deine Zeile aus `/introductions about` und Zeiten, die euch beiden passen. Wenn jemand von euch *{ intro-met }* drückt, wird für beide ein Gespräch festgehalten. Wie viele sich getroffen haben, nenne ich nur in Zahlen, nie mit Namen.
intro-offer-ways-out = Mit `/introductions not-this-time` setzt du eine Runde aus, mit `/introductions off` hörst du auf.
intro-yes = Ja, stell mich vor
intro-no = Nein, danke
intro-declined = Dann keine Vorstellungen. `/introductions on` ist da, falls du es dir anders überlegst.
# $when is a weekday, a date and a time, as Discord writes them.
intro-joined = Du bist dabei. Die nächste Runde beginnt am { $when }. Mit `/introductions about` schreibst du eine Zeile über dich, mit `/introductions off` hörst du auf.
intro-skip = Diesmal nicht
intro-skipped = Du setzt die nächste Runde aus und bist danach wieder dabei. `/introductions on` holt dich früher zurück.
intro-left = Keine Vorstellungen mehr für dich. `/introductions on` bringt sie zurück.
intro-not-in = Du machst bei den Vorstellungen nicht mit. `/introductions on` sagt, was das ist.
intro-none-here = Auf diesem Server gibt es noch keine Vorstellungen. Leute, die ihn verwalten dürfen, können sie in `/setup` einrichten.
intro-untracked = Du möchtest hier nicht erfasst werden, deshalb gibt es für dich keine Vorstellungen. *{ privacy-track-again }* in `/privacy` macht sie möglich.
# $line is what they wrote about themselves.
intro-about-set = Das lesen Leute, denen du vorgestellt wirst: { $line }
intro-about-deleted = Deine Zeile ist gelöscht. `/introductions about` schreibt eine neue.
intro-about-empty = In dieser Zeile steht nichts Lesbares. Schreib zum Beispiel: Design, Berlin. Frag mich nach Sauerteig.
intro-about-too-long = Eine Zeile über dich kann bis zu { $most } Zeichen haben, deine hat { $by } zu viel. Kürze sie ein wenig.

## The thread

# $count is 2 or 3.
intro-hello = { $count ->
    [2] Ihr zwei wolltet Leute kennenlernen, mit denen ihr sonst nicht sprecht. Da seid ihr.
   *[other] Ihr drei wolltet Leute kennenlernen, mit denen ihr sonst nicht sprecht. Da seid ihr.
}
intro-person = **{ $name }**
intro-person-about = **{ $name }**: { $about }
intro-person-since = **{ $name }** ist seit dem { $date } auf diesem Server.
intro-questions = Zwei Fragen für den Anfang, wenn ihr mögt:
intro-hours = Die nächsten Zeiten, die euch passen:
# $times: "Alice 10:00 and Bob 17:00".
intro-hour = { $when } ({ $times })
intro-no-hours = Eure Tage überschneiden sich kaum, da sind ein paar Zeilen hier vielleicht der beste Anfang.
intro-met = Wir haben uns getroffen
intro-not-yet = Noch nicht
intro-cannot = Diese Runde kann ich nicht
# A week later.
intro-question = { $count ->
    [2] Eine Woche ist um. Habt ihr zwei euch getroffen?
   *[other] Eine Woche ist um. Habt ihr drei euch getroffen?
}

## After something was pressed. The message stays, so there are no relative dates.

intro-done-met = Ihr habt euch getroffen. Das Gespräch ist für euch festgehalten.
intro-done-cannot = Bei { $name } klappt es diese Runde nicht.
intro-done-next = Es ist jemand dazugekommen, mehr dazu in der Nachricht weiter unten.
intro-no-hurry = Keine Eile. Die Buttons funktionieren, bis die nächste Runde beginnt.
intro-told-rest = Bei { $name } klappt es diese Runde nicht, das kommt vor. Ihr zwei macht weiter.
intro-told-joined = Bei { $name } klappt es diese Runde nicht, das kommt vor. Du bleibst nicht allein: Gleich siehst du einen Thread mit jemand anderem.
intro-told-waiting = Bei { $name } klappt es diese Runde nicht, das kommt vor. Wenn jemand anders frei wird, bringe ich euch zusammen. Sonst bleibt die nächste Runde.
intro-told-next-round = Bei { $name } klappt es diese Runde nicht, das kommt vor. In der nächsten Runde lernst du jemand anderen kennen.
intro-not-yours = Diese Vorstellung betrifft dich nicht, oder es gibt sie nicht mehr.
intro-nobody-left = Von dieser Vorstellung ist sonst niemand mehr hier, deshalb wurde nichts festgehalten. Mit `/met` kannst du ein Gespräch mit jeder Person auf diesem Server festhalten.

## The post about the round before

intro-summary = In der letzten Runde wurden { $people } Leute in { $pairs ->
    [one] einem Thread
   *[other] { $pairs } Threads
} einander vorgestellt. { $met ->
    [0] Bisher hat niemand gesagt, dass ein Treffen geklappt hat.
    [one] In einem davon hat es mit dem Treffen geklappt.
   *[other] In { $met } davon hat es mit dem Treffen geklappt.
}
intro-offer-button = Auch jemanden kennenlernen
