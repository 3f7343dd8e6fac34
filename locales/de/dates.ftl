date-day = %a, %-d. %b
date-day-and-year = %a, %-d. %b %Y
date-day-of-month = %-d. %B
date-day-and-time = { $day }, { $time }
date-first-of-same-month = %-d.
date-last-of-same-month = %-d. %B
date-days = { $first } bis { $last }
