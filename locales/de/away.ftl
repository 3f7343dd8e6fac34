# /away: a member says until when they are away.

# $day: "5. Dezember", the day on which they are back.
away-until = Du bist weg und am { $day } wieder da. Bis dahin bekommt niemand einen Stups zu dir, und zu dir kommt auch keiner. Andere sehen in `/person`, wann du wieder da bist; `/away end` beendet das schon vorher.
# $date is a date that Discord writes.
away-next-nudge = Dein nächster Stups kommt frühestens am { $date }.
away-ended = Willkommen zurück. Du kannst wieder in den Stupsen anderer vorkommen.
away-not = Soweit ich weiß, bist du nicht weg. Mit `/away until` sagst du mir, bis wann du weg bist.
away-untracked = Du möchtest hier nicht erfasst werden, deshalb bekommt ohnehin niemand einen Stups zu dir, und zu dir kommt auch keiner. *{ privacy-track-again }* in `/privacy` ändert das.
