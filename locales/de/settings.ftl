# /settings: a member's own settings.

settings-title-here = Deine Einstellungen auf diesem Server
settings-title = Deine Einstellungen auf { $server }
settings-nudges = Stupse: { $nudges }.
settings-nudges-on = an
settings-nudges-off = aus
settings-nudges-untracked = keine, weil du nicht erfasst werden möchtest
settings-nudges-paused = pausiert, bis du dich meldest
# $date is a date that Discord writes.
settings-nudges-paused-until = pausiert bis { $date }
settings-away = Du bist weg und am { $day } wieder da: Bis dahin gibt es keine. `/away end` beendet das.
# "When: on Mondays at 09:00 (Europe/Berlin)."
settings-when = Wann: { on-weekdays } um { $time } Uhr ({ $zone }).
settings-people = In einem Stups: { $people ->
    [one] eine Person
   *[other] bis zu { $people } Personen
}.
settings-boards-shown = Ranglisten: Du bist dabei.
settings-voice-on = Sprachkanäle: Gespräche dort zählen, mit allen, die das auch möchten.
settings-voice-off = Sprachkanäle: Gespräche dort zählen nicht.
settings-voice-off-for-all = Sprachkanäle: Gespräche dort zählen auf diesem Server nicht.
settings-turn-voice-on = Sprachkanäle mitzählen
settings-turn-voice-off = Sprachkanäle nicht mitzählen
settings-boards-hidden = Ranglisten: Du bist nicht dabei.
# $name is a language in its own words.
settings-language = Sprache deiner Direktnachrichten: { $name }.
settings-language-of-client = Sprache deiner Direktnachrichten: { $name }, wie in deinem Discord.

## What can be pressed

settings-pick-weekday = Tag des Stupses
settings-pick-people = Personen pro Stups
settings-people-choice = { $people ->
    [one] 1 Person pro Stups
   *[other] Bis zu { $people } Personen pro Stups
}
settings-pick-language = Sprache deiner Direktnachrichten
settings-language-auto = Wie in meinem Discord
settings-pick-pause = Stupse pausieren
settings-ask-when = Zeitzone und Uhrzeit
settings-show = In Ranglisten zeigen
settings-hide = Aus Ranglisten heraushalten
settings-turn-on = Stupse einschalten
settings-turn-off = Stupse ausschalten
settings-resume = Stupse fortsetzen

## The form for zone and time. Discord shows at most 45 characters of each.

settings-form = Wann Stupse kommen
settings-form-time = Uhrzeit bei dir, zum Beispiel 09:00
settings-form-zone = Zeitzone, zum Beispiel Berlin oder UTC+2
time-unreadable = Das kann ich nicht als Uhrzeit lesen. Versuch es mit 9, 09:30, 0930 oder 17:00.
