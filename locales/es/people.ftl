# /people, /person and /me, and a member's talks.

## The lists of /people

people-due = Gente con la que estás perdiendo el contacto
people-all = Gente con la que mantienes el contacto
people-snoozed = Personas pospuestas
people-stopped = Personas sin recordatorios
people-contacts = Tus contactos fuera del servidor
# A list with only people of one kind: "People you keep in touch with: customer".
people-of-kind = { $title }: { $kind }
people-nobody-of-kind = En esta lista no hay nadie con la relación "{ $kind }". En `/person` puedes indicar qué es alguien para ti.
people-nobody-due = Ahora mismo no toca hablar con nadie. `/met` registra que hablaste con alguien.
people-nobody = Aún no hay nadie. `/met` registra que hablaste con alguien.
people-nobody-snoozed = No hay personas pospuestas.
people-nobody-stopped = Recibes recordatorios sobre todo el mundo.
people-nobody-contacts = Aún no hay contactos. `/contact add` añade a alguien de fuera del servidor y `/contact import`, a muchas personas de un archivo; solo tú las ves.

# Facts about a person, after their name: "Bob · every month · last talked 3 weeks ago · due in 9 days".
# $ago is "3 weeks ago", as Discord writes it.
people-last-talked = última charla { $ago }
people-never-talked = aún sin charlas
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-is-due = toca hablar: { $when }
people-is-snoozed = recordatorio pospuesto hasta el { $date }
people-is-away = fuera, vuelve el { $day }
people-is-stopped = sin recordatorios
people-is-apart = con distancia
people-is-untracked = sin seguimiento, a petición suya
people-is-gone = dejó el servidor

people-count = { $people ->
    [one] 1 persona
   *[other] { $people } personas
}
people-page = Página { $page } de { $pages }
people-open = Ver a una persona
people-show-all = Todas las personas
people-show-talks-with-someone = Charlas con alguien

## The card of a person

# $kind is "manager", "peer" and so on: what they are to the reader.
people-kind = Para ti: { $kind }
# Below the name of a contact: somebody outside the server.
people-contact = Un contacto tuyo: solo tú lo ves
# $day: "3 December".
people-birthday = Cumpleaños: { $day }
# $circle is a circle's name with how often that is.
people-circle = Círculo: { $circle }
people-circle-of-team = Círculo: { $circle }, por defecto en este servidor
people-away = Fuera, vuelve el { $day }
# $next is one or two of the sentences below.
people-next = Próximo recordatorio: { $next }
people-next-gone = Ninguno, porque dejó el servidor.
people-next-stopped = Ninguno, porque los desactivaste para esta persona.
people-next-apart = Ninguno, porque pediste mantener distancia.
people-next-untracked = Ninguno, porque pidió que no se le haga seguimiento.
people-next-before-talk = Ninguno antes de la primera charla.
people-next-snoozed = Pospuesto hasta el { $date }.
people-next-earliest = El { $date }, como muy pronto.
people-next-own-untracked = No recibes ninguno, porque pediste que no se te haga seguimiento. *{ privacy-track-again }* en `/privacy` lo cambia.
people-next-own-paused = Los tuyos están en pausa; `/nudge resume` los reanuda.
people-next-own-closed = No aceptas mensajes directos; permítelos, y `/nudge on` traerá los recordatorios.
people-next-own-off = No recibes ninguno; `/nudge on` los activa.
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-next-due = Toca hablar: { $when }.
# $kudos is one or two sentences.
people-kudos = Kudos con esta persona: { $kudos }
people-kudos-none = Por ahora, ninguno.
people-kudos-all-since = Todo desde la última charla.
people-kudos-none-since = Ninguno desde la última charla.

