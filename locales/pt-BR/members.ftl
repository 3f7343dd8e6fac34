# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Seu último lembrete não chegou: você não aceita mensagens diretas deste servidor ou me bloqueou; o Discord não diz qual dos dois. Permita-as nas configurações de privacidade do servidor ou me desbloqueie, e depois use `/nudge on`.
