# /setup: the settings of a server, for people who may manage it.

setup-title = Rapport en este servidor
setup-zone = Zona horaria: { $zone } (para quienes no eligieron la suya)
# $circle is a circle's name with how often that is.
setup-circle = Círculo: { $circle }, para quienes no eligieron otro
setup-kudos-on = Kudos: activados; cada persona da hasta { $per_day } al día, como mucho { $per_person } a la misma persona.
setup-kudos-off = Kudos: desactivados.
# $emoji is an emoji. "Someone" is who wrote the message.
setup-reaction = Kudos por reacción: { $emoji } en un mensaje da las gracias a quien lo escribió.
setup-reaction-none = Kudos por reacción: desactivados.
setup-reaction-deleted = Kudos por reacción: desactivados, porque el emoji que elegiste ya no está en este servidor. Elige otro abajo.
setup-boards-on = Clasificaciones: activadas.
setup-boards-off = Clasificaciones: desactivadas.
setup-voice-on = Charlas de voz: cuentan para quienes lo quieran.
setup-voice-off = Charlas de voz: no cuentan.
setup-turn-voice-on = Contar las charlas de voz
setup-turn-voice-off = No contar las charlas de voz
# "Weekly recap: #general, on Fridays." $channel is a link to a channel.
setup-recap = Resumen semanal: { $channel }, { on-weekdays }.
setup-recap-none = Resumen semanal: ninguno.
setup-recap-deleted = Resumen semanal: ninguno, porque se borró el canal que elegiste. Elige otro abajo.
setup-recap-hidden = Resumen semanal: ninguno, porque no puedo ver { $channel }. Dame acceso o elige otro abajo.
# $channel is a link to a channel, $time is "10:00": "every 2 weeks, on Tuesdays at 10:00".
setup-introductions = Presentaciones: en { $channel }, cada { $weeks } semanas, { on-weekdays } a las { $time }.
setup-introductions-none = Presentaciones: ninguna.
setup-introductions-deleted = Presentaciones: ninguna, porque se borró el canal que elegiste. Elige otro.
setup-introductions-hidden = Presentaciones: ninguna, porque no puedo ver { $channel }. Dame acceso o elige otro canal.
# $permissions: "Create Private Threads and Send Messages".
setup-introductions-missing = Presentaciones: ninguna, porque en { $channel } no tengo permiso para { $permissions }. Dámelo o elige otro canal.
setup-introductions-title = Presentaciones
setup-introductions-what = Reúno en hilos privados, de dos en dos, a quienes dicen que sí con `/introductions on` y no suelen hablar entre sí.
# $role is a link to a role.
setup-roster-role = Lista del equipo: las personas con { $role }. Pueden aparecer como sugerencia para quienes nunca hablaron con ellas; los mensajes directos siguen llegando solo a quienes dijeron que sí.
setup-roster-role-gone = Lista del equipo: quienes usan Rapport, porque se borró el rol que elegiste. Elige otro abajo.
setup-roster-all = Lista del equipo: quienes usan Rapport.
setup-roster-by-role = Para usar un rol como lista del equipo, pide a quien se encarga de Rapport que active `discord.members_intent` y, en el portal de desarrolladores de Discord, el Server Members Intent.
setup-roster-refused = En la lista del equipo están quienes usan Rapport. { setup-roster-by-role }
setup-language = Idioma de las publicaciones: { $name }.
setup-language-of-server = Idioma de las publicaciones: { $name }, como en los ajustes del servidor.

## What can be pressed

setup-pick-circle = Círculo para quienes no eligieron otro
setup-pick-language = Idioma de las publicaciones
setup-language-auto = Como en los ajustes del servidor
setup-pick-recap-channel = Canal del resumen semanal
setup-pick-recap-day = Día del resumen semanal
setup-pick-roster = Rol para la lista del equipo
setup-ask-numbers = Zona y kudos al día
setup-turn-kudos-on = Activar kudos
setup-turn-kudos-off = Desactivar kudos
setup-turn-boards-on = Activar clasificaciones
setup-turn-boards-off = Desactivar clasificaciones
setup-no-roster = Lista del equipo sin rol
setup-no-recap = Sin resumen semanal
setup-ask-reaction = Kudos por reacción
setup-open-introductions = Presentaciones
setup-pick-introductions-channel = Canal en el que se crean los hilos
setup-pick-introductions-rhythm = Cada cuánto
setup-pick-introductions-day = Día de la ronda
setup-pick-introductions-hour = Hora de la ronda
setup-introductions-every = Cada { $weeks } semanas
setup-introductions-hour = A las { $time }
setup-no-introductions = Sin presentaciones
setup-back = Volver

## The form for zone and allowance. Discord shows at most 45 characters of each.

setup-form-zone = { settings-form-zone }
setup-form-per-day = Kudos al día, para cada persona
setup-form-per-person = De esos, máximo a la misma persona
allowance-range = El límite puede ser de 1 a { $most } kudos al día. Escribe un número, por ejemplo 5.
allowance-per-person = Con { $per_day } al día, el máximo para la misma persona es { $per_day }. Escribe { $per_day } o menos en ese campo.

## The form for the emoji of kudos by reaction. Discord shows 45 characters of the label, 100 of the hint.

setup-form-reaction = Emoji (déjalo vacío para ninguno)
setup-form-reaction-hint = 👏, o el nombre de un emoji de este servidor
# $typed is what the person typed.
setup-no-emoji = No conozco el emoji "{ $typed }". Sirve uno como 👏, y también el nombre de un emoji de este servidor.
