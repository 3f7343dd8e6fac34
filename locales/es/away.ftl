# /away: a member says until when they are away.

# $day: "5 de diciembre", the day on which they are back.
away-until = Anotado: estás fuera y vuelves el { $day }. Hasta entonces nadie recibe recordatorios sobre ti, y a ti tampoco te llega ninguno. Los demás pueden ver en `/person` cuándo vuelves; si vuelves antes, usa `/away end`.
# $date is a date that Discord writes.
away-next-nudge = Tu próximo recordatorio puede llegar el { $date }.
away-ended = Qué bueno tenerte de vuelta. Ya puedes aparecer otra vez en los recordatorios de los demás.
away-not = Que yo sepa, no estás fuera. Con `/away until` me dices hasta cuándo lo estás.
away-untracked = Pediste que aquí no se te haga seguimiento, así que nadie recibe recordatorios sobre ti ni te llega ninguno: no hay nada que detener. *{ privacy-track-again }* en `/privacy` lo cambia.
