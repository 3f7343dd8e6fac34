date-day = %-m月%-d日(%a)
date-day-and-year = %Y年%-m月%-d日(%a)
date-day-of-month = %-m月%-d日
date-day-and-time = { $day } { $time }
date-first-of-same-month = %-m月%-d日
date-last-of-same-month = %-d日
date-days = { $first }～{ $last }
