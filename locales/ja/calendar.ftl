# Weekdays, circles and lengths of a pause, as they stand in labels and sentences.

# "… on Mondays"
on-weekdays = { $weekday ->
   *[Mon] 毎週月曜日
    [Tue] 毎週火曜日
    [Wed] 毎週水曜日
    [Thu] 毎週木曜日
    [Fri] 毎週金曜日
    [Sat] 毎週土曜日
    [Sun] 毎週日曜日
}

## Circles: how often a member wants to talk with somebody

circle-close = こまめ(週に1回)
circle-regular = ふつう(月に1回)
circle-wider = ときどき(3か月に1回)
circle-distant = たまに(6か月に1回)
circle-own = { $days ->
    [1] 毎日
   *[other] { $days }日に1回
}
# "You wanted to talk every week."
rhythm-close = 週に1回
rhythm-regular = 月に1回
rhythm-wider = 3か月に1回
rhythm-distant = 6か月に1回
rhythm-own = { $days ->
    [1] 毎日
   *[other] { $days }日に1回
}
circle-pick = どのくらいの頻度で話したいですか？
circle-pick-own = 日数を決める…
# The form for a number of days. Discord shows at most 45 characters of each.
circle-form = 話す頻度
circle-form-days = 何日に1回ですか？
circle-unknown = 日数として読み取れませんでした。「10」のように数字で書いてください。
circle-days = 日数は1から{ $most }までです。「10」のように数字で書いてください。

## Lengths of a pause, as choices

pause-two-weeks = 2週間
pause-one-month = 1か月
pause-three-months = 3か月
pause-until-they-say = 再開するまで
