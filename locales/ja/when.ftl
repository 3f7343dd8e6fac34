## Days

when-now = たった今 | 今 | いま | ちょうど今 | 今さっき | いまさっき | ついさっき | さっき | さきほど | 先ほど | つい先ほど | 今しがた
when-today = 今日 | きょう | 本日
when-yesterday = 昨日 | きのう | さくじつ
when-before-yesterday = 一昨日 | おととい | おとつい | いっさくじつ
when-tomorrow = 明日 | あした | あす
when-after-tomorrow = 明後日 | あさって | みょうごにち
when-monday = 月曜日 | 月曜 | 月
when-tuesday = 火曜日 | 火曜 | 火
when-wednesday = 水曜日 | 水曜 | 水
when-thursday = 木曜日 | 木曜 | 木
when-friday = 金曜日 | 金曜 | 金
when-saturday = 土曜日 | 土曜 | 土
when-sunday = 日曜日 | 日曜 | 日

## Months

when-january = 1月 | 一月
when-february = 2月 | 二月
when-march = 3月 | 三月
when-april = 4月 | 四月
when-may = 5月 | 五月
when-june = 6月 | 六月
when-july = 7月 | 七月
when-august = 8月 | 八月
when-september = 9月 | 九月
when-october = 10月 | 十月
when-november = 11月 | 十一月
when-december = 12月 | 十二月

## Parts of the day

when-morning = 朝 | 午前 | 午前中 | 朝方 | 早朝 | 明け方 | 朝一 | 朝イチ
when-lunchtime = 昼 | お昼 | ランチ | ランチタイム | 昼休み | お昼休み | 昼間
when-afternoon = 午後 | 昼過ぎ | 昼すぎ | お昼過ぎ | お昼すぎ
when-evening = 夕方 | 夕 | 夕刻
when-night = 夜 | 晩 | 深夜 | 夜中 | 夜遅く
when-noon = 正午
when-midnight = 真夜中
when-this-morning = 今朝 | けさ | 今日の朝
when-this-lunchtime = 今日の昼 | 今日のお昼
when-this-afternoon = 今日の午後
when-this-evening = 今日の夕方
when-tonight = 今夜 | 今晩 | 今日の夜
when-last-night = 昨夜 | 昨晩 | ゆうべ | 夕べ | 昨日の夜 | きのうの夜 | 昨日の晩 | きのうの晩

## Times

when-at = だいたい | 大体 | およそ | 約
when-am = 午前 | am
when-pm = 午後 | pm
when-o-clock = 時
when-minute-mark = 分
when-half-past = 半
when-half-to = { "" }

## Numbers

when-one = 一 | ひと
when-two = 二 | ふた
when-three = 三
when-four = 四
when-five = 五
when-six = 六
when-seven = 七
when-eight = 八
when-nine = 九
when-ten = 十
when-a-couple = 二、三 | 2、3
when-a-few = 数
when-one-and-a-half = 一・五

## Lengths of time

when-minutes = 分 | 分間
when-hours = 時間
when-days = 日 | 日間
when-weeks = 週間 | 週
when-months = か月 | ヶ月 | カ月 | ヵ月 | ケ月 | 箇月 | か月間 | ヶ月間 | カ月間 | ヵ月間 | 月
when-years = 年 | 年間
when-half-an-hour = 半時間
when-fortnight = 半月
when-ago = 前 | 前の | まえ | ほど前
when-ahead = 後 | 後の | あと

## Weeks, months and years

when-last = 前の | この前の | この前 | 前回の | この間の | この間 | こないだの | こないだ
when-this = この | 今
when-next = 次の | 今度の
when-last-week = 先週
when-week-before-last = 先々週
when-this-week = 今週
when-next-week = 来週
when-last-month = 先月
when-last-year = 去年 | 昨年

## Small words

when-noise = の | に | ごろ | 頃 | ころ | くらい | ぐらい | すぎ | 過ぎ | から | は | で
when-article-of-day = { "" }
when-day-mark = 日
when-year-mark = 年

## Offered while somebody types

when-minutes-ago = { $count }分前
when-hours-ago = { $count }時間前
when-days-ago = { $count }日前
when-weeks-ago = { $count }週間前
when-months-ago = { $count }か月前
when-half-an-hour-ago = 30分前
when-an-hour-ago = 1時間前
when-a-week-ago = 1週間前
when-a-month-ago = 1か月前
when-yesterday-morning = 昨日の朝
when-yesterday-afternoon = 昨日の午後
when-yesterday-evening = 昨日の夕方
when-last-weekday = { $day ->
   *[Mon] 前の月曜日
    [Tue] 前の火曜日
    [Wed] 前の水曜日
    [Thu] 前の木曜日
    [Fri] 前の金曜日
    [Sat] 前の土曜日
    [Sun] 前の日曜日
}
when-in-days = { $count }日後
when-in-weeks = { $count }週間後
when-in-months = { $count }か月後
when-in-a-week = 1週間後
when-in-a-month = 1か月後
when-next-weekday = { $day ->
   *[Mon] 次の月曜日
    [Tue] 次の火曜日
    [Wed] 次の水曜日
    [Thu] 次の木曜日
    [Fri] 次の金曜日
    [Sat] 次の土曜日
    [Sun] 次の日曜日
}
when-day-of-month = { $month }{ $day }日
