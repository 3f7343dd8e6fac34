# What people read outside of the servers that have Rapport.

anywhere-which = Which server is it about?
anywhere-choose = Choose a server
# $servers: "Lighthouse or Harbour".
anywhere-several = That is a choice for each server, and you're in several. Use it on the one you mean: { $servers }.
anywhere-no-team = I found no server with Rapport that you're on. If there is one, use Rapport there once, and it works here from then on.
# It must read the same for people on no server, people who left, and people who asked not to be tracked.
anywhere-not-shared = That doesn't work here: I found no server with Rapport that you share with them, or they asked not to be tracked. On one of your servers the same command tells you more, and `/contact add` keeps people outside of it.
