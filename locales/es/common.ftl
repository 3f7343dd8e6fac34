# What stands in answers of all kinds.

# Glossary. Informal "tú"; words that Spain and Latin America share; no endings that depend on the
# reader's gender ("quienes …", "gente", "persona"). No verb forms of "ustedes" or "vosotros" where a
# text speaks to several people: "Aquí se encuentran …", "Hubo encuentro".
# nudge = recordatorio (m.); "Remind me" = "Avísame", its message = aviso
# circle = círculo; tie = vínculo; team = equipo; roster = lista del equipo
# talk (noun) = charla; to talk = hablar; to log = registrar; note = nota
# due = pendiente, "toca hablar"; to snooze = posponer; pause = pausa; to stop = "sin recordatorios"
# kudos = kudos (m. pl.); allowance = límite; leaderboard = clasificación; recap = resumen
# kind = relación, as nouns that fit everyone ("jefatura directa", "amistad"); to keep apart =
# "mantener distancia"
# contact = contacto; introduction = presentación; to be in for them = participar; away = fuera
# to track = hacer seguimiento; direct message = mensaje directo; settings = ajustes
# the person who runs Rapport = quien se encarga de Rapport; to manage a server = administrar

## After a failure

your-words = Tu texto, para volver a intentarlo:
failed-nothing-kept = No funcionó y no se guardó nada. Prueba otra vez en un minuto. Quien se encarga de Rapport aquí puede ver el motivo en el log.
failed-halfway = Algo falló a medio camino y quizá se guardó una parte: échale un vistazo antes de volver a intentarlo. Quien se encarga de Rapport aquí puede ver el motivo en el log.

## From another version, or another place

outdated-form = Tu Discord todavía muestra una versión anterior de este comando. Reinicia Discord o prueba otra vez en un minuto.
outdated-button = Ese botón es de otra versión de Rapport y ya no funciona. Los comandos de `/help` hacen lo mismo.
outdated-choice = Esa opción es de otra versión de Rapport y ya no funciona. Usa el comando otra vez y vuelve a elegir.
button-of-another-server = Ese botón es de otro servidor. Úsalo allí.
server-only = Eso solo funciona en un servidor. Úsalo en uno de sus canales.
managers-only = Eso es para quienes pueden administrar este servidor. Pídeselo a alguien que pueda.

## People

someone = alguien

## Buttons to other pages of a list

page-back = Anterior
page-next = Siguiente

## Time zones. $typed is what the person typed.

zone-unknown = No conozco la zona horaria "{ $typed }". Sirve una ciudad grande, como Madrid o Bogotá, y también una diferencia, como UTC-5.
zone-empty = Eso no es una zona horaria. Sirve una ciudad grande, como Madrid o Bogotá, y también una diferencia, como UTC-5.
# $cities: "Chicago, Havana or Shanghai".
zone-ambiguous = "{ $typed }" puede ser la hora de varios lugares, y no todos la cambian en verano. Escribe el tuyo: { $cities }.

## Where Rapport may not post. The permissions are named as in Discord's own settings.

permission-view-channel = **Ver canal**
permission-send-messages = **Enviar mensajes**
permission-send-in-threads = **Enviar mensajes en hilos**
permission-read-history = **Leer el historial de mensajes**
permission-create-private-threads = **Crear hilos privados**
# $permissions: "View Channel and Send Messages".
post-not-allowed = Tu agradecimiento no se puede publicar aquí, así que no se contó nada: en este canal no tengo permiso para { $permissions }. Pide a quien administra el servidor que me lo dé, o da las gracias en otro canal.
