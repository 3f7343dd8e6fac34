# /privacy: what Rapport keeps about a member, and what they can do about it.

privacy-title = O que o Rapport guarda sobre você neste servidor
# $kept is a list of those of the texts below that apply: "Your name and settings, 2 talks you took part in and …"
privacy-kept = { $kept }. O Rapport não lê mensagens, e ninguém além de você vê suas notas.
privacy-kept-settings = Seu nome e suas configurações
privacy-kept-talks = { $talks ->
    [one] uma conversa de que você participou
   *[other] { $talks } conversas de que você participou
}
privacy-kept-notes = { $notes ->
    [one] uma nota sua
   *[other] { $notes } notas suas
}
# A tie is your side of a relation with one other person: how often you want to talk, until when you snoozed them.
privacy-kept-ties = { $ties ->
    [one] um vínculo com outra pessoa
   *[other] { $ties } vínculos com outras pessoas
}
privacy-kept-contacts = { $contacts ->
    [one] um contato de fora do servidor
   *[other] { $contacts } contatos de fora do servidor
}
privacy-kept-nudges = { $nudges ->
    [one] um lembrete feito para você
   *[other] { $nudges } lembretes feitos para você
}
privacy-kept-reminders = { $reminders ->
    [one] um aviso que você pediu
   *[other] { $reminders } avisos que você pediu
}
privacy-kept-given = { $given ->
    [one] um kudos que você deu
   *[other] { $given } kudos que você deu
}
privacy-kept-received = { $received ->
    [one] um kudos que você recebeu
   *[other] { $received } kudos que você recebeu
}
privacy-kept-introductions = { $introductions ->
    [one] uma apresentação
   *[other] { $introductions } apresentações
}
privacy-tracked = Com *{ privacy-dont-track }*, ninguém pode registrar uma conversa com você nem receber lembretes sobre você, e você também não recebe lembretes. O que já existe fica até você escolher *{ privacy-forget }*.
privacy-untracked = O Rapport não acompanha você: ninguém pode registrar uma conversa com você nem recebe lembretes sobre você, e você também não recebe lembretes.

## Buttons

privacy-export = Exportar
privacy-dont-track = Não me acompanhar
privacy-track-again = Voltar a me acompanhar
privacy-forget = Apagar meus dados
privacy-yes-forget = Sim, apagar meus dados
privacy-keep = Manter tudo

## Export

privacy-exported = Tudo o que o Rapport guarda sobre você neste servidor, inclusive suas notas. O que outras pessoas anotaram ou escolheram é delas e não está aqui.
# $count is at least 2.
privacy-exported-parts = É grande demais para um só arquivo, então vem em { $count }. Esta é a parte 1.
privacy-exported-part = Parte { $part } de { $count } do que o Rapport guarda sobre você neste servidor.
privacy-export-begun = Sua exportação já está sendo preparada. Ela aparece aqui assim que ficar pronta.
privacy-export-busy = As exportações de outras pessoas estão sendo preparadas agora. Pressione *{ privacy-export }* de novo daqui a um minuto.

## Forget me

privacy-forget-title = Apagar seus dados neste servidor?
# "someone" stands where the name of a forgotten person stood.
privacy-forget-asked = Isso apaga suas notas, configurações, vínculos e contatos, as conversas que você registrou e os kudos que recebeu, e não dá para desfazer. Onde outras pessoas participaram, o que elas guardam deixa de citar você. Os kudos que você deu ficam com quem os recebeu, de "{ someone }". As publicações nos canais são do Discord e ficam até alguém excluí-las.
privacy-forgotten = Seus dados foram apagados: nada do que o Rapport guarda deste servidor cita mais você. Os últimos rastros no arquivo dele são sobrescritos em menos de uma hora.
privacy-forgetting = Ainda não consegui terminar de apagar seus dados. Continuo tentando até que nada do que o Rapport guarda deste servidor cite você. Você não precisa fazer nada.
privacy-nothing-kept = O Rapport não guarda nada sobre você neste servidor, então não havia nada para apagar.
privacy-after-forgetting = A partir de agora, alguém poderia registrar uma conversa com você de novo. *{ privacy-dont-track }* guarda seu ID e seu nome para impedir isso.
