# Introductions: /introductions, the threads of two or three people, and the post about each round.

## Yes and no

# $channel is a link to a channel.
intro-offer = Cada { $weeks } semanas junto de dos en dos a quienes dijeron que sí, y cada pareja tiene un hilo privado en { $channel }.
intro-offer-shown = La otra persona ve tu nombre, tu línea de `/introductions about` y horas que les van bien a las dos. Si una de las dos pulsa *{ intro-met }*, se registra una charla para ambas. De cuántas se vieron solo se dice el número, nunca los nombres.
intro-offer-ways-out = Puedes saltarte una ronda con `/introductions not-this-time`, y dejarlo con `/introductions off`.
intro-yes = Sí, participo
intro-no = No, gracias
intro-declined = Entonces, sin presentaciones. Si cambias de idea, ahí está `/introductions on`.
# $when is a weekday, a date and a time, as Discord writes them.
intro-joined = Ya participas. La próxima ronda empieza el { $when }. Con `/introductions about` añades una línea sobre ti, y con `/introductions off` lo dejas.
intro-skip = Esta vez no
intro-skipped = Te saltas la próxima ronda y después vuelves a participar. Con `/introductions on` vuelves antes.
intro-left = Ya no hay presentaciones para ti. Con `/introductions on` vuelves a participar.
intro-not-in = No participas en las presentaciones. `/introductions on` explica qué son.
intro-none-here = En este servidor aún no hay presentaciones. Quienes pueden administrarlo pueden activarlas en `/setup`.
intro-untracked = Pediste que aquí no se te haga seguimiento, así que no hay presentaciones para ti. *{ privacy-track-again }* en `/privacy` las hace posibles.
# $line is what they wrote about themselves.
intro-about-set = Esto es lo que lee la gente que te presento: { $line }
intro-about-deleted = Tu línea se borró. Con `/introductions about` escribes una nueva.
intro-about-empty = En esa línea no hay nada que leer. Prueba con algo como: Diseño, Berlín. Pregúntame por la masa madre.
intro-about-too-long = Una línea sobre ti puede tener hasta { $most } caracteres, y la tuya tiene { $by } de más. Acórtala un poco.

## The thread

# $count is 2 or 3.
intro-hello = { $count ->
    [2] Aquí se encuentran dos personas que dijeron que sí a conocer a gente con quien no hablan.
   *[other] Aquí se encuentran tres personas que dijeron que sí a conocer a gente con quien no hablan.
}
intro-person = **{ $name }**
intro-person-about = **{ $name }**: { $about }
intro-person-since = **{ $name }** está en este servidor desde el { $date }.
intro-questions = Dos preguntas para empezar, por si ayudan:
intro-hours = Las próximas horas en común:
# $times: "Alice 10:00 and Bob 17:00".
intro-hour = { $when } ({ $times })
intro-no-hours = Los horarios apenas coinciden, así que unas líneas aquí pueden ser el mejor comienzo.
intro-met = Nos vimos
intro-not-yet = Todavía no
intro-cannot = Esta ronda no puedo
# A week later.
intro-question = { $count ->
    [2] Ha pasado una semana. ¿Ya hubo ocasión de verse?
   *[other] Ha pasado una semana. ¿Ya hubo ocasión de verse en grupo?
}

## After something was pressed. The message stays, so there are no relative dates.

intro-done-met = Hubo encuentro: quedó registrada una charla para cada persona.
intro-done-cannot = { $name } no puede esta ronda.
intro-done-next = Alguien se unió: mira el mensaje de abajo.
intro-no-hurry = Sin prisa. Los botones funcionan hasta que empiece la próxima ronda.
intro-told-rest = { $name } no puede esta ronda, y no pasa nada. Las otras dos personas siguen.
intro-told-joined = { $name } no puede esta ronda, y no pasa nada. Habrá alguien más: en un momento verás un hilo con otra persona.
intro-told-waiting = { $name } no puede esta ronda, y no pasa nada. Si queda libre otra persona, te la presento. Si no, está la próxima ronda.
intro-told-next-round = { $name } no puede esta ronda, y no pasa nada. En la próxima ronda conocerás a otra persona.
intro-not-yours = Esa presentación no es tuya, o ya no existe.
intro-nobody-left = Ya no queda nadie más de esta presentación, así que no se registra nada. `/met` registra una charla con cualquiera de este servidor.

## The post about the round before

intro-summary = En la última ronda, se presentaron { $people } personas en { $pairs ->
    [one] un hilo
   *[other] { $pairs } hilos
}. { $met ->
    [0] Por ahora nadie ha dicho que hubo encuentro.
    [one] En uno de ellos dicen que se vieron.
   *[other] En { $met } de ellos dicen que se vieron.
}
intro-offer-button = Yo también participo
