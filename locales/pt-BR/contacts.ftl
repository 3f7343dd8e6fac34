# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = Você não tem nenhum contato chamado "{ $typed }". `/contact list` mostra os seus, e `/contact add` adiciona um.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Você tem vários contatos chamados "{ $typed }": { $contacts }. Escolha o certo na lista que abre enquanto você digita.
contact-gone = Esse contato não está mais na sua lista. `/contact list` mostra quem está.
contact-namesake = Você já tem um contato chamado { $name }. Adicione uma organização que diferencie os dois, ou altere o que você tem com `/contact edit`.
contact-name-empty = Um contato precisa de um nome. Escreva um, como Ada Lovelace.
contact-name-too-long = O nome de um contato pode ter { $most } caracteres, e este tem { $by } a mais. Use um mais curto.
contact-org-too-long = Uma organização pode ter { $most } caracteres, e esta tem { $by } a mais. Use um nome mais curto.
contact-full = Você pode ter { $most } contatos aqui, e já tem todos eles. `/contact remove` abre espaço.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Editar contato
contact-form-name = Nome
contact-form-org = Organização
contact-form-birthday = Aniversário
# $day: "3 December".
contact-form-birthday-hint = { $day }. O ano não é guardado

## Removing

contact-remove-question = Remover { $name }? O que você registrou sobre esse contato também se apaga, inclusive as notas, e não dá para recuperar.
contact-remove-yes = Sim, remover
contact-remove-no = Manter
contact-removed = { $name } não está mais nos seus contatos, e tudo o que você registrou foi apagado.
contact-all = Todos os contatos
