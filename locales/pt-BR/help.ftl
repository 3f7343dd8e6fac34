# /help: what Rapport does in ten lines. $met, $people, $now and the like are links to commands.

help-title = O Rapport mantém você em contato com as pessoas com quem trabalha.
# "Apps" is a menu of Discord, by its name in your language.
help-met = { $met } registra que você conversou com alguém. Conta para os dois lados. *Apps › { command-we-talked }* no menu de uma pessoa faz o mesmo. Também funciona nas suas mensagens diretas, depois que você adiciona o Rapport à sua conta.
help-notes = Suas notas são só suas: mais ninguém as vê, nem quem administra o servidor.
help-people = { $people } mostra quando você conversou pela última vez com cada pessoa, { $person } mostra uma delas em detalhe e { $me } desenha todas. { $contact } adiciona gente de fora do servidor.
help-nudge = { $on } envia a você uma mensagem direta curta por semana sobre algumas pessoas que você está perdendo de vista.
help-nudge-settings = { $now } mostra essas pessoas na hora, { $when } muda o dia, a hora e o fuso, { $away } segura os lembretes enquanto você está fora, { $off } encerra os lembretes. Com { $introductions } você conhece gente com quem nunca conversa.
help-kudos = { $kudos } agradece a alguém, aqui e para todo mundo ver.
help-leaderboard = { $leaderboard } mostra quem recebe mais kudos, e { $mine }, os agradecimentos que você recebeu.
help-panels = { $settings } mostra o que você escolheu; { $birthday } conta às outras pessoas quando é seu aniversário; { $privacy } mostra o que fica guardado sobre você e como apagar. { $setup } é para quem gerencia o servidor.
help-promise = O Rapport não lê mensagens e só envia mensagens diretas a quem disse sim.
