# Introductions: /introductions, the threads of two or three people, and the post about each round.

## Yes and no

# $channel is a link to a channel.
intro-offer = Toutes les { $weeks } semaines, je réunis deux par deux les personnes qui ont dit oui, et chaque duo a son fil privé dans { $channel }.
intro-offer-shown = L'autre personne lit ton nom, ta ligne de `/introductions about` et des heures qui vous conviennent à vous deux. Dès que quelqu'un appuie sur *{ intro-met }*, un échange est enregistré pour vous deux. Le nombre de duos qui se sont vus est donné en chiffres, jamais avec des noms.
intro-offer-ways-out = Tu peux passer ton tour avec `/introductions not-this-time`, et `/introductions off` met fin à ta participation.
intro-yes = Oui, avec plaisir
intro-no = Non merci
intro-declined = Pas de rencontres, alors. `/introductions on` est là si tu changes d'avis.
# $when is a weekday, a date and a time, as Discord writes them.
intro-joined = C'est noté. Les prochaines rencontres commencent le { $when }. `/introductions about` ajoute une ligne sur toi, `/introductions off` met fin à ta participation.
intro-skip = Pas cette fois
intro-skipped = Tu passes ton tour la prochaine fois, et tu participes à nouveau ensuite. `/introductions on` te fait revenir plus tôt.
intro-left = Tu ne participes plus aux rencontres. `/introductions on` te fait revenir.
intro-not-in = Tu ne participes pas aux rencontres. `/introductions on` explique de quoi il s'agit.
intro-none-here = Ce serveur n'organise pas encore de rencontres. Toute personne qui peut le gérer peut les lancer avec `/setup`.
intro-untracked = Tu ne souhaites pas de suivi ici, donc il n'y a pas de rencontres pour toi. *{ privacy-track-again }* dans `/privacy` les rend possibles.
# $line is what they wrote about themselves.
intro-about-set = Voici ce que lisent les personnes que tu rencontres : { $line }
intro-about-deleted = Ta ligne est supprimée. `/introductions about` en écrit une nouvelle.
intro-about-empty = Il n'y a rien à lire dans cette ligne. Essaie par exemple : Design, Berlin. Parle-moi de pain au levain.
intro-about-too-long = Une ligne sur toi peut avoir jusqu'à { $most } caractères, et la tienne en a { $by } de trop. Raccourcis-la un peu.

## The thread

# $count is 2 or 3.
intro-hello = { $count ->
    [2] Vous deux, vous avez dit oui à une rencontre avec quelqu'un à qui vous ne parlez pas d'habitude. Et vous voilà.
   *[other] Vous trois, vous avez dit oui à une rencontre avec des gens à qui vous ne parlez pas d'habitude. Et vous voilà.
}
intro-person = **{ $name }**
intro-person-about = **{ $name }** : { $about }
intro-person-since = **{ $name }**, sur ce serveur depuis le { $date }.
intro-questions = Deux questions pour commencer, si vous voulez :
intro-hours = Les prochaines heures qui conviennent à tout le monde :
# $times: "Alice 10:00 and Bob 17:00".
intro-hour = { $when } ({ $times })
intro-no-hours = Vos journées ne se croisent presque pas : quelques lignes ici sont peut-être le meilleur début.
intro-met = On s'est vu
intro-not-yet = Pas encore
intro-cannot = Pas possible cette fois
# A week later.
intro-question = { $count ->
    [2] Une semaine a passé. Avez-vous pu vous voir à deux ?
   *[other] Une semaine a passé. Avez-vous pu vous voir à trois ?
}

## After something was pressed. The message stays, so there are no relative dates.

intro-done-met = La rencontre a eu lieu. Un échange est enregistré pour tout le monde.
intro-done-cannot = Pour { $name }, ce n'est pas possible cette fois.
intro-done-next = Quelqu'un d'autre est arrivé : voir le message plus bas.
intro-no-hurry = Rien ne presse. Les boutons marchent jusqu'aux prochaines rencontres.
intro-told-rest = Pour { $name }, ce n'est pas possible cette fois. Ça arrive. Vous continuez à deux.
intro-told-joined = Pour { $name }, ce n'est pas possible cette fois. Ça arrive. Pas d'inquiétude : dans un instant, tu verras un fil avec quelqu'un d'autre.
intro-told-waiting = Pour { $name }, ce n'est pas possible cette fois. Ça arrive. Si quelqu'un d'autre se libère, je vous réunis. Sinon, il y a la prochaine fois.
intro-told-next-round = Pour { $name }, ce n'est pas possible cette fois. Ça arrive. La prochaine fois, tu rencontreras quelqu'un d'autre.
intro-not-yours = Cette rencontre n'est pas la tienne, ou n'existe plus.
intro-nobody-left = Il n'y a plus personne d'autre dans cette rencontre, donc rien n'est enregistré. `/met` enregistre un échange avec n'importe qui sur ce serveur.

## The post about the round before

intro-summary = La dernière fois, { $people } personnes ont été réunies dans { $pairs ->
    [one] un fil
   *[other] { $pairs } fils
}. { $met ->
    [0] Pour l'instant, aucune rencontre n'a été signalée.
    [one] Dans l'un d'eux, la rencontre a eu lieu.
   *[other] Dans { $met } d'entre eux, la rencontre a eu lieu.
}
intro-offer-button = Participer aussi
