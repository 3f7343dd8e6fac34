# /setup: the settings of a server, for people who may manage it.

setup-title = O Rapport neste servidor
setup-zone = Fuso horário: { $zone } (para quem não escolheu o seu)
# $circle is a circle's name with how often that is.
setup-circle = Círculo: { $circle }, para quem não escolheu outro
setup-kudos-on = Kudos: ativados; cada pessoa dá até { $per_day } por dia, no máximo { $per_person } à mesma pessoa.
setup-kudos-off = Kudos: desativados.
# $emoji is an emoji. "Someone" is who wrote the message.
setup-reaction = Kudos por reação: { $emoji } em uma mensagem agradece a quem a escreveu.
setup-reaction-none = Kudos por reação: desativados.
setup-reaction-deleted = Kudos por reação: desativados, porque o emoji que você escolheu não está mais neste servidor. Escolha outro abaixo.
setup-boards-on = Rankings: ativados.
setup-boards-off = Rankings: desativados.
setup-voice-on = Conversas por voz: contam para quem quiser.
setup-voice-off = Conversas por voz: não contam.
setup-turn-voice-on = Contar conversas por voz
setup-turn-voice-off = Não contar conversas por voz
# "Weekly recap: #general, on Fridays." $channel is a link to a channel.
setup-recap = Resumo semanal: { $channel }, { on-weekdays }.
setup-recap-none = Resumo semanal: nenhum.
setup-recap-deleted = Resumo semanal: nenhum, porque o canal que você escolheu foi excluído. Escolha outro abaixo.
setup-recap-hidden = Resumo semanal: nenhum, porque não consigo ver { $channel }. Me dê acesso ou escolha outro abaixo.
# $channel is a link to a channel, $time is "10:00": "every 2 weeks, on Tuesdays at 10:00".
setup-introductions = Apresentações: em { $channel }, a cada { $weeks } semanas, { on-weekdays }, às { $time }.
setup-introductions-none = Apresentações: nenhuma.
setup-introductions-deleted = Apresentações: nenhuma, porque o canal que você escolheu foi excluído. Escolha outro.
setup-introductions-hidden = Apresentações: nenhuma, porque não consigo ver { $channel }. Me dê acesso ou escolha outro canal.
# $permissions: "Create Private Threads and Send Messages".
setup-introductions-missing = Apresentações: nenhuma, porque em { $channel } não tenho { $permissions }. Me permita isso ou escolha outro canal.
setup-introductions-title = Apresentações
setup-introductions-what = Quem diz sim com `/introductions on` conhece gente com quem não conversa, em duplas, cada uma em um tópico privado.
# $role is a link to a role.
setup-roster-role = Lista da equipe: quem tem o cargo { $role }. O Rapport pode sugerir essas pessoas a quem nunca conversou com elas; as mensagens diretas continuam só para quem disse sim.
setup-roster-role-gone = Lista da equipe: quem usa o Rapport, porque o cargo que você escolheu foi excluído. Escolha outro abaixo.
setup-roster-all = Lista da equipe: quem usa o Rapport.
setup-roster-by-role = Para usar um cargo como lista da equipe, peça a quem cuida do Rapport para ativar `discord.members_intent`, e o Server Members Intent no portal de desenvolvedores do Discord.
setup-roster-refused = Na lista da equipe está quem usa o Rapport. { setup-roster-by-role }
setup-language = Idioma das publicações: { $name }.
setup-language-of-server = Idioma das publicações: { $name }, como nas configurações do servidor.

## What can be pressed

setup-pick-circle = Círculo para quem não escolheu outro
setup-pick-language = Idioma das publicações
setup-language-auto = Como nas configurações do servidor
setup-pick-recap-channel = Canal do resumo semanal
setup-pick-recap-day = Dia do resumo semanal
setup-pick-roster = Cargo para a lista da equipe
setup-ask-numbers = Fuso e limite de kudos
setup-turn-kudos-on = Ativar kudos
setup-turn-kudos-off = Desativar kudos
setup-turn-boards-on = Ativar rankings
setup-turn-boards-off = Desativar rankings
setup-no-roster = Lista da equipe sem cargo
setup-no-recap = Sem resumo semanal
setup-ask-reaction = Kudos por reação
setup-open-introductions = Apresentações
setup-pick-introductions-channel = Canal em que os tópicos são criados
setup-pick-introductions-rhythm = Com que frequência
setup-pick-introductions-day = Dia da rodada
setup-pick-introductions-hour = Hora da rodada
setup-introductions-every = A cada { $weeks } semanas
setup-introductions-hour = Às { $time }
setup-no-introductions = Sem apresentações
setup-back = Voltar

## The form for zone and allowance. Discord shows at most 45 characters of each.

setup-form-zone = { settings-form-zone }
setup-form-per-day = Kudos por dia, para cada pessoa
setup-form-per-person = Máximo para a mesma pessoa, por dia
allowance-range = O limite pode ser de 1 a { $most } kudos por dia. Escreva só o número, por exemplo 5.
allowance-per-person = Com { $per_day } por dia, no máximo { $per_day } podem ir para a mesma pessoa. Escreva { $per_day } ou menos nesse campo.

## The form for the emoji of kudos by reaction. Discord shows 45 characters of the label, 100 of the hint.

setup-form-reaction = Emoji (deixe vazio para nenhum)
setup-form-reaction-hint = 👏, ou o nome de um emoji deste servidor
# $typed is what the person typed.
setup-no-emoji = Não conheço o emoji "{ $typed }". Serve um como 👏, e também o nome de um emoji deste servidor.
