# /kudos and its menus, /leaderboard and the weekly recap.

## The post of a thank-you, for all to read

# $giver is a name. $receivers are people: "@bob, @carol and @dan".
kudos-post = **{ $giver }** da las gracias a { $receivers }
# $link is the address of the message that they are thanked for.
kudos-post-for-message = **{ $giver }** da las gracias a { $receivers } por [este mensaje]({ $link })

## What the giver reads

# $renewal is how long that is from now, as Discord writes it: "in 5 hours".
kudos-given-last = Ese fue tu último kudos de hoy. Tendrás más { $renewal }.
kudos-given = { $left ->
    [one] Hoy te queda un kudos por dar.
   *[other] Hoy te quedan { $left } kudos por dar.
}
kudos-given-take-back = Puedes retirar este durante 5 minutos.
kudos-take-back = Retirar
kudos-taken-back = Retirado: ya no cuenta, y la publicación también se borra.
kudos-post-stays = Retirado: ya no cuenta. No puedo borrar la publicación, pero sí puede quien tenga permiso para borrar mensajes aquí.
kudos-post-may-stay = Retirado: ya no cuenta. Discord no responde, así que la publicación quizá siga ahí. Puede borrarla quien tenga permiso para borrar mensajes aquí.
kudos-take-back-late = Los kudos se pueden retirar durante 5 minutos, y ese tiempo ya pasó. Quien tenga permiso para borrar mensajes aquí aún puede borrar la publicación, y con ella desaparecen los kudos.
kudos-take-back-gone = Ese kudos ya no está.

## Why thanks can't be posted

kudos-switched-off = Los kudos están desactivados en este servidor. Quienes pueden administrarlo pueden activarlos en `/setup`.
kudos-none-left = Ya diste todos tus kudos de hoy. Tendrás más { $renewal }.
kudos-too-few-left = Querías dar las gracias a { $people ->
    [one] una persona
   *[other] { $people } personas
} y hoy { $left ->
    [one] te queda un kudos
   *[other] te quedan { $left } kudos
}. Da las gracias a menos gente por ahora. Tendrás más { $renewal }.
kudos-enough-for = Hoy ya diste las gracias a { $name } { $times ->
    [1] una vez
    [2] dos veces
   *[other] { $times } veces
}, lo máximo en un día. Puedes volver a hacerlo { $renewal }.
kudos-oneself = Esa persona eres tú. Los kudos son para alguien más.
kudos-bot = { $name } es un bot. Los kudos son para personas.
kudos-not-here = { $name } no está en este servidor. Da las gracias a alguien que sí esté.
kudos-reason-empty = Falta el motivo. Di por qué das las gracias, en una o dos frases.
# $most is always 1000.
kudos-reason-too-long = Un agradecimiento puede tener hasta { $most } caracteres, y este tiene { $by } de más. Con una o dos frases basta.
# $name is who wrote the message.
kudos-message-deleted = El mensaje se borró mientras tanto, así que tu agradecimiento no se publicó y no se contó nada. `/kudos` da las gracias a { $name } sin ese mensaje.
kudos-not-now = Discord no acepta la publicación en este momento, así que no se publicó ni se contó nada. Prueba otra vez en un minuto.
kudos-unknown = Discord no responde, así que aún no sé si tus kudos se publicaron. Sigo comprobándolo: si la publicación está, cuentan; si no, podrás darlos otra vez.
kudos-refused-channel-gone = Tu agradecimiento no se puede publicar: este canal ya no existe. No se contó nada. Da las gracias en otro canal.
kudos-refused-no-access = Tu agradecimiento no se puede publicar: no puedo ver este canal, o no estoy en este hilo privado. No se contó nada. Añádeme o da las gracias en otro canal.
# The names of permissions are as Discord writes them in your language.
kudos-refused-no-permission = Tu agradecimiento no se puede publicar: no tengo permiso para enviar mensajes aquí. No se contó nada. Pide a quien administra el servidor que me permita **Enviar mensajes** (en un hilo, **Enviar mensajes en hilos**), o da las gracias en otro canal.
kudos-refused-archived = Tu agradecimiento no se puede publicar: este hilo está archivado. No se contó nada. Reábrelo o da las gracias en otro canal.
kudos-refused-locked = Tu agradecimiento no se puede publicar: este hilo está bloqueado. No se contó nada. Da las gracias en otro canal.
kudos-refused-automod = Tu agradecimiento no se puede publicar: el AutoMod de este servidor bloquea lo que dice. No se contó nada. Dilo con otras palabras.
kudos-refused-link = Tu agradecimiento no se puede publicar: Discord considera peligroso uno de sus enlaces. No se contó nada. Quita el enlace.
kudos-refused = Tu agradecimiento no se puede publicar: Discord rechaza la publicación. No se contó nada. Quien se encarga de Rapport aquí puede ver el motivo en el log.

