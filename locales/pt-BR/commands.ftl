# The slash commands and menus as Discord lists them. A description has at most 100 characters. A
# `.name` is what people type before an option's value: one word in small letters, at most 32; a
# choice has at most 100 characters, a menu 32. The names of commands themselves are not translated.

command-met = Registre que você conversou com alguém: conta para os dois lados.
command-met-person = Com quem você conversou?
    .name = pessoa
# People can type these words in their own language.
command-met-when = Quando foi? "ontem", "sexta passada", "20 nov 14:00"; agora, se deixar vazio
    .name = quando
command-met-how = Como foi?
    .name = como
command-met-how-in-person = pessoalmente
command-met-how-call = ligação
command-met-how-chat = chat
command-met-how-coffee = café
command-met-how-pairing = trabalho em dupla
command-met-how-other = outro jeito
command-met-note = O que você quer lembrar. Só você vê
    .name = nota
command-met-person2 = Quem mais estava?
    .name = pessoa2
command-met-person3 = Quem mais estava?
    .name = pessoa3
command-met-person4 = Quem mais estava?
    .name = pessoa4
command-met-person5 = Quem mais estava?
    .name = pessoa5
# A menu on a person.
command-we-talked = Conversamos

command-people = As pessoas com quem você mantém contato, começando pelas mais pendentes.
command-people-show = Quais pessoas? Todas, se deixar vazio
    .name = mostrar
command-people-show-due = pendentes
command-people-show-all = todas
command-people-show-snoozed = com lembretes adiados
command-people-show-stopped = sem lembretes
command-people-kind = Só as pessoas que são isto para você
    .name = relação
command-people-kind-manager = { kind-manager }
command-people-kind-report = { kind-report }
command-people-kind-skip-level = { kind-skip-level }
command-people-kind-peer = { kind-peer }
command-people-kind-mentor = { kind-mentor }
command-people-kind-customer = { kind-customer }
command-people-kind-partner = { kind-partner }
command-people-kind-friend = { kind-friend }
command-people-kind-other = { kind-other }
command-person = Uma pessoa em detalhe: a última conversa, suas notas e quando pode vir um lembrete.
command-person-who = Quem?
    .name = quem
command-me = Sua rede em uma imagem: quem está perto e quem você está perdendo de vista.

command-nudge = Uma mensagem direta curta por semana sobre quem você está perdendo de vista.
command-nudge-on = Receba uma vez por semana uma mensagem direta curta sobre quem você está perdendo de vista.
command-nudge-off = Sem mais mensagens diretas semanais. O que você registrou fica.
command-nudge-now = Veja agora o lembrete desta semana.
command-nudge-when = Escolha o dia, a hora e o fuso do seu lembrete.
command-nudge-when-day = O dia da semana
    .name = dia
command-nudge-when-day-monday = segunda-feira
command-nudge-when-day-tuesday = terça-feira
command-nudge-when-day-wednesday = quarta-feira
command-nudge-when-day-thursday = quinta-feira
command-nudge-when-day-friday = sexta-feira
command-nudge-when-day-saturday = sábado
command-nudge-when-day-sunday = domingo
command-nudge-when-time = A hora no seu relógio, como 09:00
    .name = hora
command-nudge-when-zone = Seu fuso horário: comece a digitar uma cidade
    .name = fuso
command-nudge-pause = Sem lembretes por um tempo. O dia e a hora ficam como estão.
command-nudge-pause-length = Por quanto tempo?
    .name = duração
command-nudge-pause-length-2w = { pause-two-weeks }
command-nudge-pause-length-1m = { pause-one-month }
command-nudge-pause-length-3m = { pause-three-months }
command-nudge-pause-length-open = { pause-until-they-say }
command-nudge-resume = Encerre a pausa dos seus lembretes.

command-away = Diga que está fora: sem lembretes para você nem sobre você.
command-away-until = Diga até quando fica fora.
command-away-until-day = O dia em que você volta: "próxima segunda", "daqui a 2 semanas", "5 dez"
    .name = dia
command-away-end = Diga que já voltou.

command-kudos = Agradeça a alguém, aqui e para todo mundo ver.
command-kudos-person = A quem você quer agradecer?
    .name = pessoa
command-kudos-message = Pelo quê?
    .name = mensagem
command-kudos-person2 = A quem mais?
    .name = pessoa2
command-kudos-person3 = A quem mais?
    .name = pessoa3
# A menu on a person.
command-give-kudos = Dar kudos
# A menu on a message.
command-kudos-for-this = Kudos por isto
command-leaderboard = Quem recebe ou dá mais kudos: publicado aqui, para todo mundo ver.
command-leaderboard-period = De quais dias? Este mês, se deixar vazio
    .name = período
command-leaderboard-period-this-week = esta semana
command-leaderboard-period-last-7-days = últimos 7 dias
command-leaderboard-period-this-month = este mês
command-leaderboard-period-last-30-days = últimos 30 dias
command-leaderboard-period-this-quarter = este trimestre
command-leaderboard-period-all-time = desde sempre
command-leaderboard-scope = De onde? Deste canal, se deixar vazio
    .name = onde
command-leaderboard-scope-this-channel = este canal
command-leaderboard-scope-whole-server = todo o servidor
command-leaderboard-board = Kudos recebidos ou dados? Recebidos, se deixar vazio
    .name = kudos
command-leaderboard-board-received = recebidos
command-leaderboard-board-given = dados
command-kudos-mine = Os agradecimentos que você recebeu, em palavras. Só você vê.

command-settings = Veja e mude o que o Rapport faz por você aqui.
command-settings-zone = Seu fuso horário: comece a digitar uma cidade
    .name = fuso
command-privacy = Veja o que fica guardado sobre você, leve uma cópia ou apague tudo.
command-setup = Configure o Rapport para este servidor.
command-setup-zone = O fuso horário do servidor: comece a digitar uma cidade
    .name = fuso
command-help = O que o Rapport faz e como usar.
