# /dates: a member's birthday and the day they started, and where others read them.

# $day: "12月5日".
own-dates-birthday = 誕生日は{ $day }ですね。ここで話したことのある人が、`/person`と、その週のお知らせで見られます。
own-dates-first-day = { $day }に入ったのですね。ここで話したことのある人が、`/person`と、その週のお知らせで見られます。
# Added where $day is 29 February.
own-dates-leap-day = この日がない年は、28日になります。
own-dates-remove = 取り消す
own-dates-no-birthday = 誕生日はまだ聞いていません。`/dates birthday`に「12月5日」のような日を付けると、年なしで教えられます。見られるのは、ここで話したことのある人だけです。
own-dates-no-first-day = 入った日はまだ聞いていません。`/dates first-day`に「12月5日」のような日を付けると、年なしで教えられます。見られるのは、ここで話したことのある人だけです。
own-dates-birthday-removed = 取り消しました。ここで誕生日を見られる人は、もういません。
own-dates-first-day-removed = 取り消しました。ここで入った日を見られる人は、もういません。
own-dates-untracked = このサーバーで記録の対象から外れているため、日付を見られる人がおらず、保存しませんでした。`/privacy`の「{ privacy-track-again }」で変えられます。

## Refused days

bad-day-unreadable = 「{ $typed }」を日付として読み取れませんでした。「12月5日」や「12/5」のように書いてください。
# $readings: "12月5日または5月12日".
bad-day-order = 数字だけの日付は国によって順番が違い、これは{ $readings }と読めます。月を文字で書いてください。

## What others read

# In a nudge. $day: "12月2日(水)".
date-coming-birthday = 誕生日は{ $day }です。
# In a nudge. $day: "12月2日".
date-coming-first-day = 入った日は{ $day }です。
# On the card of /person. $day: "12月2日".
date-birthday = 誕生日: { $day }
date-first-day = 入った日: { $day }
