# /dates: a member's birthday and the day they started, and where others read them.

# $day: "5 December".
own-dates-birthday = Your birthday is { $day }. People who have talked with you here read it in `/person`, and in their nudge of that week.
own-dates-first-day = You started on { $day }. People who have talked with you here read it in `/person`, and in their nudge of that week.
# Added where $day is 29 February.
own-dates-leap-day = In years without that day, it counts on 28 February.
own-dates-remove = Remove
own-dates-no-birthday = You haven't told me your birthday. To do so, use `/dates birthday` with a day like "5 Dec": no year is kept, and only people who have talked with you here read it.
own-dates-no-first-day = You haven't told me the day you started. To do so, use `/dates first-day` with a day like "5 Dec": no year is kept, and only people who have talked with you here read it.
own-dates-birthday-removed = Removed: nobody reads your birthday here any more.
own-dates-first-day-removed = Removed: nobody reads the day you started here any more.
own-dates-untracked = You asked not to be tracked here, so nobody would read a date of yours, and I haven't kept it. *{ privacy-track-again }* in `/privacy` changes that.

## Refused days. What stands in quotation marks must be in words that people here type, and Rapport reads.

bad-day-unreadable = I can't read "{ $typed }" as a day of the year. Try "5 December", "5 Dec" or "the 5th of december".
# $readings: "5 December or 12 May".
bad-day-order = Days in numbers differ from country to country: that can be { $readings }. Type the month as a word.

## What others read

# In a nudge. $day: "Wed 2 Dec".
date-coming-birthday = Birthday on { $day }.
# In a nudge. $day: "2 December".
date-coming-first-day = Started on { $day }.
# On the card of /person. $day: "2 December".
date-birthday = Birthday: { $day }
date-first-day = Started on { $day }
