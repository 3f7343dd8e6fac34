# Lo que se lee fuera de los servidores que tienen Rapport.

anywhere-which = ¿De qué servidor se trata?
anywhere-choose = Elige un servidor
# $servers: "Lighthouse o Harbour".
anywhere-several = Eso se elige en cada servidor, y tú estás en varios. Úsalo en el que quieras: { $servers }.
anywhere-no-team = No encontré ningún servidor con Rapport en el que estés. Si hay uno, usa Rapport allí una vez; desde entonces funciona también aquí.
# Debe leerse igual para quien no está en ningún servidor, quien se fue y quien pidió que no le sigan.
anywhere-not-shared = Eso no funciona aquí: no encontré ningún servidor con Rapport que compartan, o alguien pidió que no se le siga. En uno de tus servidores el mismo comando te dice más, y `/contact add` guarda a personas que no están en él.
