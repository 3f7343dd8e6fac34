# The slash commands and menus as Discord lists them. A description has at most 100 characters. A
# `.name` is what people type before an option's value: one word in small letters, at most 32; a
# choice has at most 100 characters, a menu 32. The names of commands themselves are not translated.

command-met = Registra que hablaste con alguien: también cuenta para la otra persona.
command-met-person = ¿Con quién hablaste?
    .name = persona
# People can type these words in their own language.
command-met-when = ¿Cuándo fue? "ayer", "el viernes pasado", "20 nov 14:00"; si lo dejas vacío, ahora
    .name = cuándo
command-met-how = ¿Cómo fue?
    .name = cómo
command-met-how-in-person = en persona
command-met-how-call = llamada
command-met-how-chat = chat
command-met-how-coffee = café
command-met-how-pairing = trabajo mano a mano
command-met-how-other = otra forma
command-met-note = Lo que quieres recordar. Solo tú lo verás
    .name = nota
command-met-person2 = ¿Quién más estaba?
    .name = persona2
command-met-person3 = ¿Quién más estaba?
    .name = persona3
command-met-person4 = ¿Quién más estaba?
    .name = persona4
command-met-person5 = ¿Quién más estaba?
    .name = persona5
# A menu on a person.
command-we-talked = Hablamos

command-people = Las personas con las que mantienes el contacto, empezando por las más pendientes.
command-people-show = ¿Qué personas? Todas, si lo dejas vacío
    .name = mostrar
command-people-show-due = pendientes
command-people-show-all = todas
command-people-show-snoozed = pospuestas
command-people-show-stopped = sin recordatorios
command-people-kind = Solo las personas que son esto para ti
    .name = relación
command-people-kind-manager = { kind-manager }
command-people-kind-report = { kind-report }
command-people-kind-skip-level = { kind-skip-level }
command-people-kind-peer = { kind-peer }
command-people-kind-mentor = { kind-mentor }
command-people-kind-customer = { kind-customer }
command-people-kind-partner = { kind-partner }
command-people-kind-friend = { kind-friend }
command-people-kind-other = { kind-other }
command-person = Lo que sabes de una persona: la última charla, tus notas y cuándo puede haber un recordatorio.
command-person-who = ¿Quién?
    .name = quién
command-me = Tu red en una imagen: a quién tienes cerca y con quién estás perdiendo el contacto.

command-nudge = Un mensaje directo corto a la semana sobre la gente con la que estás perdiendo el contacto.
command-nudge-on = Recibe cada semana un mensaje directo corto sobre gente con la que estás perdiendo el contacto.
command-nudge-off = No más mensajes directos semanales. Lo que registraste se queda.
command-nudge-now = Mira ya el recordatorio de esta semana.
command-nudge-when = Elige el día, la hora y la zona horaria de tu recordatorio.
command-nudge-when-day = El día de la semana
    .name = día
command-nudge-when-day-monday = lunes
command-nudge-when-day-tuesday = martes
command-nudge-when-day-wednesday = miércoles
command-nudge-when-day-thursday = jueves
command-nudge-when-day-friday = viernes
command-nudge-when-day-saturday = sábado
command-nudge-when-day-sunday = domingo
command-nudge-when-time = La hora en tu reloj, como 09:00
    .name = hora
command-nudge-when-zone = Tu zona horaria: empieza a escribir una ciudad
    .name = zona
command-nudge-pause = Sin recordatorios por un tiempo. El día y la hora se quedan como están.
command-nudge-pause-length = ¿Por cuánto tiempo?
    .name = duración
command-nudge-pause-length-2w = { pause-two-weeks }
command-nudge-pause-length-1m = { pause-one-month }
command-nudge-pause-length-3m = { pause-three-months }
command-nudge-pause-length-open = { pause-until-they-say }
command-nudge-resume = Termina la pausa de tus recordatorios.

command-away = Di que estás fuera: ni recordatorios para ti ni sobre ti.
command-away-until = Di hasta cuándo estás fuera.
command-away-until-day = El día en que vuelves: "el próximo lunes", "en 2 semanas", "5 dic"
    .name = día
command-away-end = Di que ya volviste.

command-kudos = Da las gracias a alguien, aquí y a la vista de todo el mundo.
command-kudos-person = ¿A quién quieres dar las gracias?
    .name = persona
command-kudos-message = ¿Por qué?
    .name = mensaje
command-kudos-person2 = ¿A quién más?
    .name = persona2
command-kudos-person3 = ¿A quién más?
    .name = persona3
# A menu on a person.
command-give-kudos = Dar kudos
# A menu on a message.
command-kudos-for-this = Kudos por esto
command-leaderboard = Quién recibe o da más kudos: se publica aquí, a la vista de todo el mundo.
command-leaderboard-period = ¿De qué días? Este mes, si lo dejas vacío
    .name = periodo
command-leaderboard-period-this-week = esta semana
command-leaderboard-period-last-7-days = últimos 7 días
command-leaderboard-period-this-month = este mes
command-leaderboard-period-last-30-days = últimos 30 días
command-leaderboard-period-this-quarter = este trimestre
command-leaderboard-period-all-time = desde siempre
command-leaderboard-scope = ¿De dónde? De este canal, si lo dejas vacío
    .name = dónde
command-leaderboard-scope-this-channel = este canal
command-leaderboard-scope-whole-server = todo el servidor
command-leaderboard-board = ¿Kudos recibidos o dados? Recibidos, si lo dejas vacío
    .name = kudos
command-leaderboard-board-received = recibidos
command-leaderboard-board-given = dados
command-kudos-mine = Los agradecimientos que recibiste, con sus palabras. Solo tú los ves.

command-settings = Mira y cambia lo que Rapport hace por ti aquí.
command-settings-zone = Tu zona horaria: empieza a escribir una ciudad
    .name = zona
command-privacy = Mira lo que se guarda sobre ti, llévatelo o haz que se borre.
command-setup = Configura Rapport para este servidor.
command-setup-zone = La zona horaria del servidor: empieza a escribir una ciudad
    .name = zona
command-help = Qué hace Rapport y cómo se usa.
