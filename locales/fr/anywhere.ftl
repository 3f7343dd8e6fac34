# Ce qu'on lit hors des serveurs qui ont Rapport.

anywhere-which = De quel serveur s'agit-il ?
anywhere-choose = Choisis un serveur
# $servers : "Lighthouse ou Harbour".
anywhere-several = Ça se règle serveur par serveur, et tu es sur plusieurs. Utilise-le sur celui que tu veux : { $servers }.
anywhere-no-team = Je n'ai trouvé aucun serveur avec Rapport dont tu fais partie. S'il y en a un, utilise Rapport là-bas une fois ; ensuite, ça marche ici aussi.
# Doit se lire pareil pour qui n'est sur aucun serveur, qui est parti ou a demandé à ne pas être suivi.
anywhere-not-shared = Ça ne marche pas ici : je n'ai trouvé aucun serveur avec Rapport que vous partagez, ou on a demandé à ne pas être suivi. Sur un de tes serveurs, la même commande t'en dit plus, et `/contact add` garde les personnes qui n'y sont pas.
