# /privacy: what Rapport keeps about a member, and what they can do about it.

privacy-title = Was Rapport auf diesem Server über dich speichert
# $kept is a list of those of the texts below that apply: "Your name and settings, 2 talks you took part in and …"
privacy-kept = { $kept }. Rapport liest keine Nachrichten, und deine Notizen sieht niemand außer dir.
privacy-kept-settings = Dein Name und deine Einstellungen
privacy-kept-talks = { $talks ->
    [one] ein Gespräch mit dir
   *[other] { $talks } Gespräche mit dir
}
privacy-kept-notes = { $notes ->
    [one] eine Notiz von dir
   *[other] { $notes } Notizen von dir
}
# A tie is your side of a relation with one other person: how often you want to talk, until when you snoozed them.
privacy-kept-ties = { $ties ->
    [one] eine Verbindung zu einer anderen Person
   *[other] { $ties } Verbindungen zu anderen Personen
}
privacy-kept-contacts = { $contacts ->
    [one] ein Kontakt außerhalb des Servers
   *[other] { $contacts } Kontakte außerhalb des Servers
}
privacy-kept-nudges = { $nudges ->
    [one] ein Stups für dich
   *[other] { $nudges } Stupse für dich
}
privacy-kept-reminders = { $reminders ->
    [one] eine Erinnerung, um die du gebeten hast
   *[other] { $reminders } Erinnerungen, um die du gebeten hast
}
privacy-kept-given = { $given ->
    [one] ein Kudos von dir
   *[other] { $given } Kudos von dir
}
privacy-kept-received = { $received ->
    [one] ein Kudos für dich
   *[other] { $received } Kudos für dich
}
privacy-kept-introductions = { $introductions ->
    [one] eine Vorstellung
   *[other] { $introductions } Vorstellungen
}
privacy-tracked = Mit *{ privacy-dont-track }* kann niemand ein Gespräch mit dir festhalten oder einen Stups zu dir bekommen, und auch du bekommst keine Stupse. Was schon da ist, bleibt, bis du *{ privacy-forget }* wählst.
privacy-untracked = Du wirst nicht erfasst: Niemand kann ein Gespräch mit dir festhalten, niemand bekommt Stupse zu dir, und auch du bekommst keine.

## Buttons

privacy-export = Export
privacy-dont-track = Mich nicht erfassen
privacy-track-again = Mich wieder erfassen
privacy-forget = Mich vergessen
privacy-yes-forget = Ja, vergiss mich
privacy-keep = Alles behalten

## Export

privacy-exported = Alles, was Rapport auf diesem Server über dich speichert, deine Notizen eingeschlossen. Was andere notiert oder gewählt haben, gehört ihnen und ist nicht dabei.
# $count is at least 2.
privacy-exported-parts = Für eine Datei ist es zu groß, deshalb kommt es in { $count } Teilen. Das ist Teil 1.
privacy-exported-part = Teil { $part } von { $count } dessen, was Rapport auf diesem Server über dich speichert.
privacy-export-begun = Dein Export wird schon erstellt. Er erscheint hier, sobald er fertig ist.
privacy-export-busy = Gerade werden Exporte für andere erstellt. Drück in einer Minute noch einmal *{ privacy-export }*.

## Forget me

privacy-forget-title = Dich auf diesem Server vergessen?
# "someone" stands where the name of a forgotten person stood.
privacy-forget-asked = Das löscht deine Notizen, Einstellungen, Verbindungen und Kontakte, die Gespräche, die du festgehalten hast, und die Kudos, die du bekommen hast, und lässt sich nicht rückgängig machen. Wo andere beteiligt waren, nennt das, was ihnen bleibt, dich nicht mehr. Kudos, die du gegeben hast, bleiben bei den anderen, als Dank von „{ someone }“. Posts in Kanälen gehören Discord und bleiben, bis jemand sie löscht.
privacy-forgotten = Du bist vergessen: Nichts, was Rapport von diesem Server speichert, nennt dich noch. Die letzten Spuren in seiner Datei sind innerhalb einer Stunde überschrieben.
privacy-forgetting = Ich konnte dich gerade nicht ganz vergessen. Ich versuche es weiter, bis nichts, was Rapport von diesem Server speichert, dich noch nennt. Du musst nichts weiter tun.
privacy-nothing-kept = Rapport speichert auf diesem Server nichts über dich, es gab also nichts zu vergessen.
privacy-after-forgetting = Von jetzt an könnte wieder jemand ein Gespräch mit dir festhalten. *{ privacy-dont-track }* behält deine ID und deinen Namen, um das abzulehnen.
