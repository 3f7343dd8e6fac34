# Words that people type for the time of a talk. What is typed is compared without capitals, accents
# and the dots of abbreviations. Spellings of one meaning are divided by " | "; Rapport offers the
# first one. Weekdays and months are understood by their first three letters too. A meaning for which
# your language has no word is { "" }.

## Days

when-now = just now | now
when-today = today | earlier today
when-yesterday = yesterday | yday
when-before-yesterday = the day before yesterday | day before yesterday
when-tomorrow = tomorrow
when-after-tomorrow = the day after tomorrow | day after tomorrow
when-monday = monday
when-tuesday = tuesday
when-wednesday = wednesday | weds
when-thursday = thursday
when-friday = friday
when-saturday = saturday
when-sunday = sunday

## Months. Offered after a number: "20 Nov"

when-january = Jan | january
when-february = Feb | february
when-march = Mar | march
when-april = Apr | april
when-may = May
when-june = Jun | june
when-july = Jul | july
when-august = Aug | august
when-september = Sep | september
when-october = Oct | october
when-november = Nov | november
when-december = Dec | december

## Parts of the day

when-morning = morning | in the morning | early morning | late morning | mid-morning
when-lunchtime = lunchtime | lunch | over lunch | during lunch
when-afternoon = afternoon | in the afternoon | early afternoon | late afternoon
when-evening = evening | in the evening | early evening | late evening
when-night = night | at night
when-noon = noon | midday
when-midnight = midnight
when-this-morning = this morning
when-this-lunchtime = this lunchtime
when-this-afternoon = this afternoon
when-this-evening = this evening
when-tonight = tonight
when-last-night = last night

## Times

# Before a time: "at 9", "um 9", "a las 9"
when-at = at | around | about | approx | roughly
when-am = am | a.m.
when-pm = pm | p.m.
# After an hour: "9 Uhr", "14h"
when-o-clock = o'clock
# After a minute: "14時30分"
when-minute-mark = { "" }
# After an hour: "9 heures et demie", "9時半"
when-half-past = and a half
# Before the next hour: "halb 10"
when-half-to = { "" }

## Numbers

when-one = one | a | an
when-two = two
when-three = three
when-four = four
when-five = five
when-six = six
when-seven = seven
when-eight = eight
when-nine = nine
when-ten = ten
# Two of something
when-a-couple = a couple of | a couple | couple of | couple
# Some, which counts as three
when-a-few = a few | few | several | some
when-one-and-a-half = one and a half

## Lengths of time

when-minutes = minutes | minute | mins | min | m
when-hours = hours | hour | hrs | hr | h
when-days = days | day | d
when-weeks = weeks | week | wks | wk | w
when-months = months | month
when-years = years | year | yrs | yr | y
when-half-an-hour = half an hour | half hour | a half hour
when-fortnight = a fortnight | fortnight
# Before or after a length of time
when-ago = ago | back
# Before or after a length of time that is still to come
when-ahead = in | from now | from today

## Weeks, months and years

# Before or after a weekday, a week, a month
when-last = last | previous | past
when-this = this
when-next = next
when-last-week = last week
when-week-before-last = the week before last | week before last
when-this-week = this week
when-next-week = next week
when-last-month = last month
when-last-year = last year

## Small words

# Words that mean nothing here. None that can mean the future: "in 3 days" must not be 3 days ago
when-noise = on | the | of | t
# Before a number that is a day of a month: "le 20", "dia 20"
when-article-of-day = { "" }
# After a day of a month: "20th", "20日"
when-day-mark = th | st | nd | rd
# After a year: "2026年"
when-year-mark = { "" }

## Offered while somebody types: written so that the words above understand them

when-minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
when-hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
when-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
when-weeks-ago = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
when-months-ago = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
when-half-an-hour-ago = half an hour ago
when-an-hour-ago = an hour ago
when-a-week-ago = a week ago
when-a-month-ago = a month ago
when-yesterday-morning = yesterday morning
when-yesterday-afternoon = yesterday afternoon
when-yesterday-evening = yesterday evening
when-last-weekday = { $day ->
   *[Mon] last monday
    [Tue] last tuesday
    [Wed] last wednesday
    [Thu] last thursday
    [Fri] last friday
    [Sat] last saturday
    [Sun] last sunday
}

# The same, for days to come: "in 2 weeks"

when-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
when-in-weeks = { $count ->
    [one] in { $count } week
   *[other] in { $count } weeks
}
when-in-months = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}
when-in-a-week = in a week
when-in-a-month = in a month
when-next-weekday = { $day ->
   *[Mon] next monday
    [Tue] next tuesday
    [Wed] next wednesday
    [Thu] next thursday
    [Fri] next friday
    [Sat] next saturday
    [Sun] next sunday
}
# $month is the first spelling above.
when-day-of-month = { $day } { $month }
