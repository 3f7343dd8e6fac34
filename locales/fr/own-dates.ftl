# /dates: a member's birthday and the day they started, and where others read them.

# $day: "5 décembre".
own-dates-birthday = Ton anniversaire est le { $day }. Les personnes avec qui tu as échangé ici le voient dans `/person`, et dans leur rappel de cette semaine-là.
own-dates-first-day = Tu as commencé le { $day }. Les personnes avec qui tu as échangé ici voient cette date dans `/person`, et dans leur rappel de cette semaine-là.
# Added where $day is 29 February.
own-dates-leap-day = Les années sans ce jour, c'est le 28 qui compte.
own-dates-remove = Retirer
own-dates-no-birthday = Je ne connais pas ton anniversaire. `/dates birthday` avec un jour comme « 5 déc » me le dit, sans l'année ; seules les personnes avec qui tu as échangé ici le voient.
own-dates-no-first-day = Je ne connais pas le jour de tes débuts. `/dates first-day` avec un jour comme « 5 déc » me le dit, sans l'année ; seules les personnes avec qui tu as échangé ici le voient.
own-dates-birthday-removed = C'est retiré : plus personne ne voit ton anniversaire ici.
own-dates-first-day-removed = C'est retiré : plus personne ne voit ici le jour de tes débuts.
own-dates-untracked = Tu ne souhaites pas de suivi ici, donc personne ne verrait cette date, et je ne l'ai pas gardée. *{ privacy-track-again }* dans `/privacy` change cela.

## Refused days

bad-day-unreadable = Je ne reconnais pas de jour de l'année dans « { $typed } ». Essaie « 5 décembre », « 5 déc » ou « 5/12 ».
# $readings: "5 décembre ou 12 mai".
bad-day-order = Un jour en chiffres ne se lit pas pareil d'un pays à l'autre : ça peut être { $readings }. Écris le mois en lettres.

## What others read

# In a nudge. $day: "mer. 2 décembre".
date-coming-birthday = Anniversaire : { $day }.
# In a nudge. $day: "2 décembre".
date-coming-first-day = Ses débuts ici : un { $day }.
# On the card of /person. $day: "2 décembre".
date-birthday = Anniversaire : { $day }
date-first-day = Ses débuts ici : un { $day }
