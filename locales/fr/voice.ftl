# Talks in voice channels, which count by themselves.

# Below the answer to the question about nudges; asked once.
voice-question = Encore une question : veux-tu que les échanges dans les salons vocaux comptent automatiquement ? Dix minutes ensemble suffisent, seulement avec les personnes qui ont aussi dit oui, et seuls le jour et les minutes sont gardés.
voice-yes = Compter le vocal
voice-no = Non merci
voice-accepted = Les échanges en vocal comptent désormais, avec les personnes qui le veulent aussi. `/settings` permet de changer ça.
voice-declined = D'accord, les échanges en vocal ne comptent pas. `/settings` permet de changer ça.
