# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = Você não tem nenhum contato chamado "{ $typed }". `/contact list` mostra os seus, e `/contact add` adiciona um.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Você tem vários contatos chamados "{ $typed }": { $contacts }. Escolha o certo na lista que abre enquanto você digita.
contact-gone = Esse contato não está mais na sua lista. `/contact list` mostra os que você tem.
contact-namesake = Você já tem um contato chamado { $name }. Adicione uma organização que diferencie os dois, ou altere o que já tem com `/contact edit`.
contact-name-empty = Um contato precisa de um nome. Escreva um, como Ada Lovelace.
contact-name-too-long = O nome de um contato pode ter até { $most } caracteres, e este tem { $by } a mais. Use um mais curto.
contact-org-too-long = O nome de uma organização pode ter até { $most } caracteres, e este tem { $by } a mais. Use um mais curto.
contact-full = Aqui você pode ter até { $most } contatos, e já chegou a esse número. `/contact remove` abre espaço.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Editar contato
contact-form-name = Nome
contact-form-org = Organização
contact-form-birthday = Aniversário
# $day: "3 December".
contact-form-birthday-hint = { $day }. O ano não é guardado

## Removing

contact-remove-question = Remover { $name }? O que você registrou sobre esse contato também será apagado, inclusive as notas, e não dá para recuperar.
contact-remove-yes = Sim, remover
contact-remove-no = Manter
contact-removed = { $name } não está mais nos seus contatos, e tudo o que você registrou foi apagado.
contact-all = Todos os contatos

## /contact import: what a file says, and the question whether to add it

import-new = { $count ->
    [one] 1 contato pode ser adicionado. Nada foi guardado ainda.
   *[other] { $count } contatos podem ser adicionados. Nada foi guardado ainda.
}
# $day: "Thu 1 Oct 2026". After a name, like the next fact.
import-last-talk = última conversa: { $day }
import-more = { $count ->
    [one] … e mais 1
   *[other] … e mais { $count }
}
import-known = { $count ->
    [one] 1 contato já está na sua lista ou aparece duas vezes no arquivo.
   *[other] { $count } contatos já estão na sua lista ou aparecem duas vezes no arquivo.
}
import-bad = { $count ->
    [one] 1 linha fica de fora:
   *[other] { $count } linhas ficam de fora:
}
# $why is one of the refusals above, or one about a birthday or a date.
import-bad-line = Linha { $line }: { $why }
import-add = { $count ->
    [one] Adicionar 1 contato
   *[other] Adicionar { $count } contatos
}
import-drop = Não adicionar
import-added = { $count ->
    [one] 1 contato foi adicionado. Só você vê.
   *[other] { $count } contatos foram adicionados. Só você vê.
}
import-dropped = Nada foi adicionado, e nada do arquivo fica guardado.
import-gone = Esse arquivo não está mais aguardando: já foi adicionado, ou se passaram 15 minutos. `/contact list` mostra seus contatos, e `/contact import` lê o arquivo de novo.

## Files that are refused

import-too-large = Um arquivo pode ter até { $most } MB. Salve só as colunas de que precisa (nome, organização, aniversário, última conversa) ou importe em partes.
import-too-long = Esse arquivo tem { $count } contatos, e você pode ter até { $most }. Deixe só as pessoas com quem você quer mesmo manter contato e tente de novo.
# $have is what the person has, $more what the file would add, $most the most.
import-too-many = Você tem { $have } contatos, e o arquivo adicionaria { $more }: aqui dá para ter até { $most }. Nada foi adicionado. Encurte o arquivo ou abra espaço com `/contact remove`.
import-encoding = Não consigo ler esse arquivo como texto. Salve como CSV em UTF-8 ("CSV UTF-8" no Excel) ou como vCard (.vcf) e tente de novo.
import-unknown = Não encontro nomes nesse arquivo. A primeira linha de um CSV precisa ter os nomes das colunas, como *nome, organização, aniversário, última conversa*; as exportações do Google e do Outlook já vêm assim. Um arquivo vCard (.vcf) também serve.
import-empty = Esse arquivo não tem contatos.

## Birthdays that can't be read. $typed is what the person typed, the others are days: "3 December".

birthday-unreadable = Não consigo ler "{ $typed }" como um aniversário. Escreva o dia e o mês, como { $example }.
birthday-no-such-day = O calendário não tem "{ $typed }". Escreva o dia e o mês, como { $example }.
birthday-two-days = "{ $typed }" pode ser { $one } ou { $other }. Escreva assim, com o mês por extenso.
