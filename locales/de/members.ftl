# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Dein letzter Stups kam nicht an: Du nimmst von diesem Server keine Direktnachrichten an, oder du hast mich blockiert; Discord verrät nicht, was von beidem. Erlaube sie in den Privatsphäre-Einstellungen des Servers oder heb die Blockierung auf, dann nutze `/nudge on`.

## Refusals to log about people who asked not to be tracked

untracked-yourself = Du möchtest hier nicht erfasst werden, deshalb wird nichts festgehalten. *{ privacy-track-again }* in `/privacy` ändert das.
untracked-people = Auf Wunsch von { $people } wird dazu nichts festgehalten. Was zählt, ist das Gespräch selbst.
# Of several people named, only $people asked for that.
untracked-some = Auf Wunsch von { $people } wird nichts festgehalten, auch zu den anderen nicht. Nenn nur die anderen, dann zählt es für dich und sie.
