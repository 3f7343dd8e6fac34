# Weekdays, circles and lengths of a pause, as they stand in labels and sentences.

# "… on Mondays"
on-weekdays = { $weekday ->
   *[Mon] on Mondays
    [Tue] on Tuesdays
    [Wed] on Wednesdays
    [Thu] on Thursdays
    [Fri] on Fridays
    [Sat] on Saturdays
    [Sun] on Sundays
}

## Circles: how often a member wants to talk with somebody

circle-close = Close (every week)
circle-regular = Regular (every month)
circle-wider = Wider (every 3 months)
circle-distant = Distant (every 6 months)
circle-own = { $days ->
    [one] Every day
   *[other] Every { $days } days
}
# "You wanted to talk every week."
rhythm-close = every week
rhythm-regular = every month
rhythm-wider = every 3 months
rhythm-distant = every 6 months
rhythm-own = { $days ->
    [one] every day
   *[other] every { $days } days
}
circle-pick = How often do you want to be in touch?
circle-pick-own = Own number of days…
# The form for a number of days. Discord shows at most 45 characters of each.
circle-form = How often?
circle-form-days = Every how many days?
circle-unknown = I can't read that as a number of days. Write one like 10.
circle-days = A circle can have 1 to { $most } days. Write a number like 10.

## Lengths of a pause, as choices

pause-two-weeks = 2 weeks
pause-one-month = 1 month
pause-three-months = 3 months
pause-until-they-say = Until I say so
