# /people, /person and /me, and a member's talks.

## The lists of /people

people-due = Pessoas que você está perdendo de vista
people-all = Pessoas com quem você mantém contato
people-snoozed = Pessoas com lembretes adiados
people-stopped = Pessoas sem lembretes
people-contacts = Seus contatos fora do servidor
# A list with only people of one kind: "People you keep in touch with: customer".
people-of-kind = { $title }: { $kind }
people-nobody-of-kind = Ninguém nesta lista tem a relação "{ $kind }". Em `/person` você indica o que cada pessoa é para você.
people-nobody-due = Você está em dia com todo mundo. `/met` registra que você conversou com alguém.
people-nobody = Ainda não há ninguém aqui. `/met` registra que você conversou com alguém.
people-nobody-snoozed = Ninguém está com lembretes adiados.
people-nobody-stopped = Você recebe lembretes sobre todo mundo.
people-nobody-contacts = Ainda não há contatos. `/contact add` adiciona alguém de fora do servidor, e `/contact import` adiciona várias pessoas de um arquivo; só você vê.

# Facts about a person, after their name: "Bob · every month · last talked 3 weeks ago · due in 9 days".
# $ago is "3 weeks ago", as Discord writes it.
people-last-talked = última conversa { $ago }
people-never-talked = ainda sem conversas
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-is-due = hora de conversar: { $when }
people-is-snoozed = lembretes adiados até { $date }
people-is-away = fora, volta em { $day }
people-is-stopped = sem lembretes
people-is-apart = mantendo distância
people-is-untracked = fora do Rapport, por escolha própria
people-is-gone = saiu do servidor

people-count = { $people ->
    [one] 1 pessoa
   *[other] { $people } pessoas
}
people-page = Página { $page } de { $pages }
people-open = Ver uma pessoa
people-show-all = Todas as pessoas
people-show-talks-with-someone = Conversas com alguém

## The card of a person

# $kind is "manager", "peer" and so on: what they are to the reader.
people-kind = Para você: { $kind }
# Below the name of a contact: somebody outside the server.
people-contact = Um contato seu: só você vê
# $day: "3 December".
people-birthday = Aniversário: { $day }
# $circle is a circle's name with how often that is.
people-circle = Círculo: { $circle }
people-circle-of-team = Círculo: { $circle }, o padrão do servidor
people-away = Fora, volta em { $day }
# $next is one or two of the sentences below.
people-next = Próximo lembrete: { $next }
people-next-gone = Nenhum, porque a pessoa saiu do servidor.
people-next-stopped = Nenhum, porque você desativou os lembretes sobre esta pessoa.
people-next-apart = Nenhum, porque você pediu para manter distância.
people-next-untracked = Nenhum, porque esta pessoa pediu para ficar fora do Rapport.
people-next-before-talk = Nenhum antes da primeira conversa.
people-next-snoozed = Adiado até { $date }.
people-next-earliest = A partir de { $date }.
people-next-own-untracked = Você não recebe nenhum, porque pediu para o Rapport não acompanhar você. *{ privacy-track-again }* em `/privacy` muda isso.
people-next-own-paused = Os seus estão em pausa; `/nudge resume` os retoma.
people-next-own-closed = Você não aceita mensagens diretas; permita-as, e `/nudge on` traz os lembretes.
people-next-own-off = Você não recebe nenhum; `/nudge on` os ativa.
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-next-due = Hora de conversar: { $when }.
# $kudos is one or two sentences.
people-kudos = Kudos entre vocês: { $kudos }
people-kudos-none = Por enquanto, nenhum.
people-kudos-all-since = Todos desde a última conversa.
people-kudos-none-since = Nenhum desde a última conversa.

