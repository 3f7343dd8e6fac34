# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Your last nudge could not be delivered: you take no direct messages from this server, or have blocked me; Discord doesn't say which. Allow them in the server's Privacy Settings or unblock me, then use `/nudge on`.

## Refusals to log about people who asked not to be tracked

untracked-yourself = You asked not to be tracked here, so nothing is logged. *{ privacy-track-again }* in `/privacy` changes that.
untracked-people = { $people } asked not to be tracked, so nothing is logged about them. The talk itself is what counts.
# Of several people named, only $people asked for that.
untracked-some = { $people } asked not to be tracked, so nothing is logged, not about the others either. Name the others alone, and it counts for you and them.
