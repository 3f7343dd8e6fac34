# /privacy: what Rapport keeps about a member, and what they can do about it.

privacy-title = Lo que Rapport guarda sobre ti en este servidor
# $kept is a list of those of the texts below that apply: "Your name and settings, 2 talks you took part in and …"
privacy-kept = { $kept }. Rapport no lee mensajes, y tus notas solo las ves tú.
privacy-kept-settings = Tu nombre y tus ajustes
privacy-kept-talks = { $talks ->
    [one] una charla en la que participaste
   *[other] { $talks } charlas en las que participaste
}
privacy-kept-notes = { $notes ->
    [one] una nota tuya
   *[other] { $notes } notas tuyas
}
# A tie is your side of a relation with one other person: how often you want to talk, until when you snoozed them.
privacy-kept-ties = { $ties ->
    [one] un vínculo con otra persona
   *[other] { $ties } vínculos con otras personas
}
privacy-kept-contacts = { $contacts ->
    [one] un contacto de fuera del servidor
   *[other] { $contacts } contactos de fuera del servidor
}
privacy-kept-nudges = { $nudges ->
    [one] un recordatorio hecho para ti
   *[other] { $nudges } recordatorios hechos para ti
}
privacy-kept-reminders = { $reminders ->
    [one] un aviso que pediste
   *[other] { $reminders } avisos que pediste
}
privacy-kept-given = { $given ->
    [one] un kudos que diste
   *[other] { $given } kudos que diste
}
privacy-kept-received = { $received ->
    [one] un kudos que recibiste
   *[other] { $received } kudos que recibiste
}
privacy-kept-introductions = { $introductions ->
    [one] una presentación
   *[other] { $introductions } presentaciones
}
privacy-tracked = Con *{ privacy-dont-track }*, nadie puede registrar una charla contigo ni recibir recordatorios sobre ti, y tú tampoco los recibes. Lo que hay se queda hasta que elijas *{ privacy-forget }*.
privacy-untracked = No se te hace seguimiento: nadie puede registrar una charla contigo ni recibe recordatorios sobre ti, y tú tampoco los recibes.

## Buttons

privacy-export = Exportar
privacy-dont-track = No hacerme seguimiento
privacy-track-again = Volver a hacerme seguimiento
privacy-forget = Olvidar mis datos
privacy-yes-forget = Sí, olvidar mis datos
privacy-keep = Conservar todo

## Export

privacy-exported = Todo lo que Rapport guarda sobre ti en este servidor, incluidas tus notas. Lo que otras personas anotaron o eligieron es suyo y no está aquí.
# $count is at least 2.
privacy-exported-parts = Es demasiado para un solo archivo, así que llega en { $count }. Esta es la parte 1.
privacy-exported-part = Parte { $part } de { $count } de lo que Rapport guarda sobre ti en este servidor.
privacy-export-begun = Tu exportación ya se está preparando. Aparecerá aquí en cuanto esté lista.
privacy-export-busy = Ahora mismo se preparan las exportaciones de otras personas. Pulsa *{ privacy-export }* otra vez en un minuto.

## Forget me

privacy-forget-title = ¿Olvidar tus datos en este servidor?
# "someone" stands where the name of a forgotten person stood.
privacy-forget-asked = Esto borra tus notas, ajustes, vínculos y contactos, las charlas que registraste y los kudos que recibiste, y no se puede deshacer. Donde participó más gente, lo que conservan deja de nombrarte. Los kudos que diste se quedan con quienes los recibieron, de parte de "{ someone }". Las publicaciones en los canales son de Discord y siguen ahí hasta que alguien las borre.
privacy-forgotten = Listo: nada de lo que Rapport guarda de este servidor te nombra ya. Los últimos rastros en su archivo se sobrescriben en menos de una hora.
privacy-forgetting = Ahora mismo no pude terminar de olvidar tus datos. Sigo intentándolo hasta que nada de lo que Rapport guarda de este servidor te nombre. Tú no tienes que hacer nada.
privacy-nothing-kept = Rapport no guarda nada sobre ti en este servidor, así que no había nada que olvidar.
privacy-after-forgetting = Desde ahora se podría volver a registrar una charla contigo. *{ privacy-dont-track }* guarda tu ID y tu nombre para impedirlo.
