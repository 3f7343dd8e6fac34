# /dates: a member's birthday and the day they started, and where others read them.

# $day: "5 de diciembre".
own-dates-birthday = Tu cumpleaños es el { $day }. Quienes han hablado contigo aquí lo ven en `/person` y en su recordatorio de esa semana.
own-dates-first-day = Empezaste el { $day }. Quienes han hablado contigo aquí lo ven en `/person` y en su recordatorio de esa semana.
# Added where $day is 29 February.
own-dates-leap-day = En los años sin ese día, cuenta el 28.
own-dates-remove = Quitar
own-dates-no-birthday = No sé cuándo es tu cumpleaños. Dímelo con `/dates birthday` y un día como "5 dic", sin el año; solo lo ven quienes han hablado contigo aquí.
own-dates-no-first-day = No sé qué día empezaste. Dímelo con `/dates first-day` y un día como "5 dic", sin el año; solo lo ven quienes han hablado contigo aquí.
own-dates-birthday-removed = Quitado: aquí ya nadie ve tu cumpleaños.
own-dates-first-day-removed = Quitado: aquí ya nadie ve qué día empezaste.
own-dates-untracked = Pediste que aquí no se te haga seguimiento, así que nadie vería una fecha tuya, y no la guardé. *{ privacy-track-again }* en `/privacy` lo cambia.

## Refused days

bad-day-unreadable = No reconozco ningún día del año en "{ $typed }". Prueba con "5 de diciembre", "5 dic" o "5/12".
# $readings: "5 de diciembre o 12 de mayo".
bad-day-order = Los días en números se leen de otra forma según el país: ese puede ser el { $readings }. Escribe el mes en letras.

## What others read

# In a nudge. $day: "mié 2 dic".
date-coming-birthday = Cumpleaños: { $day }.
# In a nudge. $day: "2 de diciembre".
date-coming-first-day = Empezó aquí un { $day }.
# On the card of /person. $day: "2 de diciembre".
date-birthday = Cumpleaños: { $day }
date-first-day = Empezó aquí un { $day }
