# Nudges: the weekly DM, /nudge, and what is pressed below them.

## On, off, and when they come

nudges-on = お知らせはオンです。
# $when is a weekday, a date and a time, as Discord writes them.
nudges-on-next = お知らせはオンです。次に届くのは、早くて{ $when }です。お知らせする人がいない週は届きません。`/nudge when`で曜日、時刻、タイムゾーンを変えられ、`/nudge off`で止められます。
nudges-declined = では、DMは送りません。気が変わったら、`/nudge on`で始められます。
nudges-off = お知らせをオフにしました。記録は残ります。`/nudge on`でまた始められます。
nudges-already-off = お知らせはもうオフです。`/nudge on`で始められます。
nudges-untracked = このサーバーで記録の対象から外れているため、お知らせは届きません。`/privacy`の「{ privacy-track-again }」を押すと、また届きます。

# "Nudges come on Fridays at 09:00 (Europe/Berlin)."
nudges-come = お知らせは{ on-weekdays }の{ $time }({ $zone })に届きます。
nudges-come-next = お知らせは{ on-weekdays }の{ $time }({ $zone })に届きます。次は早くて{ $date }です。
nudges-come-away-next = お知らせは{ on-weekdays }の{ $time }({ $zone })に届きます。今は不在のため、次は早くて{ $date }です。`/away end`で、今すぐ再開できます。
nudges-come-paused = お知らせは{ on-weekdays }の{ $time }({ $zone })ですが、今は一時停止中です。`/nudge resume`で再開できます。
nudges-come-paused-next = お知らせは{ on-weekdays }の{ $time }({ $zone })ですが、今は一時停止中です。次は早くて{ $date }です。`/nudge resume`で、今すぐ再開できます。
nudges-come-off = お知らせは{ on-weekdays }の{ $time }({ $zone })ですが、今はオフです。`/nudge on`で始められます。
nudges-come-untracked = お知らせは{ on-weekdays }の{ $time }({ $zone })ですが、記録の対象から外れているため届きません。`/privacy`の「{ privacy-track-again }」を押すと、また届きます。

## Pauses. $server is a server's name in bold, for readers outside of it.

nudges-pause-question = お知らせをどのくらい止めますか？曜日と時刻はそのままです。
nudges-pause-question-from = { $server }からのお知らせをどのくらい止めますか？曜日と時刻はそのままです。
nudges-paused = お知らせを一時停止しています。`/nudge resume`で再開するまで届きません。
nudges-paused-from = { $server }からのお知らせを一時停止しています。`/nudge resume`で再開するまで届きません。
nudges-paused-until = お知らせを{ $date }まで一時停止しています。その後はまた{ on-weekdays }に届きます。`/nudge resume`で、その前に再開できます。
nudges-paused-until-from = { $server }からのお知らせを{ $date }まで一時停止しています。その後はまた{ on-weekdays }に届きます。`/nudge resume`で、その前に再開できます。
nudges-not-paused = お知らせは一時停止していません。
nudges-resume = お知らせを再開

## The nudge

nudge-of-nobody = このお知らせに名前のあった人は、サーバーを抜けたか、記録の対象から外れました。
nudge-of-one = 今週、この人に声をかけてみませんか？
nudge-of-several = 今週、この中の誰かに声をかけてみませんか？
nudge-of-dates = 今週、覚えておきたい日:
nudge-also-dates = ほかに、今週は:
# /nudge now
nudge-preview = 今お知らせが届くとしたら、こうなります:
nudge-nobody = 今、お知らせする人はいません。最近お知らせした人と、スヌーズ中の人はお休みです。全員は`/people`で見られます。会話は`/met`で記録できます。
# $ago is "3 weeks ago", as Discord writes it; $how is "over coffee".
nudge-last = 前回話したのは{ $ago }です。
nudge-last-how = 前回話したのは{ $ago }、{ $how }でした。
nudge-never = Rapportの記録では、{ $name }さんとはまだ話していません。
nudge-hello = 最初のひとことは、思うより喜ばれるものです。
# Of a contact outside the server.
nudge-contact-never = まだ会話の記録がありません。
# $question is one of questions.ftl.
nudge-question = 話のきっかけに: 「{ $question }」
nudge-note = 自分のメモ: { $note }
# $rhythm is "every month".
nudge-rhythm = 話したい頻度は{ $rhythm }です。
nudge-back-since = { $weekday }に戻りました。
nudge-talked-since = その後、話しました。
# $when is a weekday, a date and a time, as Discord writes them.
nudge-reminder = リマインダー: { $when }
# $server is a server's name in bold.
nudge-from = { $server }から

nudge-talked = 話しました
nudge-remind = リマインド…
nudge-not-now = また今度
nudge-stop = もう知らせない
nudge-pause = お知らせを一時停止
nudge-settings = 設定

## After something was pressed. The message stays, so there are no relative dates.

nudge-done-talked = 話したことを記録しました。
nudge-done-not-now = また今度。30日間は名前を出しません。
nudge-done-stopped = 止めました。この人についてのお知らせはもう届きません。
nudge-not-yours = このお知らせは自分宛てではないか、もうありません。自分へのお知らせは`/nudge now`で見られます。
nudge-no-longer-named = この人は記録の対象から外れたか、データを削除したため、何も記録していません。

## Reminders: a time that the reader chooses in a nudge, and the DM that comes then. $name is a person, $when
## a weekday, a date and a time, as Discord writes them.

remind-question = { $name }さんのことを、いつリマインドしますか？
remind-chosen = { $when }を選択済みです。別の日時を選ぶと変わります。
remind-late = その日時は、もう過ぎています。
# Buttons. $time is a time of day, like 09:00.
remind-own = ほかの日時…
remind-today = 今日 { $time }
remind-tomorrow = 明日 { $time }
remind-weekday = { $weekday } { $time }
# The form. Discord shows 45 characters of the title and of the label, 100 of the hint.
remind-form = ほかの日時
remind-form-when = いつですか？
# What can be typed.
remind-form-hint = 金曜 15:00、2週間後、12月12日 9:30
remind-kept = { $when }に、{ $name }さんのことをリマインドします。
remind-hindered = お知らせがオフか一時停止中か、DMを送れないため、リマインドできません。`/nudge on`か`/nudge resume`で変えられます。
remind-not-yours = このリマインダーは自分のものではないか、もうありません。`/nudge now`で、自分のお知らせに出る人を見られます。
# In the DM, below the person's name.
reminder-asked = 頼まれていた日時になったので、リマインドします。