# Also in nudges.
thanks-given = Você agradeceu { $given ->
    [1] uma vez
    [2] duas vezes
   *[other] { $given } vezes
}.
thanks-received = Você recebeu { $received ->
    [1] um agradecimento
    [2] dois agradecimentos
   *[other] { $received } agradecimentos
}.
thanks-both = Você agradeceu { $given ->
    [1] uma vez
    [2] duas vezes
   *[other] { $given } vezes
} e recebeu { $received ->
    [1] um agradecimento
    [2] dois agradecimentos
   *[other] { $received } agradecimentos
}.
thanks-given-since = Desde a última conversa, você agradeceu { $given ->
    [1] uma vez
    [2] duas vezes
   *[other] { $given } vezes
}.
thanks-received-since = Desde a última conversa, você recebeu { $received ->
    [1] um agradecimento
    [2] dois agradecimentos
   *[other] { $received } agradecimentos
}.
thanks-both-since = Desde a última conversa, você agradeceu { $given ->
    [1] uma vez
    [2] duas vezes
   *[other] { $given } vezes
} e recebeu { $received ->
    [1] um agradecimento
    [2] dois agradecimentos
   *[other] { $received } agradecimentos
}.

people-no-talks = Vocês ainda não conversaram, que eu saiba.
people-logged-by = Registrada por { $name }.
people-logged-by-you = Registrada por você.
# Instead of who logged it.
people-logged-by-voice = Registrada a partir de um canal de voz.
people-note = Sua nota: { $note }

people-talked = Conversamos
people-stop = Não lembrar mais
people-resume = Voltar a lembrar
# Neither is suggested to the other. Only the reader knows.
people-apart = Manter distância
people-together = Parar de manter distância
people-talks = Conversas e notas
people-contact-edit = Editar
people-contact-remove = Remover
people-snooze = Adiar lembretes
# $day is "Mon 30 Nov".
people-snoozed-until = Lembretes adiados até { $day }
people-end-snooze = Parar de adiar
people-absent = Eu não participei
# $when is a day, perhaps with a time.
people-absent-from = { $when }, registrada por { $name }

## On the card, after something was pressed

people-done-talked = Registrado: vocês conversaram.
people-done-talked-again = Você registrou esta conversa agora há pouco, então ela continua contando como uma só.
people-done-stopped = Pronto: não haverá mais lembretes sobre esta pessoa.
people-done-resumed = Os lembretes sobre esta pessoa voltaram.
people-done-snoozed = Pronto: sem lembretes sobre esta pessoa antes de { $date }. A frequência com que você quer conversar fica como está.
people-done-awake = Os lembretes sobre esta pessoa não estão mais adiados.
# $rhythm is "every month".
people-done-circle = Anotado: você quer conversar { $rhythm }.
people-done-kind = Anotado: { $kind }. Só você vê.
people-done-no-kind = Pronto: o que esta pessoa é para você não fica mais anotado.
people-done-apart = Pronto: esta pessoa não aparece mais para você como sugestão, nem você para ela. Ela não fica sabendo.
people-done-together = Pronto: você não mantém mais distância desta pessoa.
# $day is "Fri 20 Nov 2026".
people-done-withdrawn = Você não está mais na conversa de { $day }, e ela não conta mais para você.
people-done-not-in = Você não está mais nessa conversa.
people-done-contact-added = Adicionado. Só você vê. Use `/contact met` para registrar quando vocês conversarem.
people-done-contact-changed = Alterado.
people-done-contact-opened = *{ people-contact-edit }* muda nome, organização e aniversário; os menus abaixo mudam o resto.

## People who have no card

people-oneself = Essa pessoa é você. Indique alguém com quem mantém contato.
people-bot = { $name } é um bot, e o Rapport registra conversas entre pessoas. Indique uma delas.
people-not-in-team = { $name } não está neste servidor. `/people` mostra todas as pessoas de quem você me falou.

## Talks, page by page

