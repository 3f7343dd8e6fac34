# /help: what Rapport does in ten lines. $met, $people, $now and the like are links to commands.

help-title = Rapport t'aide à garder le contact avec les personnes avec qui tu travailles.
# "Apps" is a menu of Discord, by its name in your language.
help-met = { $met } enregistre que tu as parlé avec quelqu'un. Ça compte pour vous deux. *Applications › { command-we-talked }* dans le menu d'une personne fait la même chose. Ça marche aussi dans tes messages privés, une fois Rapport ajouté à ton compte.
help-notes = Tes notes restent à toi : personne d'autre ne les voit, pas même les admins.
help-people = { $people } montre quand tu as parlé avec chaque personne pour la dernière fois, { $person } en montre une, { $me } les dessine toutes. { $contact } ajoute des personnes hors du serveur.
help-nudge = { $on } t'envoie chaque semaine un rappel : un court message privé sur les quelques personnes que tu perds de vue.
help-nudge-settings = { $now } montre le rappel tout de suite, { $when } en change le jour, l'heure et le fuseau, { $away } suspend les rappels pendant ton absence, { $off } les arrête. { $introductions } te fait rencontrer des gens à qui tu ne parles jamais.
help-kudos = { $kudos } remercie quelqu'un, ici et devant tout le monde.
help-leaderboard = { $leaderboard } montre qui reçoit le plus de mercis, { $mine } ceux que tu as reçus.
help-panels = { $settings } montre ce que tu as choisi, { $birthday } indique ton anniversaire aux autres, { $privacy } montre ce qui est gardé sur toi et comment y mettre fin. { $setup } est pour les personnes qui gèrent le serveur.
help-promise = Rapport ne lit aucun message, et n'écrit en privé qu'aux personnes qui ont dit oui.
