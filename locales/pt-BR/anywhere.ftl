# O que se lê fora dos servidores que têm o Rapport.

anywhere-which = De qual servidor se trata?
anywhere-choose = Escolha um servidor
# $servers: "Lighthouse ou Harbour".
anywhere-several = Isso se escolhe em cada servidor, e você está em vários. Use no que você quer dizer: { $servers }.
anywhere-no-team = Não achei nenhum servidor com o Rapport em que você esteja. Se houver um, use o Rapport lá uma vez; a partir daí funciona aqui também.
# Deve ser igual para quem não está em servidor nenhum, quem saiu e quem pediu para não ser acompanhado.
anywhere-not-shared = Isso não funciona aqui: não achei nenhum servidor com o Rapport que vocês tenham em comum, ou alguém pediu para não ser acompanhado. Em um dos seus servidores o mesmo comando diz mais, e `/contact add` guarda pessoas que não estão nele.
