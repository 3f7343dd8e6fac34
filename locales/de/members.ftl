# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Dein letzter Stups kam nicht an: Du nimmst von diesem Server keine Direktnachrichten an, oder du hast mich blockiert; Discord verrät nicht, was davon. Erlaube sie in den Privatsphäre-Einstellungen des Servers oder heb die Blockierung auf, dann nutze `/nudge on`.
