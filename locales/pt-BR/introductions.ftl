# Introductions: /introductions, the threads of two or three people, and the post about each round.

## Yes and no

# $channel is a link to a channel.
intro-offer = A cada { $weeks } semanas, junto em duplas quem disse sim, e cada dupla ganha uma thread privada em { $channel }.
intro-offer-shown = A outra pessoa lê seu nome, sua linha de `/introductions about` e horários que servem para vocês. Se alguém da dupla apertar *{ intro-met }*, uma conversa é registrada para as duas pessoas. Quantas duplas se encontraram aparece só em números, nunca com nomes.
intro-offer-ways-out = Você pode pular uma rodada com `/introductions not-this-time`, e `/introductions off` encerra.
intro-yes = Sim, quero
intro-no = Agora não
intro-declined = Sem apresentações, então. `/introductions on` está aí se você mudar de ideia.
# $when is a weekday, a date and a time, as Discord writes them.
intro-joined = Você está dentro. A próxima rodada começa em { $when }. `/introductions about` acrescenta uma linha sobre você, `/introductions off` encerra.
intro-skip = Desta vez não
intro-skipped = Você pula a próxima rodada e depois volta a participar. `/introductions on` traz você de volta antes disso.
intro-left = Sem mais apresentações para você. `/introductions on` as traz de volta.
intro-not-in = Você não participa das apresentações. `/introductions on` explica o que são.
intro-none-here = Este servidor ainda não faz apresentações. Quem pode gerenciá-lo começa com `/setup`.
intro-untracked = Você pediu para o Rapport não acompanhar você aqui, então não há apresentações para você. *{ privacy-track-again }* em `/privacy` as torna possíveis.
# $line is what they wrote about themselves.
intro-about-set = É isto que lê quem você vai conhecer: { $line }
intro-about-deleted = Sua linha foi apagada. `/introductions about` escreve outra.
intro-about-empty = Não há nada para ler nessa linha. Tente algo como: Design, Berlim. Me pergunte sobre fermentação natural.
intro-about-too-long = Uma linha sobre você pode ter { $most } caracteres, e a sua passou { $by }. Encurte um pouco.

## The thread

# $count is 2 or 3.
intro-hello = { $count ->
    [2] Vocês disseram sim para conhecer gente com quem não conversam. Aqui está a dupla.
   *[other] Vocês disseram sim para conhecer gente com quem não conversam. Aqui está o trio.
}
intro-person = **{ $name }**
intro-person-about = **{ $name }**: { $about }
intro-person-since = **{ $name }** está neste servidor desde { $date }.
intro-questions = Duas perguntas para começar, se quiserem:
intro-hours = Os próximos horários que servem para vocês:
# $times: "Alice 10:00 and Bob 17:00".
intro-hour = { $when } ({ $times })
intro-no-hours = Os dias de vocês quase não coincidem, então algumas linhas aqui podem ser o melhor começo.
intro-met = Nos encontramos
intro-not-yet = Ainda não
intro-cannot = Nesta rodada não dá
# A week later.
intro-question = { $count ->
    [2] Passou uma semana. A dupla já se encontrou?
   *[other] Passou uma semana. O trio já se encontrou?
}

## After something was pressed. The message stays, so there are no relative dates.

intro-done-met = Vocês se encontraram. Uma conversa foi registrada para cada pessoa.
intro-done-cannot = Para { $name }, nesta rodada não dá.
intro-done-next = Alguém entrou no grupo: veja a mensagem mais abaixo.
intro-no-hurry = Sem pressa. Os botões funcionam até a próxima rodada começar.
intro-told-rest = Para { $name }, nesta rodada não dá, acontece. Vocês continuam em dupla.
intro-told-joined = Para { $name }, nesta rodada não dá, acontece. Haverá companhia: em instantes você verá uma thread com outra pessoa.
intro-told-waiting = Para { $name }, nesta rodada não dá, acontece. Se mais alguém ficar livre, junto vocês. Se não, há a próxima rodada.
intro-told-next-round = Para { $name }, nesta rodada não dá, acontece. Na próxima rodada você conhece outra pessoa.
intro-not-yours = Essa apresentação não é sua ou não existe mais.
intro-nobody-left = Não há mais ninguém nesta apresentação, então nada foi registrado. `/met` registra uma conversa com qualquer pessoa deste servidor.

## The post about the round before

intro-summary = Na última rodada, { $people } pessoas foram apresentadas em { $pairs ->
    [one] uma thread
   *[other] { $pairs } threads
}. { $met ->
    [0] Até agora, ninguém disse que se encontrou.
    [one] Em uma delas, dizem que se encontraram.
   *[other] Em { $met } delas, dizem que se encontraram.
}
intro-offer-button = Conhecer alguém também
