# /away: a member says until when they are away.

# $day: "5 décembre", the day on which they are back.
away-until = C'est noté : tu t'absentes, et tu reviens le { $day }. D'ici là, pas de rappels à ton sujet, et tu n'en reçois pas non plus. Les autres voient dans `/person` quand tu reviens ; `/away end` met fin à ton absence plus tôt.
# $date is a date that Discord writes.
away-next-nudge = Ton prochain rappel peut arriver le { $date }.
away-ended = Bon retour parmi nous. Tu peux à nouveau apparaître dans les rappels des autres.
away-not = Je n'ai noté aucune absence pour toi. `/away until` me dit quand tu reviens.
away-untracked = Tu ne souhaites pas de suivi ici, donc personne ne reçoit de rappel à ton sujet, et tu n'en reçois pas : il n'y a rien à suspendre. *{ privacy-track-again }* dans `/privacy` change cela.
