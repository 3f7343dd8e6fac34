# Talks in voice channels, which count by themselves.

# Below the answer to the question about nudges; asked once.
voice-question = Una pregunta más: ¿quieres que las charlas en canales de voz cuenten sin que tengas que registrarlas? Basta con coincidir diez minutos con alguien que también dijo que sí, y solo se guardan el día y los minutos.
voice-yes = Contar las charlas de voz
voice-no = No, gracias
voice-accepted = Las charlas en canales de voz cuentan desde ahora, con quienes también lo quieran. `/settings` lo cambia.
voice-declined = De acuerdo, las charlas en canales de voz no cuentan. `/settings` lo cambia.
