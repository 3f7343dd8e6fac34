# /help: what Rapport does in ten lines. $met, $people, $now and the like are links to commands.

help-title = Rapport te ayuda a mantener el contacto con la gente con la que trabajas.
# "Apps" is a menu of Discord, by its name in your language.
help-met = { $met } registra que hablaste con alguien. También cuenta para la otra persona. *Aplicaciones › { command-we-talked }* en el menú de una persona hace lo mismo. También funciona en tus mensajes directos, cuando añades Rapport a tu cuenta.
help-notes = Tus notas son solo tuyas: nadie más las ve, tampoco quienes administran el servidor.
help-people = { $people } muestra cuándo hablaste por última vez con cada persona, { $person } muestra a una y { $me } las dibuja a todas. { $contact } añade gente de fuera del servidor.
help-nudge = { $on } te envía cada semana un recordatorio: un mensaje directo corto sobre las pocas personas con las que estás perdiendo el contacto.
help-nudge-settings = { $now } las muestra ya mismo, { $when } cambia el día, la hora y la zona, { $away } detiene los recordatorios mientras estás fuera y { $off } los desactiva. Con { $introductions } conoces a gente con quien nunca hablas.
help-kudos = { $kudos } da las gracias a alguien, aquí y a la vista de todo el mundo.
help-leaderboard = { $leaderboard } muestra quién recibe más kudos, y { $mine }, los agradecimientos que recibiste.
help-panels = En { $settings } está lo que elegiste; con { $birthday } compartes tu cumpleaños; en { $privacy } está lo que se guarda sobre ti y cómo ponerle fin. { $setup } es para quienes administran el servidor.
help-promise = Rapport no lee mensajes, y solo envía mensajes directos a quienes dijeron que sí.
