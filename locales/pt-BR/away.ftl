# /away: a member says until when they are away.

# $day: "5 de dezembro", the day on which they are back.
away-until = Anotado: você fica fora e volta em { $day }. Até lá, ninguém recebe lembretes sobre você, e nenhum chega para você. As outras pessoas veem em `/person` quando você volta; `/away end` antecipa a volta.
# $date is a date that Discord writes.
away-next-nudge = Seu próximo lembrete pode chegar em { $date }.
away-ended = Que bom ter você de volta. Você pode aparecer de novo nos lembretes das outras pessoas.
away-not = Até onde sei, você não está fora. `/away until` me diz até quando.
away-untracked = Você pediu para o Rapport não acompanhar você aqui, então ninguém recebe lembretes sobre você, e nenhum chega para você: não há nada para segurar. *{ privacy-track-again }* em `/privacy` muda isso.