# Also in nudges.
thanks-given = Le diste las gracias { $given ->
    [1] una vez
    [2] dos veces
   *[other] { $given } veces
}.
thanks-received = Te dio las gracias { $received ->
    [1] una vez
    [2] dos veces
   *[other] { $received } veces
}.
thanks-both = Le diste las gracias { $given ->
    [1] una vez
    [2] dos veces
   *[other] { $given } veces
} y te las dio { $received ->
    [1] una vez
    [2] dos veces
   *[other] { $received } veces
}.
thanks-given-since = Desde la última charla, le diste las gracias { $given ->
    [1] una vez
    [2] dos veces
   *[other] { $given } veces
}.
thanks-received-since = Desde la última charla, te dio las gracias { $received ->
    [1] una vez
    [2] dos veces
   *[other] { $received } veces
}.
thanks-both-since = Desde la última charla, le diste las gracias { $given ->
    [1] una vez
    [2] dos veces
   *[other] { $given } veces
} y te las dio { $received ->
    [1] una vez
    [2] dos veces
   *[other] { $received } veces
}.

people-no-talks = Aún no hay ninguna charla con esta persona, que yo sepa.
people-logged-by = La registró { $name }.
people-logged-by-you = La registraste tú.
# Instead of who logged it.
people-logged-by-voice = Anotada desde un canal de voz.
people-note = Tu nota: { $note }

people-talked = Hablamos
people-stop = No recordar más
people-resume = Volver a recordar
# Neither is suggested to the other. Only the reader knows.
people-apart = Mantener distancia
people-together = Dejar de mantener distancia
people-talks = Charlas y notas
people-contact-edit = Editar
people-contact-remove = Quitar
people-snooze = Posponer
# $day is "Mon 30 Nov".
people-snoozed-until = Pospuesto hasta el { $day }
people-end-snooze = Dejar de posponer
people-absent = Yo no estaba
# $when is a day, perhaps with a time.
people-absent-from = { $when }, la registró { $name }

## On the card, after something was pressed

people-done-talked = Registrado: hablaste con esta persona.
people-done-talked-again = Registraste esta charla hace un momento, así que sigue contando como una.
people-done-stopped = Listo: no habrá más recordatorios sobre esta persona.
people-done-resumed = Vuelve a haber recordatorios sobre esta persona.
people-done-snoozed = Pospuesto: sin recordatorios sobre esta persona antes del { $date }. Cada cuánto quieres hablar no cambia.
people-done-awake = El recordatorio ya no está pospuesto.
# $rhythm is "every month".
people-done-circle = Quieres hablar { $rhythm }.
people-done-kind = Anotado: { $kind }. Solo tú lo ves.
people-done-no-kind = Lo que esta persona es para ti ya no está anotado.
people-done-apart = Se mantiene la distancia: ni esta persona te aparecerá como sugerencia, ni tú a ella. No se le dice nada.
people-done-together = Ya no mantienes distancia con esta persona.
# $day is "Fri 20 Nov 2026".
people-done-withdrawn = Ya no estás en la charla del { $day }, y ya no cuenta para ti.
people-done-not-in = Ya no estás en esa charla.
people-done-contact-added = Añadido, solo para ti. `/contact met` registra cada charla.
people-done-contact-changed = Cambiado.
people-done-contact-opened = *{ people-contact-edit }* cambia nombre, organización y cumpleaños; los menús de abajo cambian lo demás.

## People who have no card

people-oneself = Esa persona eres tú. Elige a alguien con quien mantienes el contacto.
people-bot = { $name } es un bot, y Rapport recuerda charlas entre personas. Elige a una persona.
people-not-in-team = { $name } no está en este servidor. `/people` muestra a todas las personas de las que me hablaste.

## Talks, page by page

talks-title = Charlas con { $name }
talks-none = No hay ninguna registrada.
talks-with-nobody-left = Las demás personas pidieron que se olvidaran sus datos o se quitaron de la charla. Tus notas siguen siendo tuyas.
# Facts about a talk, after its date.
# How two people talked, instead of "on a call": in voice channels, on that day.
talks-voice-minutes = { $minutes ->
    [one] { $minutes } minuto por voz
   *[other] { $minutes } minutos por voz
}
talks-logged-by-them = la registró la otra persona
talks-with-note = tu nota
talks-open = Ver una charla
talks-to-person = Volver a la persona

