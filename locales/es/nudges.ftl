# Nudges: the weekly DM, /nudge, and what is pressed below them.

## On, off, and when they come

nudges-on = Los recordatorios están activados.
# $when is a weekday, a date and a time, as Discord writes them.
nudges-on-next = Los recordatorios están activados. El próximo puede llegar el { $when }; si una semana no hay a quién sugerir, no llega ninguno. `/nudge when` cambia el día, la hora y la zona; `/nudge off` los desactiva.
nudges-declined = Entonces, sin mensajes directos. Si cambias de idea, ahí está `/nudge on`.
nudges-off = Los recordatorios están desactivados. Lo que registraste se queda; `/nudge on` los vuelve a activar.
nudges-already-off = Los recordatorios ya están desactivados. `/nudge on` los activa.
nudges-untracked = Pediste que aquí no se te haga seguimiento, así que no hay recordatorios para ti. *{ privacy-track-again }* en `/privacy` los trae de vuelta.

# "Nudges come on Fridays at 09:00 (Europe/Berlin)."
nudges-come = Los recordatorios llegan { on-weekdays } a las { $time } ({ $zone }).
nudges-come-next = Los recordatorios llegan { on-weekdays } a las { $time } ({ $zone }). El próximo puede llegar el { $date }.
nudges-come-away-next = Los recordatorios llegan { on-weekdays } a las { $time } ({ $zone }). Estás fuera, así que el próximo puede llegar el { $date }; si vuelves antes, usa `/away end`.
nudges-come-paused = Los recordatorios llegan { on-weekdays } a las { $time } ({ $zone }), pero están en pausa. `/nudge resume` los reanuda.
nudges-come-paused-next = Los recordatorios llegan { on-weekdays } a las { $time } ({ $zone }), pero están en pausa. El próximo puede llegar el { $date }; `/nudge resume` los reanuda ya.
nudges-come-off = Los recordatorios llegan { on-weekdays } a las { $time } ({ $zone }), pero están desactivados. `/nudge on` los activa.
nudges-come-untracked = Los recordatorios llegan { on-weekdays } a las { $time } ({ $zone }), pero pediste que no se te haga seguimiento. *{ privacy-track-again }* en `/privacy` los trae de vuelta.

## Pauses. $server is a server's name in bold, for readers outside of it.

nudges-pause-question = ¿Cuánto tiempo sin recordatorios? El día y la hora se quedan como están.
nudges-pause-question-from = ¿Cuánto tiempo sin recordatorios de { $server }? El día y la hora se quedan como están.
nudges-paused = Los recordatorios están en pausa hasta que avises con `/nudge resume`.
nudges-paused-from = Los recordatorios de { $server } están en pausa hasta que avises con `/nudge resume`.
nudges-paused-until = Los recordatorios están en pausa hasta el { $date }. Después vuelven a llegar { on-weekdays }; `/nudge resume` termina la pausa antes.
nudges-paused-until-from = Los recordatorios de { $server } están en pausa hasta el { $date }. Después vuelven a llegar { on-weekdays }; `/nudge resume` termina la pausa antes.
nudges-not-paused = Los recordatorios no están en pausa.
nudges-resume = Reanudar recordatorios

## The nudge

nudge-of-nobody = Las personas de este recordatorio dejaron el servidor o pidieron que no se les haga seguimiento.
nudge-of-one = Alguien con quien podrías hablar esta semana:
nudge-of-several = Algunas personas con las que podrías hablar esta semana:
nudge-of-dates = Una fecha para recordar esta semana:
nudge-also-dates = También esta semana:
# /nudge now
nudge-preview = Si tu recordatorio llegara ahora, diría:
nudge-nobody = Ahora mismo no hay a quién sugerir. Dejo descansar a las personas que te sugerí hace poco y a las que pospusiste. `/people` muestra a todas, y `/met` registra una charla.
# $ago is "3 weeks ago", as Discord writes it; $how is "over coffee".
nudge-last = La última charla fue { $ago }.
nudge-last-how = La última charla fue { $how }, { $ago }.
nudge-never = Aún no has hablado con { $name }, que yo sepa.
nudge-hello = Un primer saludo suele caer mejor de lo que se piensa.
# Of a contact outside the server.
nudge-contact-never = Aún no hay ninguna charla registrada con esta persona.
# $question is one of questions.ftl.
nudge-question = Una pregunta para empezar: *{ $question }*
nudge-note = Tu nota: { $note }
# $rhythm is "every month".
nudge-rhythm = Querías hablar { $rhythm }.
nudge-back-since = De vuelta desde el { $weekday }.
nudge-talked-since = Ya hablaste con esta persona desde entonces.
# $when is a weekday, a date and a time, as Discord writes them.
nudge-reminder = Aviso: { $when }
# $server is a server's name in bold.
nudge-from = De { $server }

nudge-talked = Hablamos
nudge-remind = Avísame…
nudge-not-now = Ahora no
nudge-stop = No recordar más
nudge-pause = Pausar recordatorios
nudge-settings = Ajustes

## After something was pressed. The message stays, so there are no relative dates.

nudge-done-talked = Registrado: hablaste con esta persona.
nudge-done-not-now = Ahora no: durante 30 días no te sugiero a esta persona.
nudge-done-stopped = Listo: no habrá más recordatorios sobre esta persona.
nudge-not-yours = Ese recordatorio no es tuyo o ya no está. `/nudge now` muestra a las personas del tuyo.
nudge-no-longer-named = No se registró nada: esa persona pidió que no se le haga seguimiento o que se borre lo que se guardaba sobre ella.

## Reminders: a time that the reader chooses in a nudge, and the DM that comes then. $name is a person, $when
## a weekday, a date and a time, as Discord writes them.

remind-question = ¿Cuándo te aviso para hablar con { $name }?
remind-chosen = Elegiste el { $when }; si eliges otro momento, lo reemplaza.
remind-late = Ese momento ya pasó.
# Buttons. $time is a time of day, like 09:00.
remind-own = Otro momento…
remind-today = Hoy, { $time }
remind-tomorrow = Mañana, { $time }
remind-weekday = { $weekday }, { $time }
# The form. Discord shows 45 characters of the title and of the label, 100 of the hint.
remind-form = Otro momento
remind-form-when = ¿Cuándo?
# What can be typed.
remind-form-hint = viernes 15:00, en 2 semanas, 12 dic 9:30
remind-kept = Te avisaré el { $when } para hablar con { $name }.
remind-hindered = No puedo avisarte mientras los recordatorios estén desactivados o en pausa, o si no puedo enviarte mensajes directos. `/nudge on` o `/nudge resume` lo cambia.
remind-not-yours = Ese aviso no es tuyo o ya no está. `/nudge now` muestra a las personas de tu recordatorio.
# In the DM, below the person's name.
reminder-asked = Me pediste que te avisara ahora.
