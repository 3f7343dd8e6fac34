date-day = %-m月%-d日(%a)
date-day-and-year = %Y年%-m月%-d日(%a)
date-day-of-month = %-m月%-d日
date-day-and-time = { $day } { $time }