## A talk

talk-title = Charla: { $when }
talk-people = Con: { $people }
# $how is "over coffee", or one of the two below.
talk-how = Cómo: { $how }
talk-how-other = de otra forma
talk-how-unknown = sin indicar
talk-logged-by = Registrada por: { $name }
talk-logged-by-you = Registrada por ti
talk-logged-by-voice = Anotada desde un canal de voz, como querían las dos personas
talk-note = Arriba está tu nota. Solo tú la ves.
talk-note-page = Arriba está la página { $page } de { $pages } de tu nota. Solo tú la ves.
talk-no-note = No tienes ninguna nota sobre esta charla.
talk-add-note = Añadir nota
talk-change-note = Cambiar nota
talk-change-date = Cambiar fecha
talk-delete = Eliminar
talk-delete-question = ¿Eliminar esta charla? Dejará de contar para todo el mundo y se eliminarán todas sus notas.
talk-delete-yes = Sí, eliminarla
talk-delete-no = Conservarla
talk-all = Todas las charlas
talk-note-kept = Tu nota está guardada.
talk-note-deleted = Tu nota se eliminó.
talk-date-changed = La fecha ahora es el { $when }.
# $day is "Fri 20 Nov 2026".
talk-deleted = La charla del { $day } se eliminó.
talk-not-yours = Esa charla ya no está registrada, o no puedes cambiarla. `/person` muestra lo que está registrado.

## The forms for a note and a date. Discord shows at most 45 characters of titles and labels.

talk-form-note = Tu nota
talk-form-note-input = ¿Qué quieres recordar?
talk-form-note-hint = Solo tú la verás. Si la dejas vacía, no hay nota
talk-form-date = Cambiar la fecha
talk-form-date-input = ¿Cuándo fue?
talk-form-date-hint = ayer, el viernes pasado, 20 nov 14:00

## /me: the network as a picture

me-nobody = Aún no hay a quién dibujar. `/met` registra que hablaste con alguien. En la imagen no salen quienes se fueron, pidieron que no se les haga seguimiento o están sin recordatorios.
# $counts is a list: "1 in touch, 2 due and 1 long overdue".
me-people = Tú y { $people ->
    [one] 1 persona
   *[other] { $people } personas
}: { $counts }.
me-in-touch = { $count } en contacto
me-due = { $count ->
    [one] { $count } pendiente
   *[other] { $count } pendientes
}
me-long-overdue = { $count ->
    [one] { $count } pendiente desde hace mucho
   *[other] { $count } pendientes desde hace mucho
}
me-left-out = { $count ->
    [one] Hay 1 más en `/people`.
   *[other] Hay { $count } más en `/people`.
}
# $people is a list of people whose names can't be drawn: "1. is 王小明 and 2. is 李雷".
me-numbered = En la imagen, { $people }.
me-number = el { $number } es { $name }

# The picture in words, for people who can't see it.
me-described = Tu red, contigo en el centro; cuanto más lejos, más tiempo pendiente.
me-described-in-touch = En contacto: { $people }.
me-described-due = Pendientes: { $people }.
me-described-long-overdue = Pendientes desde hace mucho: { $people }.

# What is drawn in the picture.
me-picture-title = Tu red
me-picture-subtitle = Cuanto más lejos, más tiempo pendiente
# In a small circle: at most 4 letters.
me-picture-you = Tú
me-picture-in-touch = en contacto
me-picture-due = pendiente
me-picture-long-overdue = pendiente hace mucho
# In place of a name that can't be drawn; the text beside the picture has the name.
me-picture-see = ver { $number }
# At most 22 letters.
me-picture-own-days = Tus propios días
me-picture-snoozed = Hueco: pospuesto
