# /kudos and its menus, /leaderboard and the weekly recap.

## The post of a thank-you, for all to read

# $giver is a name. $receivers are people: "@bob, @carol and @dan".
kudos-post = **{ $giver }** agradece a { $receivers }
# $link is the address of the message that they are thanked for.
kudos-post-for-message = **{ $giver }** agradece a { $receivers } por [esta mensagem]({ $link })

## What the giver reads

# $renewal is how long that is from now, as Discord writes it: "in 5 hours".
kudos-given-last = Esse foi seu último kudos de hoje. Você recebe novos { $renewal }.
kudos-given = { $left ->
    [one] Você ainda tem um kudos para dar hoje.
   *[other] Você ainda tem { $left } kudos para dar hoje.
}
kudos-given-take-back = Você pode retirar este durante 5 minutos.
kudos-take-back = Retirar
kudos-taken-back = Retirado: não conta mais, e a publicação também sai.
kudos-post-stays = Retirado: não conta mais. Não tenho permissão para excluir a publicação, mas quem pode excluir mensagens aqui consegue.
kudos-post-may-stay = Retirado: não conta mais. O Discord não responde, então a publicação talvez ainda esteja lá. Quem pode excluir mensagens aqui consegue excluí-la.
kudos-take-back-late = Os kudos podem ser retirados durante 5 minutos, e esse tempo já passou. Quem pode excluir mensagens aqui ainda consegue excluir a publicação, e os kudos vão junto.
kudos-take-back-gone = Esse kudos não existe mais.

## Why thanks can't be posted

kudos-switched-off = Os kudos estão desativados neste servidor. Quem o gerencia pode ativá-los em `/setup`.
kudos-none-left = Você já deu todos os seus kudos de hoje. Você recebe novos { $renewal }.
kudos-too-few-left = Você queria agradecer a { $people ->
    [one] uma pessoa
   *[other] { $people } pessoas
} e tem { $left ->
    [one] um kudos
   *[other] { $left } kudos
} para dar hoje. Agradeça a menos gente agora. Você recebe novos { $renewal }.
kudos-enough-for = Hoje você já agradeceu a { $name } { $times ->
    [1] uma vez
    [2] duas vezes
   *[other] { $times } vezes
}, o máximo em um dia. Você pode agradecer de novo { $renewal }.
kudos-oneself = Essa pessoa é você. Os kudos são para outra pessoa.
kudos-bot = { $name } é um bot. Os kudos são para pessoas.
kudos-not-here = { $name } não está neste servidor. Agradeça a alguém que esteja.
kudos-reason-empty = O agradecimento ainda está sem palavras. Escreva o motivo, em uma ou duas frases.
# $most is always 1000.
kudos-reason-too-long = Um agradecimento pode ter até { $most } caracteres, e este tem { $by } a mais. Uma ou duas frases bastam.
# $name is who wrote the message.
kudos-message-deleted = A mensagem foi excluída nesse meio-tempo, então seu agradecimento não foi publicado, e nada foi contado. `/kudos` agradece a { $name } sem ela.
kudos-not-now = O Discord não consegue receber a publicação agora, então nada foi publicado nem contado. Tente de novo daqui a um minuto.
kudos-unknown = O Discord não responde, então ainda não sei se seus kudos foram publicados. Continuo procurando: se a publicação estiver lá, conta; se não, você pode dar os kudos de novo.
kudos-refused-channel-gone = Seu agradecimento não pode ser publicado: este canal não existe mais. Nada foi contado. Agradeça em outro canal.
kudos-refused-no-access = Seu agradecimento não pode ser publicado: não consigo ver este canal, ou não estou neste tópico privado. Nada foi contado. Me adicione ou agradeça em outro canal.
# The names of permissions are as Discord writes them in your language.
kudos-refused-no-permission = Seu agradecimento não pode ser publicado: não tenho permissão para enviar mensagens aqui. Nada foi contado. Peça a quem administra o servidor para me permitir **Enviar mensagens** (em um tópico, **Enviar mensagens em tópicos**), ou agradeça em outro canal.
kudos-refused-archived = Seu agradecimento não pode ser publicado: este tópico está arquivado. Nada foi contado. Desarquive o tópico ou agradeça em outro canal.
kudos-refused-locked = Seu agradecimento não pode ser publicado: este tópico está trancado. Nada foi contado. Agradeça em outro canal.
kudos-refused-automod = Seu agradecimento não pode ser publicado: o AutoMod deste servidor bloqueia o que ele diz. Nada foi contado. Diga com outras palavras.
kudos-refused-link = Seu agradecimento não pode ser publicado: o Discord considera perigoso um link nele. Nada foi contado. Tire o link.
kudos-refused = Seu agradecimento não pode ser publicado: o Discord recusa a publicação. Nada foi contado. Quem cuida do Rapport aqui pode ver o motivo no log.

