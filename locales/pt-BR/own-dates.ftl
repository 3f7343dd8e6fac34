# /dates: a member's birthday and the day they started, and where others read them.

# $day: "5 de dezembro".
own-dates-birthday = Seu aniversário é { $day }. Quem já conversou com você aqui vê isso em `/person` e no lembrete daquela semana.
own-dates-first-day = Você começou em { $day }. Quem já conversou com você aqui vê isso em `/person` e no lembrete daquela semana.
# Added where $day is 29 February.
own-dates-leap-day = Nos anos sem esse dia, vale o dia 28.
own-dates-remove = Remover
own-dates-no-birthday = Não sei quando é seu aniversário. `/dates birthday` com um dia como "5 dez" me conta, sem o ano; só quem já conversou com você aqui vê.
own-dates-no-first-day = Não sei em que dia você começou. `/dates first-day` com um dia como "5 dez" me conta, sem o ano; só quem já conversou com você aqui vê.
own-dates-birthday-removed = Removido: ninguém mais vê seu aniversário aqui.
own-dates-first-day-removed = Removido: ninguém mais vê aqui o dia em que você começou.
own-dates-untracked = Você pediu para o Rapport não acompanhar você aqui, então ninguém veria uma data sua, e ela não foi salva. *{ privacy-track-again }* em `/privacy` muda isso.

## Refused days

bad-day-unreadable = Não entendi "{ $typed }" como um dia do ano. Tente "5 de dezembro", "5 dez" ou "5/12".
# $readings: "5 de dezembro ou 12 de maio".
bad-day-order = Dias em números mudam de um país para outro: esse pode ser { $readings }. Escreva o mês por extenso.

## What others read

# In a nudge. $day: "qua 2 dez".
date-coming-birthday = Aniversário: { $day }.
# In a nudge. $day: "2 de dezembro".
date-coming-first-day = Dia em que começou: { $day }.
# On the card of /person. $day: "2 de dezembro".
date-birthday = Aniversário: { $day }
date-first-day = Dia em que começou: { $day }
