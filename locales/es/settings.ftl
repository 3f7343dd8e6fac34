# /settings: a member's own settings.

settings-title-here = Tus ajustes en este servidor
settings-title = Tus ajustes en { $server }
settings-nudges = Recordatorios: { $nudges }.
settings-nudges-on = activados
settings-nudges-off = desactivados
settings-nudges-untracked = ninguno, porque pediste que no se te haga seguimiento
settings-nudges-paused = en pausa hasta que avises
# $date is a date that Discord writes.
settings-nudges-paused-until = en pausa hasta el { $date }
settings-away = Estás fuera y vuelves el { $day }: hasta entonces no hay ninguno. Si vuelves antes, usa `/away end`.
# "When: on Mondays at 09:00 (Europe/Berlin)."
settings-when = Cuándo: { on-weekdays } a las { $time } ({ $zone }).
settings-people = En cada recordatorio: { $people ->
    [one] una persona
   *[other] hasta { $people } personas
}.
settings-boards-shown = Clasificaciones: apareces en ellas.
settings-voice-on = Voz: las charlas en canales de voz cuentan, con quienes también lo quieran.
settings-voice-off = Voz: las charlas en canales de voz no cuentan.
settings-voice-off-for-all = Voz: las charlas en canales de voz no cuentan en este servidor.
settings-turn-voice-on = Contar las charlas de voz
settings-turn-voice-off = No contar las charlas de voz
settings-boards-hidden = Clasificaciones: no apareces en ellas.
# $name is a language in its own words.
settings-language = Idioma de tus mensajes directos: { $name }.
settings-language-of-client = Idioma de tus mensajes directos: { $name }, como en tu Discord.

## What can be pressed

settings-pick-weekday = Día del recordatorio
settings-pick-people = Personas por recordatorio
settings-people-choice = { $people ->
    [one] 1 persona por recordatorio
   *[other] Hasta { $people } personas por recordatorio
}
settings-pick-language = Idioma de tus mensajes directos
settings-language-auto = Como en mi Discord
settings-pick-pause = Pausar los recordatorios
settings-ask-when = Zona y hora
settings-show = Aparecer en clasificaciones
settings-hide = No aparecer en clasificaciones
settings-turn-on = Activar recordatorios
settings-turn-off = Desactivar recordatorios
settings-resume = Reanudar recordatorios

## The form for zone and time. Discord shows at most 45 characters of each.

settings-form = Cuándo llegan los recordatorios
settings-form-time = Hora en tu reloj, como 09:00
settings-form-zone = Zona horaria, como Madrid o UTC-5
time-unreadable = Eso no parece una hora. Prueba con 9, 09:30, 0930, 5 pm o mediodía.
