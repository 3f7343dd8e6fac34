# What a member chose about nudges, and what keeps these from arriving.

closed-dms = Your last nudge could not be delivered: you take no direct messages from this server, or have blocked me; Discord doesn't say which. Allow them in the server's Privacy Settings or unblock me, then use `/nudge on`.
