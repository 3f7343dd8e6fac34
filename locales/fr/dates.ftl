# Dates where Discord draws none: labels of buttons, suggestions, pictures.
# %a Fri, %A Friday, %-d 20, %b Nov, %B November, %Y 2026: leave these as they are, in your order.
date-day = %a %-d %B
date-day-and-year = %a %-d %b %Y
date-day-of-month = %-d %B
# A day, then a time of it.
date-day-and-time = { $day }, { $time }
# Days of one month: "16 to 22 November" is "16", "22 November" and what joins them.
date-first-of-same-month = %-d
date-last-of-same-month = %-d %B
date-days = du { $first } au { $last }
