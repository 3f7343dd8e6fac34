# What stands in answers of all kinds.

# Glossary, for whoever translates next:
# nudge = お知らせ; circle = 頻度 (こまめ, ふつう, ときどき, たまに; in sentences 話したい頻度 with 週に1回, 月に1回, …);
# tie = つながり; talk = 会話, to talk = 話す, We talked = 話しました; note = メモ; snooze = スヌーズ;
# stop = 止める, stopped = 停止中; pause = 一時停止; due = そろそろ話したい, due on = 話す目安は,
# overdue = ごぶさた;
# to log = 記録する; track = 記録の対象 (Don't track me = 記録の対象から外れる); recap = まとめ;
# leaderboard = ランキング; roster = 対象メンバー; allowance = kudosの上限; post = 投稿; kind = 関係;
# to keep two apart = 2人を引き合わせない; introduction = 引き合わせ; contact = 連絡先; away = 不在;
# reminder = リマインダー, to remind = リマインドする; first day = チームに入った日;
# private thread = プライベートスレッド (as in Discord);
# who runs Rapport = Rapportの運用担当者; who may manage the server = サーバーを管理できる人.
# Names get さん in sentences, none in labels and lists. The reader is not named (no あなた) where
# Japanese can do without. Parentheses, colons, digits and letters are half-width, ? is full-width;
# there is no space between Japanese and Latin.

## After a failure

your-words = 書いた内容です。やり直すときにお使いください:
failed-nothing-kept = うまくいきませんでした。何も保存されていません。少し待ってから、もう一度試してください。原因は、Rapportの運用担当者がログで確認できます。
failed-halfway = 途中で問題が起きたため、一部だけ保存されているかもしれません。やり直す前に、内容を確かめてください。原因は、Rapportの運用担当者がログで確認できます。

## From another version, or another place

outdated-form = Discordに表示されているのは、このコマンドの古いバージョンです。Discordを再起動するか、少し待ってから試してください。
outdated-button = このボタンは別のバージョンのRapportのもので、もう使えません。`/help`のコマンドで同じことができます。
outdated-choice = この選択肢は別のバージョンのRapportのもので、もう使えません。もう一度コマンドを使って、選び直してください。
button-of-another-server = このボタンは別のサーバーのものです。そのサーバーで使ってください。
server-only = これはサーバーでだけ使えます。サーバーのチャンネルで使ってください。
managers-only = これはサーバーを管理できる人だけが使えます。変えたいことがあれば、管理者に相談してください。

## People

someone = 匿名

## Buttons to other pages of a list

page-back = 前へ
page-next = 次へ

## Time zones. $typed is what the person typed.

zone-unknown = 「{ $typed }」というタイムゾーンは見つかりませんでした。TokyoやNew Yorkのような大きな都市か、UTC+9のような時差なら使えます。
zone-empty = タイムゾーンとして読み取れませんでした。TokyoやNew Yorkのような大きな都市か、UTC+9のような時差なら使えます。
# $cities: "Chicago, Havana or Shanghai".
zone-ambiguous = 「{ $typed }」はいくつかの地域に当てはまり、夏時間がある地域とない地域があります。当てはまる都市を入力してください: { $cities }。

## Where Rapport may not post. The permissions are named as in Discord's own settings.

permission-view-channel = **チャンネルを見る**
permission-send-messages = **メッセージを送信**
permission-send-in-threads = **スレッドでメッセージを送信**
permission-read-history = **メッセージ履歴を読む**
permission-create-private-threads = **プライベートスレッドの作成**
# $permissions: "View Channel and Send Messages".
post-not-allowed = Rapportには、このチャンネルで{ $permissions }の権限がないため、kudosを投稿できません。今日の残りは減っていません。許可を管理者に頼むか、別のチャンネルで送ってください。
