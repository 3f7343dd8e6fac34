# Talks: /met, the menu "We talked", and the buttons below their answers.

## How two people talked, to put into a sentence: "You talked with Bob on a call."

how-in-person = persönlich
how-call = in einem Call
how-chat = im Chat
how-coffee = beim Kaffee
how-pairing = beim Pairing
how-voice = im Sprachkanal

## When they talked, to put at the end of a sentence

talked-today = heute
talked-yesterday = gestern
# $day: "Fri 20 Nov", or "Thu 20 Nov 2025" for another year.
talked-on = am { $day }
# $time is a time that Discord writes, like "Friday, 20 November 2026 14:00".
talked-at = am { $time }

## The answer

# How the answer begins. said-again: the same talk was logged a moment ago. restored: a correction was undone.
met-outcome = { $outcome ->
   *[logged] Festgehalten
    [updated] Aktualisiert
    [said-again] Schon festgehalten
    [restored] Rückgängig gemacht, wieder wie zuvor
}
# "Logged: you talked with Bob, yesterday." $when is one of the texts above, or a time that Discord writes, like "3 minutes ago".
met-talked = { met-outcome }: Du hast { $when } mit { $others } gesprochen.
# "Logged: you talked with Bob on a call, yesterday." $how is one of the texts above.
met-talked-how = { met-outcome }: Du hast { $when } { $how } mit { $others } gesprochen.
met-note-kept = Deine Notiz ist gespeichert, nur für dich.
# $when is a time that Discord writes, like "Monday, 30 November 2026 09:00".
met-next-nudge = Der nächste Stups dazu kommt frühestens am { $when }.
met-due-already = Ein Gespräch wäre schon wieder dran.
# $date is a date that Discord writes, like "30 November 2026".
met-due-again = Am { $date } ist wieder ein Gespräch dran.
met-stopped = Stupse dazu hast du gestoppt. In `/people` kannst du sie fortsetzen.
met-apart = Ihr bleibt auf Abstand, Stupse dazu gibt es nicht. `/person` ändert das.
# The talk is deleted.
met-undone = Rückgängig gemacht: Das Gespräch mit { $others } ist nicht mehr festgehalten.

## What was added below the answer

met-added-note = Die Notiz ist gespeichert.
met-added-people = { $count ->
    [one] { $people } war auch dabei: Es zählt für euch alle.
   *[other] { $people } waren auch dabei: Es zählt für euch alle.
}
# "You want to be in touch every week."
met-added-circle = Du möchtest { $rhythm } Kontakt haben.
# $kind is "manager", "peer" and so on: what they are to the reader.
met-added-kind = Notiert: { $kind }. Das siehst nur du.
met-added-no-kind = Was diese Person für dich ist, ist nicht mehr notiert.

## What can be pressed, and the form for a note. Discord shows at most 45 characters of the form's title and question.

met-undo = Rückgängig
met-add-note = Notiz hinzufügen
met-who-else = Wer war noch dabei?
note-form = Notiz hinzufügen
note-form-question = Was möchtest du dir merken?
note-form-hint = Nur du siehst sie

## The question about nudges, asked once

invitation = Magst du montags eine kurze Direktnachricht zu Leuten, mit denen der Kontakt einschläft?
invitation-yes = Ja
invitation-no = Nein, danke

## Refusals

talk-with-yourself = Das bist du. Wähle eine andere Person, mit der du gesprochen hast.
talk-with-bot = { $name } ist ein Bot. Rapport merkt sich Gespräche zwischen Menschen: Wähle eine Person.
talk-with-stranger = { $name } ist nicht auf diesem Server. Wähle eine Person, die hier ist.
talk-too-many = Ein Gespräch kann außer dir bis zu { $most } Personen haben. Wähle weniger.
talk-not-with-one = Was jemand für dich ist, lässt sich hier notieren, wenn du mit einer einzigen Person gesprochen hast. `/person` notiert es für jede.
talk-gone = Dieses Gespräch ist nicht mehr festgehalten, oder jemand anders hat es festgehalten. `/met` hält es noch einmal fest.
undo-nothing = Hier lässt sich nichts mehr rückgängig machen: Es ist schon rückgängig gemacht, oder seither wurde etwas geändert. `/person` zeigt, was festgehalten ist.
# Außerhalb eines Servers getippt; es wartete darauf, dass der Server gewählt wird.
talk-typed-gone = Was du tippst, behalte ich nur 15 Minuten, und jetzt habe ich es nicht mehr. Nutze `/met` noch einmal.
note-empty = Die Notiz ist leer. Schreib auf, was du dir merken möchtest, oder lass die Notiz weg.
note-too-long = Eine Notiz kann bis zu { $most } Zeichen haben, diese hat { $by } zu viel. Behalte das, woran du erinnert werden möchtest.
# Several notes on the same talk are kept together.
note-full = Deine Notiz zu diesem Gespräch ist voll: Sie kann bis zu { $most } Zeichen haben. In `/person` findest du das Gespräch und kannst sie kürzen.

## Dates that are refused. What stands in quotation marks must be in words that people here type, and Rapport reads.

# $day: "2026-11-20"; $day_of_month: "20 November".
bad-date-unreadable = „{ $typed }“ kann ich nicht als Datum lesen. Versuch es mit „gestern“, „letzten Freitag“, „vor 3 Tagen“, „{ $day }“ oder „{ $day_of_month } 14:00“.
# $readings: "2026-11-12 or 2026-12-11".
bad-date-order = Ein Datum in Zahlen liest jedes Land anders: Das hier kann { $readings } sein. Schreib das Datum, das du meinst, in dieser Form, mit dem Jahr vorn.
# $readings as above, often only one of them; $refused is one that is in the future or too long ago.
bad-date-order-refused = Ein Datum in Zahlen liest jedes Land anders: Das hier kann { $readings } sein, oder { $refused }, und das kann ich nicht festhalten. Schreib das Datum, das du meinst, in dieser Form, mit dem Jahr vorn.
# $understood: "Sat 28 Nov 2026", or "Sat 28 Nov 2026, 14:00".
bad-date-future = Ich lese das als { $understood }, und das kommt erst noch. Ich halte Gespräche fest, die schon stattgefunden haben: Versuch es mit „heute“, „letzten Freitag“ oder einem Datum mit Jahr.
bad-date-too-long-ago = Ich lese das als { $understood }, und das ist mir zu lange her. Ich halte Gespräche ab { $earliest } fest: Versuch es mit einem späteren Datum wie „letzten Freitag“ oder „vor 3 Wochen“.

## Dates to come that can't be read or used

bad-date-unreadable-coming = „{ $typed }“ kann ich nicht als Datum in der Zukunft lesen. Versuch es mit „morgen“, „nächsten Montag“, „in 2 Wochen“, „{ $day }“ oder „{ $day_of_month }“.
bad-date-over = Ich lese das als { $understood }, und das liegt nicht mehr in der Zukunft. Versuch es mit „morgen“, „nächsten Montag“, „in 2 Wochen“ oder einem Datum mit Jahr.
bad-date-too-far-ahead = Ich lese das als { $understood }, und das ist mir zu weit weg. Versuch es mit einem Datum bis { $latest }.
