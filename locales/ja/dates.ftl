# Dates where Discord draws none: labels of buttons, suggestions, pictures.
# %a Fri, %A Friday, %-d 20, %b Nov, %B November, %Y 2026: leave these as they are, in your order.
date-day = %-m月%-d日(%a)
date-day-and-year = %Y年%-m月%-d日(%a)
date-day-of-month = %-m月%-d日
# A day, then a time of it.
date-day-and-time = { $day } { $time }
# Days of one month: "16 to 22 November" is "16", "22 November" and what joins them.
date-first-of-same-month = %-m月%-d日
date-last-of-same-month = %-d日
date-days = { $first }～{ $last }