talks-title = Conversas com { $name }
talks-none = Nenhuma conversa registrada.
talks-with-nobody-left = As outras pessoas pediram para apagar os próprios dados ou saíram da conversa. Suas notas continuam sendo suas.
# Facts about a talk, after its date.
# How two people talked, instead of "on a call": in voice channels, on that day.
talks-voice-minutes = { $minutes ->
    [one] { $minutes } minuto por voz
   *[other] { $minutes } minutos por voz
}
talks-logged-by-them = registrada pela outra pessoa
talks-with-note = sua nota
talks-open = Ver uma conversa
talks-to-person = Voltar à pessoa

## A talk

talk-title = Conversa: { $when }
talk-people = Com: { $people }
# $how is "over coffee", or one of the two below.
talk-how = Como: { $how }
talk-how-other = de outro jeito
talk-how-unknown = não informado
talk-logged-by = Registrada por: { $name }
talk-logged-by-you = Registrada por você
talk-logged-by-voice = Registrada a partir de um canal de voz, como vocês quiseram
talk-note = Acima está sua nota. Só você a vê.
talk-note-page = Acima está a página { $page } de { $pages } da sua nota. Só você a vê.
talk-no-note = Você não tem nota sobre esta conversa.
talk-add-note = Adicionar nota
talk-change-note = Mudar nota
talk-change-date = Mudar data
talk-delete = Excluir
talk-delete-question = Excluir esta conversa? Ela deixa de contar para todo mundo, e todas as notas sobre ela são excluídas.
talk-delete-yes = Sim, excluir
talk-delete-no = Manter
talk-all = Todas as conversas
talk-note-kept = Sua nota está guardada.
talk-note-deleted = Sua nota foi excluída.
talk-date-changed = A data agora é { $when }.
# $day is "Fri 20 Nov 2026".
talk-deleted = A conversa de { $day } foi excluída.
talk-not-yours = Essa conversa não está mais registrada, ou você não pode mudá-la. `/person` mostra o que está registrado.

## The forms for a note and a date. Discord shows at most 45 characters of titles and labels.

talk-form-note = Sua nota
talk-form-note-input = O que você quer lembrar?
talk-form-note-hint = Só você vê. Se deixar vazio, fica sem nota
talk-form-date = Mudar a data
talk-form-date-input = Quando foi?
talk-form-date-hint = ontem, sexta passada, 20 nov 14:00

## /me: the network as a picture

me-nobody = Ainda não há quem desenhar. `/met` registra que você conversou com alguém. Quem saiu, pediu para ficar fora do Rapport ou está sem lembretes não aparece na imagem.
# $counts is a list: "1 in touch, 2 due and 1 long overdue".
me-people = Você e { $people ->
    [one] 1 pessoa
   *[other] { $people } pessoas
}: { $counts }.
me-in-touch = { $count } em contato
me-due = { $count ->
    [one] { $count } pendente
   *[other] { $count } pendentes
}
me-long-overdue = { $count ->
    [one] { $count } pendente há muito tempo
   *[other] { $count } pendentes há muito tempo
}
me-left-out = { $count ->
    [one] Há mais 1 em `/people`.
   *[other] Há mais { $count } em `/people`.
}
# $people is a list of people whose names can't be drawn: "1. is 王小明 and 2. is 李雷".
me-numbered = Na imagem, { $people }.
me-number = o { $number } é { $name }

# The picture in words, for people who can't see it.
me-described = Sua rede, com você no meio; quanto mais longe, mais tempo pendente.
me-described-in-touch = Em contato: { $people }.
me-described-due = Pendentes: { $people }.
me-described-long-overdue = Pendentes há muito tempo: { $people }.

# What is drawn in the picture.
me-picture-title = Sua rede
me-picture-subtitle = Quanto mais longe, mais tempo pendente
# In a small circle: at most 4 letters.
me-picture-you = Você
me-picture-in-touch = em contato
me-picture-due = pendente
me-picture-long-overdue = pendente há muito tempo
# In place of a name that can't be drawn; the text beside the picture has the name.
me-picture-see = ver { $number }
# At most 22 letters.
me-picture-own-days = Seus próprios dias
me-picture-snoozed = Vazado: lembrete adiado
