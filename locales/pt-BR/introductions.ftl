# Introductions: /introductions, the threads of two or three people, and the post about each round.

## Yes and no

# $channel is a link to a channel.
intro-offer = A cada { $weeks } semanas, formo duplas com quem disse sim, e cada dupla ganha um tópico privado em { $channel }.
intro-offer-shown = A outra pessoa lê seu nome, sua linha de `/introductions about` e horários bons para vocês. Se alguém da dupla pressionar *{ intro-met }*, uma conversa é registrada para as duas pessoas. Depois, conto só quantas duplas se encontraram, nunca quem.
intro-offer-ways-out = Você pode pular uma rodada com `/introductions not-this-time` e sair com `/introductions off`.
intro-yes = Sim, quero
intro-no = Não, valeu
intro-declined = Sem apresentações, então. `/introductions on` está aí se você mudar de ideia.
# $when is a weekday, a date and a time, as Discord writes them.
intro-joined = Pronto, você está participando. Próxima rodada: { $when }. `/introductions about` acrescenta uma linha sobre você; para sair, use `/introductions off`.
intro-skip = Desta vez não
intro-skipped = Você pula a próxima rodada e depois volta a participar. `/introductions on` traz você de volta antes disso.
intro-left = Sem mais apresentações para você. `/introductions on` as traz de volta.
intro-not-in = Você não participa das apresentações. `/introductions on` explica o que são.
intro-none-here = Este servidor ainda não tem apresentações. Quem o gerencia pode ativá-las em `/setup`.
intro-untracked = Você pediu para o Rapport não acompanhar você aqui, então não há apresentações para você. *{ privacy-track-again }* em `/privacy` muda isso.
# $line is what they wrote about themselves.
intro-about-set = As pessoas que você for conhecer vão ler isto: { $line }
intro-about-deleted = Sua linha foi apagada. `/introductions about` escreve outra.
intro-about-empty = Não há nada para ler nessa linha. Tente algo como: Design, Recife. Me pergunte sobre pão caseiro.
intro-about-too-long = Uma linha sobre você pode ter até { $most } caracteres, e a sua tem { $by } a mais. Encurte um pouco.

## The thread

# $count is 2 or 3.
intro-hello = { $count ->
    [2] Vocês toparam conhecer gente com quem não conversam. A dupla está formada.
   *[other] Vocês toparam conhecer gente com quem não conversam. O trio está formado.
}
intro-person = **{ $name }**
intro-person-about = **{ $name }**: { $about }
intro-person-since = **{ $name }** está neste servidor desde { $date }.
intro-questions = Duas perguntas para começar, se quiserem:
intro-hours = Os próximos horários bons para vocês:
# $times: "Alice 10:00 and Bob 17:00".
intro-hour = { $when } ({ $times })
intro-no-hours = Os horários de vocês quase não coincidem, então trocar umas mensagens por aqui pode ser o melhor começo.
intro-met = Já nos encontramos
intro-not-yet = Ainda não
intro-cannot = Nesta rodada não dá
# A week later.
intro-question = { $count ->
    [2] Já faz uma semana. Vocês já se encontraram?
   *[other] Já faz uma semana. Vocês três já se encontraram?
}

## After something was pressed. The message stays, so there are no relative dates.

intro-done-met = Vocês se encontraram. A conversa foi registrada para vocês.
intro-done-cannot = { $name } não vai poder nesta rodada.
intro-done-next = Mais alguém entrou: veja a mensagem abaixo.
intro-no-hurry = Sem pressa. Os botões funcionam até a próxima rodada começar.
intro-told-rest = { $name } não vai poder nesta rodada. Acontece. Vocês continuam em dupla.
intro-told-joined = { $name } não vai poder nesta rodada. Acontece. Mas você não fica sem companhia: em instantes aparece um tópico com outra pessoa.
intro-told-waiting = { $name } não vai poder nesta rodada. Acontece. Se mais alguém ficar livre, apresento vocês. Se não, fica para a próxima rodada.
intro-told-next-round = { $name } não vai poder nesta rodada. Acontece. Na próxima rodada você conhece outra pessoa.
intro-not-yours = Essa apresentação não é sua ou não existe mais.
intro-nobody-left = Mais ninguém desta apresentação continua aqui, então nada foi registrado. `/met` registra uma conversa com qualquer pessoa deste servidor.

## The post about the round before

intro-summary = Na última rodada, { $people } pessoas foram apresentadas em { $pairs ->
    [one] um tópico
   *[other] { $pairs } tópicos
}. { $met ->
    [0] Até agora, ninguém disse que se encontrou.
    [one] Em um deles, disseram que se encontraram.
   *[other] Em { $met } deles, disseram que se encontraram.
}
intro-offer-button = Também quero conhecer alguém
