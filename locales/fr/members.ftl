# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Ton dernier rappel n'a pas pu arriver : tu n'acceptes pas de messages privés de ce serveur, ou tu m'as bloqué ; Discord ne dit pas lequel des deux. Autorise-les dans les paramètres de confidentialité du serveur ou débloque-moi, puis utilise `/nudge on`.
