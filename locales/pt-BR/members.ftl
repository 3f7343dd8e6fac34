# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Seu último lembrete não chegou: você não aceita mensagens diretas deste servidor ou me bloqueou; o Discord não diz qual dos dois. Permita-as nas configurações de privacidade do servidor ou me desbloqueie, e depois use `/nudge on`.

## Refusals to log about people who asked not to be tracked

untracked-yourself = Você pediu para o Rapport não acompanhar você aqui, então nada é registrado. *{ privacy-track-again }* em `/privacy` muda isso.
untracked-people = Nada é registrado sobre { $people }, por escolha própria. O que vale é a conversa em si.
# Of several people named, only $people asked for that.
untracked-some = Nada é registrado sobre { $people }, por escolha própria, e por isso nem sobre as outras pessoas. Indique só as outras, e a conversa conta.
