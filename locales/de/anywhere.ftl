# Was man außerhalb der Server liest, auf denen Rapport ist.

anywhere-which = Um welchen Server geht es?
anywhere-choose = Server wählen
# $servers: "Lighthouse oder Harbour".
anywhere-several = Das stellst du für jeden Server einzeln ein, und du bist auf mehreren. Nutze es auf dem, den du meinst: { $servers }.
anywhere-no-team = Ich habe keinen Server mit Rapport gefunden, auf dem du bist. Falls es einen gibt, nutze Rapport dort einmal; danach geht es auch hier.
# Muss gleich klingen für Leute, die auf keinem Server sind, die gegangen sind oder nicht erfasst werden wollen.
anywhere-not-shared = Das geht hier nicht: Ich habe keinen Server mit Rapport gefunden, auf dem ihr gemeinsam seid, oder es wurde um keine Erfassung gebeten. Auf einem deiner Server sagt dir derselbe Befehl mehr, und `/contact add` merkt sich Leute, die nicht dort sind.