## The form for a reason. Discord shows 45 characters of the title and of the label, 100 of the hint.

kudos-form = Kudos para { $name }
kudos-form-reason = ¿Por qué?
kudos-form-hint = Se publica en este canal, a la vista de todo el mundo

## Leaderboards

# "Most thanked, this month"; "Most thanked, 16 to 22 November"
board-title-received = Más kudos recibidos, { $when }
# Those who thanked others most.
board-title-given = Más kudos dados, { $when }
board-this-week = esta semana
board-last-7-days = últimos 7 días
board-this-month = este mes
board-last-30-days = últimos 30 días
board-this-quarter = este trimestre
board-all-time = desde siempre
# "Kudos received in this channel". $place is one of the next two.
board-received = Kudos recibidos { $place }
board-given = Kudos dados { $place }
board-channel = en este canal
board-server = en este servidor
# $counted: "Kudos received in this channel"
board-page = { $counted } · página { $page } de { $pages }
# For people who can't see the picture, which shows the list below it. $title and $counted as above.
board-described = Gráfico de barras de la lista de este mensaje. { $title }. { $counted }.
board-described-first = En el puesto { $rank }, { $name }, con { $kudos } kudos.
# In the picture, in place of a name that it can't draw.
board-see-line = ver línea { $line } de la lista
board-see-last-line = ver última línea de la lista
board-not-on-it = No estás en esta clasificación.
board-nothing-left = De esa semana no queda nada que mostrar. `/leaderboard` muestra lo que hay.
boards-switched-off = Las clasificaciones están desactivadas en este servidor. Quienes pueden administrarlo pueden activarlas en `/setup`.

# In place of a board that nobody is on. $place is "in this channel" or "on this server".
board-empty-this-week = Aún no hay kudos { $place } esta semana.
board-empty-last-7-days = No hay kudos { $place } en los últimos 7 días.
board-empty-this-month = Aún no hay kudos { $place } este mes.
board-empty-last-30-days = No hay kudos { $place } en los últimos 30 días.
board-empty-this-quarter = Aún no hay kudos { $place } este trimestre.
board-empty-all-time = Aún no hay kudos { $place }.
board-empty-way = Con `/kudos` das el primero.
board-empty-switched-off = Los kudos están desactivados en este servidor.

## The weekly recap

# $days: "16 to 22 November"
recap-title-week = Los kudos de la semana, { $days }
# More or fewer days than a week.
recap-title = Los kudos, { $days }
recap-people = { $people ->
    [one] Una persona recibió kudos.
   *[other] { $people } personas recibieron kudos.
}
recap-most-thanked = Más kudos recibidos
recap-most-thankful = Más kudos dados
# $giver and $receivers are names, $link is the address of the post.
recap-quote = **{ $giver }** a { $receivers } · [publicación]({ $link })
# Buttons: what the one who presses got and gave, without and with a leaderboard.
recap-own-thanks = Mis kudos
recap-own-rank = Mi puesto
# The answer to "My thanks".
recap-own = Kudos { $days }: { $received ->
    [0] no recibiste ninguno
    [1] recibiste uno
    [2] recibiste dos
   *[other] recibiste { $received }
} y { $given ->
    [0] no diste ninguno.
    [1] diste uno.
    [2] diste dos.
   *[other] diste { $given }.
}
# $channel is a link to a channel.
recap-stopped = El resumen semanal de kudos se detuvo, porque ya no puedo publicar en { $channel }. Elige un canal en `/setup` para que vuelva.

## /kudos-mine: what the reader was thanked for. Nobody else sees it.

mine-title = Los agradecimientos que recibiste
mine-none = Aquí aún no hay nada. Cuando alguien te dé las gracias con `/kudos`, podrás volver a leer sus palabras aquí.
# $link is the address of the post.
mine-post = [publicación]({ $link })
# By a reaction: $emoji is an emoji, $link the address of the message.
mine-reaction = { $emoji } por [este mensaje]({ $link })
mine-count = { $thanks ->
    [one] 1 agradecimiento
   *[other] { $thanks } agradecimientos
}
mine-page = página { $page } de { $pages }
