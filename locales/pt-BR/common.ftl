# What stands in answers of all kinds.

# Glossary. "Você", imperative ("use", "escolha"); no endings that depend on the reader's gender
# ("quem …", "pessoas"). With article: "o Rapport", "do Rapport".
# nudge = lembrete (m.); "Remind me" = "Me avise", its message = aviso
# circle = círculo; tie = vínculo; team = equipe; roster = lista da equipe
# talk (noun) = conversa; to talk = conversar; to log = registrar; note = nota
# due = pendente, "hora de conversar"; to snooze = adiar lembretes (not people); pause = pausa; to
# stop = "sem lembretes"
# contact = contato; introduction = apresentação; round = rodada; away = fora; thread = tópico, as
# Discord calls it
# kudos = kudos (m. pl.); allowance = limite; leaderboard = ranking; recap = resumo
# kind = relação, as nouns that fit everyone ("liderança direta", "amizade"); to keep apart =
# "manter distância"
# to track = acompanhar, asked not to be tracked = "pediu para ficar fora do Rapport"; forget me =
# apagar meus dados; direct message = mensagem direta; settings = configurações
# the person who runs Rapport = quem cuida do Rapport; to manage a server = gerenciar

## After a failure

your-words = Suas palavras, para tentar de novo:
failed-nothing-kept = Não deu certo, e nada foi salvo. Tente de novo daqui a um minuto. Quem cuida do Rapport aqui pode ver o motivo no log.
failed-halfway = Algo falhou no meio do caminho, e talvez uma parte tenha sido salva: dê uma olhada antes de tentar de novo. Quem cuida do Rapport aqui pode ver o motivo no log.

## From another version, or another place

outdated-form = Seu Discord ainda mostra uma versão antiga deste comando. Reinicie o Discord ou tente de novo daqui a um minuto.
outdated-button = Esse botão é de outra versão do Rapport e não funciona mais. Os comandos de `/help` fazem o mesmo.
outdated-choice = Essa opção é de outra versão do Rapport e não funciona mais. Use o comando de novo e escolha outra vez.
button-of-another-server = Esse botão é de outro servidor. Use lá.
server-only = Isso só funciona em um servidor. Use em um dos canais dele.
managers-only = Isso é para quem pode gerenciar este servidor. Peça a alguém que possa.

## People

someone = alguém

## Buttons to other pages of a list

page-back = Anterior
page-next = Próxima

## Time zones. $typed is what the person typed.

zone-unknown = Não conheço o fuso horário "{ $typed }". Serve uma cidade grande, como São Paulo ou Manaus, e também uma diferença, como UTC-3.
zone-empty = Isso não é um fuso horário. Serve uma cidade grande, como São Paulo ou Manaus, e também uma diferença, como UTC-3.
# $cities: "Chicago, Havana or Shanghai".
zone-ambiguous = "{ $typed }" pode ser o horário de vários lugares, e nem todos têm horário de verão. Digite o lugar certo: { $cities }.

## Where Rapport may not post. The permissions are named as in Discord's own settings.

permission-view-channel = **Ver canal**
permission-send-messages = **Enviar mensagens**
permission-send-in-threads = **Enviar mensagens em tópicos**
permission-read-history = **Ler histórico de mensagens**
permission-create-private-threads = **Criar tópicos privados**
# $permissions: "View Channel and Send Messages".
post-not-allowed = Seu agradecimento não pode ser publicado aqui, então nada foi contado: neste canal não tenho { $permissions }. Peça a quem administra o servidor para me permitir isso, ou agradeça em outro canal.
