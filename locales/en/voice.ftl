# Talks in voice channels, which count by themselves.

# Below the answer to the question about nudges; asked once.
voice-question = One more thing: should talks in voice channels count by themselves? Ten minutes together are enough, only with people who said yes too, and only the day and the minutes are kept.
voice-yes = Count voice talks
voice-no = No thanks
voice-accepted = Talks in voice channels count from now on, with people who want that too. `/settings` changes it.
voice-declined = Alright, talks in voice channels don't count. `/settings` changes it.
