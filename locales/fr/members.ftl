# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Ton dernier rappel n'a pas pu arriver : tu n'acceptes pas de messages privés de ce serveur, ou tu m'as bloqué ; Discord ne dit pas lequel des deux. Autorise-les dans les paramètres de confidentialité du serveur ou débloque-moi, puis utilise `/nudge on`.

## Refusals to log about people who asked not to be tracked

untracked-yourself = Tu ne souhaites pas de suivi ici, donc rien n'est enregistré. *{ privacy-track-again }* dans `/privacy` change cela.
untracked-people = Pas de suivi pour { $people }, par choix, donc rien n'est enregistré. Ce qui compte, c'est l'échange lui-même.
# Of several people named, only $people asked for that.
untracked-some = Pas de suivi pour { $people }, par choix, donc rien n'est enregistré, pas même pour les autres. Nomme seulement les autres, et l'échange comptera.
