# /dates: a member's birthday and the day they started, and where others read them.

# $day: "12月5日".
own-dates-birthday = 誕生日は{ $day }ですね。このサーバーで話したことのある人が、`/person`と、その週のお知らせで見られます。
own-dates-first-day = チームに入った日は{ $day }ですね。このサーバーで話したことのある人が、`/person`と、その週のお知らせで見られます。
# Added where $day is 29 February.
own-dates-leap-day = この日がない年は、2月28日になります。
own-dates-remove = 削除
own-dates-no-birthday = 誕生日はまだ聞いていません。`/dates birthday`で、「12月5日」のように教えてください。年は不要です。見られるのは、このサーバーで話したことのある人だけです。
own-dates-no-first-day = チームに入った日はまだ聞いていません。`/dates first-day`で、「12月5日」のように教えてください。年は不要です。見られるのは、このサーバーで話したことのある人だけです。
own-dates-birthday-removed = 削除しました。このサーバーで、誕生日はもう誰にも見えません。
own-dates-first-day-removed = 削除しました。このサーバーで、チームに入った日はもう誰にも見えません。
own-dates-untracked = このサーバーで記録の対象から外れていて、日付を見られる人がいないため、保存しませんでした。`/privacy`の「{ privacy-track-again }」で変えられます。

## Refused days

bad-day-unreadable = 「{ $typed }」を日付として読み取れませんでした。「12月5日」や「12/5」のように書いてください。
# $readings: "12月5日または5月12日".
bad-day-order = 数字だけの日付は国によって順番が違い、これは{ $readings }と読めます。「12月5日」のように、「月」と「日」を付けて書いてください。

## What others read

# In a nudge. $day: "12月2日(水)".
date-coming-birthday = 誕生日は{ $day }です。
# In a nudge. $day: "12月2日".
date-coming-first-day = チームに入った日は{ $day }です。
# On the card of /person. $day: "12月2日".
date-birthday = 誕生日: { $day }
date-first-day = チームに入った日: { $day }
