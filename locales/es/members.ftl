# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Tu último recordatorio no llegó: no aceptas mensajes directos de este servidor o me bloqueaste; Discord no dice cuál de las dos. Permítelos en los ajustes de privacidad del servidor o desbloquéame, y luego usa `/nudge on`.

## Refusals to log about people who asked not to be tracked

untracked-yourself = Pediste que aquí no se te haga seguimiento, así que no se registra nada. *{ privacy-track-again }* en `/privacy` lo cambia.
untracked-people = Sobre { $people } no se registra nada, a petición suya. Lo que cuenta es la charla en sí.
# Of several people named, only $people asked for that.
untracked-some = Sobre { $people } no se registra nada, a petición suya, y por eso tampoco sobre el resto. Indica solo al resto, y la charla contará.
