# Talks: /met, the menu "We talked", and the buttons below their answers.

## How two people talked, to put into a sentence: "You talked with Bob on a call."

how-in-person = en persona
how-call = por llamada
how-chat = por chat
how-coffee = tomando un café
how-pairing = trabajando mano a mano
how-voice = por voz

## When they talked, to put at the end of a sentence

talked-today = hoy
talked-yesterday = ayer
# $day: "Fri 20 Nov", or "Thu 20 Nov 2025" for another year.
talked-on = el { $day }
# $time is a time that Discord writes, like "Friday, 20 November 2026 14:00".
talked-at = el { $time }

## The answer

# How the answer begins. said-again: the same talk was logged a moment ago. restored: a correction was undone.
met-outcome = { $outcome ->
   *[logged] Registrado
    [updated] Actualizado
    [said-again] Ya estaba registrado
    [restored] Deshecho, todo como antes
}
# "Logged: you talked with Bob, yesterday." $when is one of the texts above, or a time that Discord writes, like "3 minutes ago".
met-talked = { met-outcome }: hablaste con { $others }, { $when }.
# "Logged: you talked with Bob on a call, yesterday." $how is one of the texts above.
met-talked-how = { met-outcome }: hablaste con { $others } { $how }, { $when }.
met-note-kept = Tu nota está guardada, solo para ti.
# $when is a time that Discord writes, like "Monday, 30 November 2026 09:00".
met-next-nudge = El próximo recordatorio para volver a hablar puede llegar el { $when }.
met-due-already = Ya toca volver a hablar.
# $date is a date that Discord writes, like "30 November 2026".
met-due-again = Toca volver a hablar el { $date }.
met-stopped = No recibes recordatorios para volver a hablar, como pediste. En `/people` puedes activarlos otra vez.
met-apart = Pediste mantener distancia, así que no habrá recordatorios. `/person` lo cambia.
# The talk is deleted.
met-undone = Deshecho: la charla con { $others } ya no está registrada.

## What was added below the answer

met-added-note = La nota está guardada.
met-added-people = { $count ->
    [one] { $people } también estaba: cuenta para todo el grupo.
   *[other] { $people } también estaban: cuenta para todo el grupo.
}
# "You want to be in touch every week."
met-added-circle = Quieres hablar { $rhythm }.
# $kind is "manager", "peer" and so on: what they are to the reader.
met-added-kind = Anotado: { $kind }. Solo tú lo ves.
met-added-no-kind = Lo que esta persona es para ti ya no está anotado.

## What can be pressed, and the form for a note. Discord shows at most 45 characters of the form's title and question.

met-undo = Deshacer
met-add-note = Añadir nota
met-who-else = ¿Quién más estaba?
note-form = Añadir una nota
note-form-question = ¿Qué quieres recordar?
note-form-hint = Solo tú la verás

## The question about nudges, asked once

invitation = ¿Quieres un mensaje directo corto los lunes sobre gente con la que estás perdiendo el contacto?
invitation-yes = Sí
invitation-no = No, gracias

## Refusals

talk-with-yourself = Esa persona eres tú. Elige a otra persona con quien hablaste.
talk-with-bot = { $name } es un bot. Rapport recuerda charlas entre personas: elige a una persona.
talk-with-stranger = { $name } no está en este servidor. Elige a alguien que sí esté.
talk-too-many = Una charla puede tener hasta { $most } personas además de ti. Elige menos.
talk-not-with-one = Lo que alguien es para ti se puede anotar aquí si hablaste con una sola persona. `/person` lo anota para cada una.
talk-gone = Esa charla ya no está registrada, o la registró otra persona. `/met` la registra de nuevo.
undo-nothing = Aquí ya no queda nada por deshacer: ya se deshizo o algo cambió después. `/person` muestra lo que está registrado.
# Se escribió fuera de un servidor, y esperaba a que se eligiera el servidor.
talk-typed-gone = Guardo lo que escribiste solo 15 minutos, y ya no lo tengo. Usa `/met` otra vez.
note-empty = La nota está vacía. Escribe lo que quieres recordar, o no pongas nota.
note-too-long = Una nota puede tener hasta { $most } caracteres, y esta tiene { $by } de más. Deja lo esencial.
# Several notes on the same talk are kept together.
note-full = Tu nota sobre esa charla llegó al límite de { $most } caracteres. La charla está en `/person`, y ahí puedes acortar la nota.

## Dates that are refused. What stands in quotation marks must be in words that people here type, and Rapport reads.

# $day: "2026-11-20"; $day_of_month: "20 November".
bad-date-unreadable = No reconozco ninguna fecha en "{ $typed }". Prueba con "ayer", "el viernes pasado", "hace 3 días", "{ $day }" o "{ $day_of_month } 14:00".
# $readings: "2026-11-12 or 2026-12-11".
bad-date-order = Las fechas en números se leen de otra forma según el país: esa puede ser { $readings }. Escribe la tuya de esa forma, con el año primero.
# $readings as above, often only one of them; $refused is one that is in the future or too long ago.
bad-date-order-refused = Las fechas en números se leen de otra forma según el país: esa puede ser { $readings }, o { $refused }, que no puedo guardar. Escribe la tuya de esa forma, con el año primero.
# $understood: "Sat 28 Nov 2026", or "Sat 28 Nov 2026, 14:00".
bad-date-future = Entiendo el { $understood }, que aún está por llegar. Guardo charlas que ya pasaron: prueba con "hoy", "el viernes pasado" o una fecha con su año.
bad-date-too-long-ago = Entiendo el { $understood }, que queda demasiado atrás para mí. Guardo charlas desde el { $earliest }: prueba con una fecha posterior, como "el viernes pasado" o "hace 3 semanas".

bad-date-unreadable-coming = No reconozco ninguna fecha próxima en "{ $typed }". Prueba con "mañana", "el próximo lunes", "en 2 semanas", "{ $day }" o "{ $day_of_month }".
bad-date-over = Entiendo el { $understood }, que ya no es una fecha futura. Prueba con "mañana", "el próximo lunes", "en 2 semanas" o una fecha con su año.
bad-date-too-far-ahead = Entiendo el { $understood }, que queda demasiado lejos para mí. Prueba con una fecha hasta el { $latest }.
