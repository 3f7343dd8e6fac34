# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Tu último recordatorio no llegó: no aceptas mensajes directos de este servidor o me bloqueaste; Discord no dice cuál de las dos. Permítelos en los ajustes de privacidad del servidor o desbloquéame, y luego usa `/nudge on`.
