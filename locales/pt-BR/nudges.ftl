# Nudges: the weekly DM, /nudge, and what is pressed below them.

## On, off, and when they come

nudges-on = Os lembretes estão ativados.
# $when is a weekday, a date and a time, as Discord writes them.
nudges-on-next = Os lembretes estão ativados. O próximo pode chegar a partir de { $when }; numa semana sem ninguém para sugerir, não chega nenhum. `/nudge when` muda o dia, a hora e o fuso; `/nudge off` os encerra.
nudges-declined = Sem mensagens diretas, então. Se mudar de ideia, é só usar `/nudge on`.
nudges-off = Os lembretes estão desativados. O que você registrou fica; `/nudge on` os traz de volta.
nudges-already-off = Os lembretes já estão desativados. `/nudge on` os ativa.
nudges-untracked = Você pediu para o Rapport não acompanhar você aqui, então não há lembretes para você. *{ privacy-track-again }* em `/privacy` os traz de volta.

# "Nudges come on Fridays at 09:00 (Europe/Berlin)."
nudges-come = Os lembretes chegam { on-weekdays }, às { $time } ({ $zone }).
nudges-come-next = Os lembretes chegam { on-weekdays }, às { $time } ({ $zone }). O próximo pode chegar em { $date }.
nudges-come-away-next = Os lembretes chegam { on-weekdays }, às { $time } ({ $zone }). Você está fora, então o próximo pode chegar em { $date }; `/away end` os traz de volta agora.
nudges-come-paused = Os lembretes chegam { on-weekdays }, às { $time } ({ $zone }), mas estão em pausa. `/nudge resume` os retoma.
nudges-come-paused-next = Os lembretes chegam { on-weekdays }, às { $time } ({ $zone }), mas estão em pausa. O próximo pode chegar em { $date }; `/nudge resume` os retoma já.
nudges-come-off = Os lembretes chegam { on-weekdays }, às { $time } ({ $zone }), mas estão desativados. `/nudge on` os ativa.
nudges-come-untracked = Os lembretes chegam { on-weekdays }, às { $time } ({ $zone }), mas você pediu para o Rapport não acompanhar você. *{ privacy-track-again }* em `/privacy` os traz de volta.

## Pauses. $server is a server's name in bold, for readers outside of it.

nudges-pause-question = Quanto tempo sem lembretes? O dia e a hora ficam como estão.
nudges-pause-question-from = Quanto tempo sem lembretes de { $server }? O dia e a hora ficam como estão.
nudges-paused = Os lembretes estão em pausa até você avisar, com `/nudge resume`.
nudges-paused-from = Os lembretes de { $server } estão em pausa até você avisar, com `/nudge resume`.
nudges-paused-until = Os lembretes estão em pausa até { $date }. Depois voltam a chegar { on-weekdays }; `/nudge resume` encerra a pausa antes disso.
nudges-paused-until-from = Os lembretes de { $server } estão em pausa até { $date }. Depois voltam a chegar { on-weekdays }; `/nudge resume` encerra a pausa antes disso.
nudges-not-paused = Os lembretes não estão em pausa.
nudges-resume = Retomar lembretes

## The nudge

nudge-of-nobody = As pessoas deste lembrete saíram do servidor ou pediram para ficar fora do Rapport.
nudge-of-one = Alguém com quem você pode conversar esta semana:
nudge-of-several = Algumas pessoas com quem você pode conversar esta semana:
nudge-of-dates = Uma data para lembrar nesta semana:
nudge-also-dates = Também nesta semana:
# /nudge now
nudge-preview = Se o seu lembrete chegasse agora, seria assim:
nudge-nobody = Não há ninguém para sugerir agora. Quem apareceu há pouco em um lembrete, ou está com lembretes adiados, fica de fora por um tempo. `/people` mostra todo mundo, e `/met` registra uma conversa.
# $ago is "3 weeks ago", as Discord writes it; $how is "over coffee".
nudge-last = A última conversa foi { $ago }.
nudge-last-how = A última conversa foi { $how }, { $ago }.
nudge-never = Você e { $name } ainda não conversaram, que eu saiba.
nudge-hello = Um primeiro oi costuma cair melhor do que se imagina.
# Of a contact outside the server.
nudge-contact-never = Você ainda não registrou nenhuma conversa com esta pessoa.
# $question is one of questions.ftl.
nudge-question = Uma pergunta para começar: *{ $question }*
nudge-note = Sua nota: { $note }
# $rhythm is "every month".
nudge-rhythm = Você queria conversar { $rhythm }.
nudge-back-since = De volta desde { $weekday }.
nudge-talked-since = Vocês já conversaram depois deste lembrete.
# $when is a weekday, a date and a time, as Discord writes them.
nudge-reminder = Aviso: { $when }
# $server is a server's name in bold.
nudge-from = De { $server }

nudge-talked = Conversamos
nudge-remind = Me avise…
nudge-not-now = Agora não
nudge-stop = Não lembrar mais
nudge-pause = Pausar lembretes
nudge-settings = Configurações

## After something was pressed. The message stays, so there are no relative dates.

nudge-done-talked = Registrado: vocês conversaram.
nudge-done-not-now = Agora não: fico 30 dias sem sugerir esta pessoa.
nudge-done-stopped = Pronto: não haverá mais lembretes sobre esta pessoa.
nudge-not-yours = Esse lembrete não é seu ou não existe mais. `/nudge now` mostra as pessoas do seu.
nudge-no-longer-named = Nada foi registrado: essa pessoa pediu para ficar fora do Rapport, ou para apagar o que havia sobre ela.

## Reminders: a time that the reader chooses in a nudge, and the DM that comes then. $name is a person, $when
## a weekday, a date and a time, as Discord writes them.

remind-question = Quando você quer um aviso sobre { $name }?
remind-chosen = Você escolheu { $when }; outro momento substitui esse.
remind-late = Esse momento já passou.
# Buttons. $time is a time of day, like 09:00.
remind-own = Outro momento…
remind-today = Hoje, { $time }
remind-tomorrow = Amanhã, { $time }
remind-weekday = { $weekday }, { $time }
# The form. Discord shows 45 characters of the title and of the label, 100 of the hint.
remind-form = Outro momento
remind-form-when = Quando?
# What can be typed.
remind-form-hint = sexta 15:00, daqui a 2 semanas, 12 dez 9:30
remind-kept = Aviso sobre { $name } marcado para { $when }.
remind-hindered = Não consigo avisar você enquanto os lembretes estiverem desativados ou em pausa, ou enquanto eu não puder enviar mensagens diretas a você. `/nudge on` ou `/nudge resume` muda isso.
remind-not-yours = Esse aviso não é seu ou não existe mais. `/nudge now` mostra as pessoas do seu lembrete.
# In the DM, below the person's name.
reminder-asked = Você pediu um aviso sobre esta pessoa para agora.
