# Talks in voice channels, which count by themselves.

# Below the answer to the question about nudges; asked once.
voice-question = Mais uma pergunta: quer que as conversas em canais de voz contem automaticamente? Bastam dez minutos de conversa, só com quem também disse sim, e só o dia e os minutos ficam guardados.
voice-yes = Contar conversas por voz
voice-no = Não, valeu
voice-accepted = As conversas em canais de voz contam a partir de agora, com quem também quiser. `/settings` muda isso.
voice-declined = Tudo bem, as conversas em canais de voz não contam. `/settings` muda isso.
