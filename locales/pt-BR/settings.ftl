# /settings: a member's own settings.

settings-title-here = Suas configurações neste servidor
settings-title = Suas configurações em { $server }
settings-nudges = Lembretes: { $nudges }.
settings-nudges-on = ativados
settings-nudges-off = desativados
settings-nudges-untracked = nenhum, porque você pediu para o Rapport não acompanhar você
settings-nudges-paused = em pausa até você avisar
# $date is a date that Discord writes.
settings-nudges-paused-until = em pausa até { $date }
settings-away = Você está fora e volta em { $day }: até lá, não há nenhum. `/away end` antecipa a volta.
# "When: on Mondays at 09:00 (Europe/Berlin)."
settings-when = Quando: { on-weekdays }, às { $time } ({ $zone }).
settings-people = Em cada lembrete: { $people ->
    [one] uma pessoa
   *[other] até { $people } pessoas
}.
settings-boards-shown = Rankings: você aparece neles.
settings-voice-on = Voz: as conversas em canais de voz contam, com quem também quiser.
settings-voice-off = Voz: as conversas em canais de voz não contam.
settings-voice-off-for-all = Voz: as conversas em canais de voz não contam neste servidor.
settings-turn-voice-on = Contar conversas por voz
settings-turn-voice-off = Não contar conversas por voz
settings-boards-hidden = Rankings: você não aparece neles.
# $name is a language in its own words.
settings-language = Idioma das suas mensagens diretas: { $name }.
settings-language-of-client = Idioma das suas mensagens diretas: { $name }, como no seu Discord.

## What can be pressed

settings-pick-weekday = Dia do lembrete
settings-pick-people = Pessoas por lembrete
settings-people-choice = { $people ->
    [one] 1 pessoa por lembrete
   *[other] Até { $people } pessoas por lembrete
}
settings-pick-language = Idioma das suas mensagens diretas
settings-language-auto = Como no meu Discord
settings-pick-pause = Pausar lembretes
settings-ask-when = Fuso e hora
settings-show = Aparecer nos rankings
settings-hide = Não aparecer nos rankings
settings-turn-on = Ativar lembretes
settings-turn-off = Desativar lembretes
settings-resume = Retomar lembretes

## The form for zone and time. Discord shows at most 45 characters of each.

settings-form = Quando os lembretes chegam
settings-form-time = Hora no seu relógio, como 09:00
settings-form-zone = Fuso horário, como São Paulo ou UTC-3
time-unreadable = Não entendi isso como hora do dia. Tente 9, 9h30, 09:30 ou 17h.
