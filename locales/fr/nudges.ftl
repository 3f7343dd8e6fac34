# Nudges: the weekly DM, /nudge, and what is pressed below them.

## On, off, and when they come

nudges-on = Les rappels sont activés.
# $when is a weekday, a date and a time, as Discord writes them.
nudges-on-next = Les rappels sont activés. Le prochain peut arriver le { $when } ; les semaines où il n'y a personne à suggérer, tu n'en reçois pas. `/nudge when` change le jour, l'heure et le fuseau, `/nudge off` les arrête.
nudges-declined = Pas de messages privés, alors. `/nudge on` est là si tu changes d'avis.
nudges-off = Les rappels sont désactivés. Ce que tu as enregistré reste ; `/nudge on` les fait revenir.
nudges-already-off = Les rappels sont déjà désactivés. `/nudge on` les active.
nudges-untracked = Tu ne souhaites pas de suivi ici, donc il n'y a pas de rappels pour toi. *{ privacy-track-again }* dans `/privacy` les fait revenir.

# "Nudges come on Fridays at 09:00 (Europe/Berlin)."
nudges-come = Les rappels arrivent { on-weekdays } à { $time } ({ $zone }).
nudges-come-next = Les rappels arrivent { on-weekdays } à { $time } ({ $zone }). Le prochain peut arriver le { $date }.
nudges-come-away-next = Les rappels arrivent { on-weekdays } à { $time } ({ $zone }). Tu t'absentes, donc le prochain peut arriver le { $date } ; `/away end` les fait revenir dès maintenant.
nudges-come-paused = Les rappels arrivent { on-weekdays } à { $time } ({ $zone }), mais ils sont en pause. `/nudge resume` les relance.
nudges-come-paused-next = Les rappels arrivent { on-weekdays } à { $time } ({ $zone }), mais ils sont en pause. Le prochain peut arriver le { $date } ; `/nudge resume` les relance dès maintenant.
nudges-come-off = Les rappels arrivent { on-weekdays } à { $time } ({ $zone }), mais ils sont désactivés. `/nudge on` les active.
nudges-come-untracked = Les rappels arrivent { on-weekdays } à { $time } ({ $zone }), mais tu ne souhaites pas de suivi. *{ privacy-track-again }* dans `/privacy` les fait revenir.

## Pauses. $server is a server's name in bold, for readers outside of it.

nudges-pause-question = Pas de rappels pendant combien de temps ? Le jour et l'heure ne changent pas.
nudges-pause-question-from = Pas de rappels du serveur { $server } pendant combien de temps ? Le jour et l'heure ne changent pas.
nudges-paused = Les rappels sont en pause, jusqu'à ce que tu les relances avec `/nudge resume`.
nudges-paused-from = Les rappels du serveur { $server } sont en pause, jusqu'à ce que tu les relances avec `/nudge resume`.
nudges-paused-until = Les rappels sont en pause jusqu'au { $date }. Ensuite, ils arriveront à nouveau { on-weekdays } ; `/nudge resume` met fin à la pause plus tôt.
nudges-paused-until-from = Les rappels du serveur { $server } sont en pause jusqu'au { $date }. Ensuite, ils arriveront à nouveau { on-weekdays } ; `/nudge resume` met fin à la pause plus tôt.
nudges-not-paused = Les rappels ne sont pas en pause.
nudges-resume = Reprendre les rappels

## The nudge

nudge-of-nobody = Les personnes de ce rappel ne sont plus sur le serveur, ou ne souhaitent pas de suivi.
nudge-of-one = Une personne à qui tu pourrais faire signe cette semaine :
nudge-of-several = Quelques personnes à qui tu pourrais faire signe cette semaine :
nudge-of-dates = Une date à retenir cette semaine :
nudge-also-dates = Cette semaine aussi :
# /nudge now
nudge-preview = Si ton rappel arrivait maintenant, il dirait :
nudge-nobody = Personne à suggérer pour l'instant. Les personnes en attente, ou suggérées récemment, ne reviennent pas tout de suite. `/people` montre tout le monde, et `/met` enregistre un échange.
# $ago is "3 weeks ago", as Discord writes it; $how is "over coffee".
nudge-last = Dernier échange { $ago }.
nudge-last-how = Dernier échange { $ago }, { $how }.
nudge-never = { $name } et toi, vous ne vous êtes pas encore parlé, à ma connaissance.
nudge-hello = Un premier bonjour fait plus souvent plaisir qu'on ne le croit.
# Of a contact outside the server.
nudge-contact-never = Tu n'as pas encore enregistré d'échange avec cette personne.
# $question is one of questions.ftl.
nudge-question = Une question pour commencer : *{ $question }*
nudge-note = Ta note : { $note }
# $rhythm is "every month".
nudge-rhythm = Tu voulais un échange { $rhythm }.
nudge-back-since = De retour depuis { $weekday }.
nudge-talked-since = Vous vous êtes parlé depuis.
# $when is a weekday, a date and a time, as Discord writes them.
nudge-reminder = Je t'en reparle le { $when }
# $server is a server's name in bold.
nudge-from = Du serveur { $server }

nudge-talked = On s'est parlé
nudge-remind = M'en reparler…
nudge-not-now = Pas maintenant
nudge-stop = Arrêter
nudge-pause = Mettre les rappels en pause
nudge-settings = Paramètres

## After something was pressed. The message stays, so there are no relative dates.

nudge-done-talked = Enregistré : vous vous êtes parlé.
nudge-done-not-now = Pas maintenant : pas de rappel à son sujet pendant 30 jours.
nudge-done-stopped = C'est arrêté : tu n'auras plus de rappels à son sujet.
nudge-not-yours = Ce rappel n'est pas le tien, ou n'existe plus. `/nudge now` montre les personnes du tien.
nudge-no-longer-named = Cette personne ne souhaite pas de suivi, ou a fait supprimer ce qui était gardé sur elle, donc rien n'est enregistré.

## Reminders: a time that the reader chooses in a nudge, and the DM that comes then. $name is a person, $when
## a weekday, a date and a time, as Discord writes them.

remind-question = { $name } : quand veux-tu que je t'en reparle ?
remind-chosen = Tu as choisi le { $when } ; un autre moment le remplace.
remind-late = Ce moment est déjà passé.
# Buttons. $time is a time of day, like 09:00.
remind-own = Un autre moment…
remind-today = Aujourd'hui, { $time }
remind-tomorrow = Demain, { $time }
remind-weekday = { $weekday }, { $time }
# The form. Discord shows 45 characters of the title and of the label, 100 of the hint.
remind-form = Un autre moment
remind-form-when = Quand ?
# What can be typed.
remind-form-hint = vendredi 15h, dans 2 semaines, 12 déc 9h30
remind-kept = { $name } : je t'en reparlerai le { $when }.
remind-hindered = Je ne peux pas t'en reparler tant que les rappels sont désactivés ou en pause, ou que je ne peux pas t'envoyer de message privé. `/nudge on` ou `/nudge resume` y remédie.
remind-not-yours = Ce message n'est pas pour toi, ou n'existe plus. `/nudge now` montre les personnes de ton rappel.
# In the DM, below the person's name.
reminder-asked = Tu voulais que je t'en reparle maintenant.
