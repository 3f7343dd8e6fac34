# /settings: a member's own settings.

settings-title-here = Tes paramètres sur ce serveur
settings-title = Tes paramètres sur { $server }
settings-nudges = Rappels : { $nudges }.
settings-nudges-on = activés
settings-nudges-off = désactivés
settings-nudges-untracked = aucun, car tu ne souhaites pas de suivi
settings-nudges-paused = en pause jusqu'à nouvel ordre
# $date is a date that Discord writes.
settings-nudges-paused-until = en pause jusqu'au { $date }
settings-away = Tu t'absentes, et tu reviens le { $day } : d'ici là, il n'y en a pas. `/away end` met fin à ton absence.
# "When: on Mondays at 09:00 (Europe/Berlin)."
settings-when = Quand : { on-weekdays } à { $time } ({ $zone }).
settings-people = Dans un rappel : { $people ->
    [one] une personne
   *[other] jusqu'à { $people } personnes
}.
settings-boards-shown = Classements : tu y figures.
settings-voice-on = Vocal : les échanges en vocal comptent, avec les personnes qui le veulent aussi.
settings-voice-off = Vocal : les échanges en vocal ne comptent pas.
settings-voice-off-for-all = Vocal : les échanges en vocal ne comptent pas sur ce serveur.
settings-turn-voice-on = Compter le vocal
settings-turn-voice-off = Ne plus compter le vocal
settings-boards-hidden = Classements : tu n'y figures pas.
# $name is a language in its own words.
settings-language = Langue de tes messages privés : { $name }.
settings-language-of-client = Langue de tes messages privés : { $name }, comme dans ton Discord.

## What can be pressed

settings-pick-weekday = Jour du rappel
settings-pick-people = Personnes par rappel
settings-people-choice = { $people ->
    [one] 1 personne par rappel
   *[other] Jusqu'à { $people } personnes par rappel
}
settings-pick-language = Langue de tes messages privés
settings-language-auto = Comme dans mon Discord
settings-pick-pause = Mettre les rappels en pause
settings-ask-when = Fuseau et heure
settings-show = M'afficher dans les classements
settings-hide = Me retirer des classements
settings-turn-on = Activer les rappels
settings-turn-off = Désactiver les rappels
settings-resume = Reprendre les rappels

## The form for zone and time. Discord shows at most 45 characters of each.

settings-form = Quand arrivent les rappels
settings-form-time = L'heure chez toi, par exemple 09:00
settings-form-zone = Fuseau horaire, comme Berlin ou UTC+2
time-unreadable = Je n'y reconnais pas d'heure. Essaie 9, 09:30, 9h30 ou 17h.