## The form for a reason. Discord shows 45 characters of the title and of the label, 100 of the hint.

kudos-form = Kudos para { $name }
kudos-form-reason = Pelo quê?
kudos-form-hint = Publicado neste canal, para todo mundo ver

## Leaderboards

# "Most thanked, this month"; "Most thanked, 16 to 22 November"
board-title-received = Mais kudos recebidos, { $when }
# Those who thanked others most.
board-title-given = Mais kudos dados, { $when }
board-this-week = esta semana
board-last-7-days = últimos 7 dias
board-this-month = este mês
board-last-30-days = últimos 30 dias
board-this-quarter = este trimestre
board-all-time = desde sempre
# "Kudos received in this channel". $place is one of the next two.
board-received = Kudos recebidos { $place }
board-given = Kudos dados { $place }
board-channel = neste canal
board-server = neste servidor
# $counted: "Kudos received in this channel"
board-page = { $counted } · página { $page } de { $pages }
# For people who can't see the picture, which shows the list below it. $title and $counted as above.
board-described = Gráfico de barras da lista desta mensagem. { $title }. { $counted }.
board-described-first = Em { $rank }º lugar, { $name }, com { $kudos } kudos.
# In the picture, in place of a name that it can't draw.
board-see-line = ver linha { $line } da lista
board-see-last-line = ver última linha da lista
board-not-on-it = Você não está neste ranking.
board-nothing-left = Não sobrou nada daquela semana para mostrar. `/leaderboard` mostra o que há.
boards-switched-off = Os rankings estão desativados neste servidor. Quem o gerencia pode ativá-los em `/setup`.

# In place of a board that nobody is on. $place is "in this channel" or "on this server".
board-empty-this-week = Ainda não há kudos { $place } esta semana.
board-empty-last-7-days = Não há kudos { $place } nos últimos 7 dias.
board-empty-this-month = Ainda não há kudos { $place } este mês.
board-empty-last-30-days = Não há kudos { $place } nos últimos 30 dias.
board-empty-this-quarter = Ainda não há kudos { $place } este trimestre.
board-empty-all-time = Ainda não há kudos { $place }.
board-empty-way = `/kudos` dá o primeiro.
board-empty-switched-off = Os kudos estão desativados neste servidor.

## The weekly recap

# $days: "16 to 22 November"
recap-title-week = Os agradecimentos da semana, { $days }
# More or fewer days than a week.
recap-title = Os agradecimentos, { $days }
recap-people = { $people ->
    [one] Uma pessoa recebeu kudos.
   *[other] { $people } pessoas receberam kudos.
}
recap-most-thanked = Mais kudos recebidos
recap-most-thankful = Mais kudos dados
# $giver and $receivers are names, $link is the address of the post.
recap-quote = **{ $giver }** para { $receivers } · [publicação]({ $link })
# Buttons: what the one who presses got and gave, without and with a leaderboard.
recap-own-thanks = Meus agradecimentos
recap-own-rank = Em que lugar estou?
# The answer to "My thanks".
recap-own = { $received ->
    [0] Você não recebeu agradecimentos
    [1] Você recebeu um agradecimento
    [2] Você recebeu dois agradecimentos
   *[other] Você recebeu { $received } agradecimentos
} e { $given ->
    [0] não agradeceu a ninguém
    [1] agradeceu uma vez
    [2] agradeceu duas vezes
   *[other] agradeceu { $given } vezes
}, { $days }.
# $channel is a link to a channel.
recap-stopped = O resumo semanal de kudos parou, porque não consigo mais publicar em { $channel }. Escolha um canal em `/setup` para ele voltar.

## /kudos-mine: what the reader was thanked for. Nobody else sees it.

mine-title = Agradecimentos que você recebeu
mine-none = Ainda não há nada aqui. Quando alguém agradecer a você com `/kudos`, dá para reler as palavras aqui.
# $link is the address of the post.
mine-post = [publicação]({ $link })
# By a reaction: $emoji is an emoji, $link the address of the message.
mine-reaction = { $emoji } por [esta mensagem]({ $link })
mine-count = { $thanks ->
    [one] { $thanks } agradecimento
   *[other] { $thanks } agradecimentos
}
mine-page = página { $page } de { $pages }
