# Talks: /met, the menu "We talked", and the buttons below their answers.

## How two people talked, to put into a sentence: "You talked with Bob on a call."

how-in-person = pessoalmente
how-call = em uma ligação
how-chat = por chat
how-coffee = tomando um café
how-pairing = trabalhando em dupla
how-voice = por voz

## When they talked, to put at the end of a sentence

talked-today = hoje
talked-yesterday = ontem
# $day: "Fri 20 Nov", or "Thu 20 Nov 2025" for another year.
talked-on = { $day }
# $time is a time that Discord writes, like "Friday, 20 November 2026 14:00".
talked-at = { $time }

## The answer

# How the answer begins. said-again: the same talk was logged a moment ago. restored: a correction was undone.
met-outcome = { $outcome ->
   *[logged] Registrado
    [updated] Atualizado
    [said-again] Já estava registrado
    [restored] Desfeito. Como antes
}
# "Logged: you talked with Bob, yesterday." $when is one of the texts above, or a time that Discord writes, like "3 minutes ago".
met-talked = { met-outcome }: você conversou com { $others }, { $when }.
# "Logged: you talked with Bob on a call, yesterday." $how is one of the texts above.
met-talked-how = { met-outcome }: você conversou com { $others } { $how }, { $when }.
met-note-kept = Sua nota está guardada, só para você.
# $when is a time that Discord writes, like "Monday, 30 November 2026 09:00".
met-next-nudge = O próximo lembrete para conversar de novo pode chegar a partir de { $when }.
met-due-already = Já é hora de conversar de novo.
# $date is a date that Discord writes, like "30 November 2026".
met-due-again = A próxima conversa fica para { $date }.
met-stopped = Você não recebe lembretes para conversar de novo, como pediu. Em `/people` você pode ativá-los outra vez.
met-apart = Você pediu para manter distância, então não haverá lembretes. `/person` muda isso.
# The talk is deleted.
met-undone = Desfeito: a conversa com { $others } não está mais registrada.

## What was added below the answer

met-added-note = A nota está guardada.
met-added-people = { $count ->
    [one] { $people } também participou: conta para todo mundo.
   *[other] { $people } também participaram: conta para todo mundo.
}
# "You want to be in touch every week."
met-added-circle = Anotado: você quer conversar { $rhythm }.
# $kind is "manager", "peer" and so on: what they are to the reader.
met-added-kind = Anotado: { $kind }. Só você vê.
met-added-no-kind = O que esta pessoa é para você não está mais anotado.

## What can be pressed, and the form for a note. Discord shows at most 45 characters of the form's title and question.

met-undo = Desfazer
met-add-note = Adicionar nota
met-who-else = Quem mais participou?
note-form = Adicionar uma nota
note-form-question = O que você quer lembrar?
note-form-hint = Só você vê

## The question about nudges, asked once

invitation = Quer uma mensagem direta curta às segundas sobre quem você está perdendo de vista?
invitation-yes = Sim
invitation-no = Não, valeu

## Refusals

talk-with-yourself = Essa pessoa é você. Indique outra com quem conversou.
talk-with-bot = { $name } é um bot. O Rapport registra conversas entre pessoas: indique uma delas.
talk-with-stranger = { $name } não está neste servidor. Indique alguém que esteja.
talk-too-many = Uma conversa pode ter até { $most } pessoas além de você. Escolha menos gente.
talk-not-with-one = Aqui dá para anotar o que alguém é para você se a conversa foi com uma só pessoa. `/person` anota para cada uma.
talk-gone = Essa conversa não está mais registrada, ou outra pessoa a registrou. `/met` a registra de novo.
undo-nothing = Não há mais nada para desfazer aqui: já foi desfeito ou mudou depois. `/person` mostra o que está registrado.
# Foi digitado fora de um servidor, e esperava pela escolha do servidor.
talk-typed-gone = Só guardo o que você digitou por 15 minutos, e já não tenho mais. Use `/met` de novo.
note-empty = A nota está vazia. Escreva o que você quer lembrar, ou deixe sem nota.
note-too-long = Uma nota pode ter até { $most } caracteres, e esta tem { $by } a mais. Deixe só o que você quer que eu lembre.
# Several notes on the same talk are kept together.
note-full = Sua nota sobre essa conversa está cheia: pode ter até { $most } caracteres. Em `/person` você abre a conversa e pode encurtar a nota.

## Dates that are refused. What stands in quotation marks must be in words that people here type, and Rapport reads.

# $day: "2026-11-20"; $day_of_month: "20 November".
bad-date-unreadable = Não entendi "{ $typed }" como data. Tente "ontem", "sexta passada", "há 3 dias", "{ $day }" ou "{ $day_of_month } 14:00".
# $readings: "2026-11-12 or 2026-12-11".
bad-date-order = Datas em números mudam de um país para outro: essa pode ser { $readings }. Digite a data desse jeito, com o ano primeiro.
# $readings as above, often only one of them; $refused is one that is in the future or too long ago.
bad-date-order-refused = Datas em números mudam de um país para outro: essa pode ser { $readings }, ou { $refused }, que não posso registrar. Digite a data desse jeito, com o ano primeiro.
# $understood: "Sat 28 Nov 2026", or "Sat 28 Nov 2026, 14:00".
bad-date-future = Entendi { $understood }, que ainda não chegou. Registro conversas que já aconteceram: tente "hoje", "sexta passada" ou uma data com o ano.
bad-date-too-long-ago = Entendi { $understood }, mas isso já faz tempo demais. Registro conversas a partir de { $earliest }: tente uma data depois disso, como "sexta passada" ou "há 3 semanas".

bad-date-unreadable-coming = Não entendi "{ $typed }" como uma data futura. Tente "amanhã", "próxima segunda", "daqui a 2 semanas", "{ $day }" ou "{ $day_of_month }".
bad-date-over = Entendi { $understood }, que não é mais uma data futura. Tente "amanhã", "próxima segunda", "daqui a 2 semanas" ou uma data com o ano.
bad-date-too-far-ahead = Entendi { $understood }, que está longe demais para mim. Tente uma data até { $latest }.
