# /kudos and its menus, /leaderboard and the weekly recap.

## The post of a thank-you, for all to read

# $giver is a name. $receivers are people: "@bob, @carol and @dan".
kudos-post = **{ $giver }**さんから{ $receivers }さんへのkudosです
# $link is the address of the message that they are thanked for.
kudos-post-for-message = **{ $giver }**さんから{ $receivers }さんへ、[このメッセージ]({ $link })へのkudosです

## What the giver reads

# $renewal is how long that is from now, as Discord writes it: "in 5 hours".
kudos-given-last = 今日送れるkudosはこれで最後です。次に送れるのは{ $renewal }です。
kudos-given = 今日はkudosをあと{ $left }件送れます。
kudos-given-take-back = このkudosは5分以内なら取り消せます。
kudos-take-back = 取り消す
kudos-taken-back = 取り消しました。このkudosは数に入らなくなり、投稿も消えます。
kudos-post-stays = 取り消しました。このkudosは数に入りません。Rapportには投稿を削除する権限がありませんが、ここでメッセージを削除できる人なら削除できます。
kudos-post-may-stay = 取り消しました。このkudosは数に入りません。Discordから返事がないため、投稿が残っているかもしれません。ここでメッセージを削除できる人なら削除できます。
kudos-take-back-late = kudosを取り消せるのは5分以内で、その時間は過ぎています。ここでメッセージを削除できる人が投稿を削除すれば、kudosも消えます。
kudos-take-back-gone = このkudosはもうありません。

## Why thanks can't be posted

kudos-switched-off = このサーバーではkudosがオフになっています。サーバーを管理できる人が`/setup`でオンにできます。
kudos-none-left = 今日送れるkudosは、もうありません。次に送れるのは{ $renewal }です。
kudos-too-few-left = { $people }人に送ろうとしましたが、今日の残りは{ $left }件です。人数を減らしてください。残りが元に戻るのは{ $renewal }です。
kudos-enough-for = { $name }さんには今日すでに{ $times }回送っていて、これが同じ人への1日の上限です。また送れるのは{ $renewal }です。
kudos-oneself = 自分が選ばれています。kudosはほかの人に送ってください。
kudos-bot = { $name }はbotです。kudosは人に送ってください。
kudos-not-here = { $name }さんはこのサーバーにいません。サーバーにいる人を選んでください。
kudos-reason-empty = まだ言葉がありません。何への感謝なのか、ひとことふたこと書いてください。
# $most is always 1000.
kudos-reason-too-long = 感謝の言葉は{ $most }文字までです。これは{ $by }文字超えています。ひとことふたことで十分伝わります。
# $name is who wrote the message.
kudos-message-deleted = その間にメッセージが削除されたため、kudosは投稿されず、今日の残りも減っていません。`/kudos`なら、メッセージなしで{ $name }さんに感謝を伝えられます。
kudos-not-now = 今はDiscordに投稿できません。何も投稿されず、今日の残りも減っていません。少し待ってから、もう一度試してください。
kudos-unknown = Discordから返事がなく、kudosが投稿されたかどうか、まだ分かりません。確認を続けます。投稿されていれば1件として数え、されていなければ、もう一度送れます。
kudos-refused-channel-gone = このチャンネルはもうないため、kudosを投稿できませんでした。今日の残りは減っていません。別のチャンネルで送ってください。
kudos-refused-no-access = Rapportからこのチャンネルが見えないか、このプライベートスレッドに入っていないため、kudosを投稿できませんでした。今日の残りは減っていません。Rapportを追加するか、別のチャンネルで送ってください。
# The names of permissions are as Discord writes them in your language.
kudos-refused-no-permission = Rapportにはここでメッセージを送る権限がないため、kudosを投稿できませんでした。今日の残りは減っていません。**メッセージを送信**(スレッドでは**スレッドでメッセージを送信**)の許可を管理者に頼むか、別のチャンネルで送ってください。
kudos-refused-archived = このスレッドはアーカイブされているため、kudosを投稿できませんでした。今日の残りは減っていません。スレッドを開き直すか、別のチャンネルで送ってください。
kudos-refused-locked = このスレッドはロックされているため、kudosを投稿できませんでした。今日の残りは減っていません。別のチャンネルで送ってください。
kudos-refused-automod = このサーバーのAutoModが内容をブロックしたため、kudosを投稿できませんでした。今日の残りは減っていません。別の言葉で書いてみてください。
kudos-refused-link = Discordが中のリンクを有害だと判断したため、kudosを投稿できませんでした。今日の残りは減っていません。リンクを外してください。
kudos-refused = Discordが投稿を拒否したため、kudosを投稿できませんでした。今日の残りは減っていません。原因は、Rapportの運用担当者がログで確認できます。

## The form for a reason. Discord shows 45 characters of the title and of the label, 100 of the hint.

kudos-form = { $name }さんへのkudos
kudos-form-reason = 何への感謝ですか？
kudos-form-hint = このチャンネルに投稿され、みんなに見えます

## Leaderboards

# "Most thanked, this month"; "Most thanked, 16 to 22 November"
board-title-received = たくさん感謝された人({ $when })
# Those who thanked others most.
board-title-given = たくさん感謝した人({ $when })
board-this-week = 今週
board-last-7-days = 過去7日間
board-this-month = 今月
board-last-30-days = 過去30日間
board-this-quarter = 今四半期
board-all-time = 全期間
# "Kudos received in this channel". $place is one of the next two.
board-received = { $place }でもらったkudos
board-given = { $place }で送ったkudos
board-channel = このチャンネル
board-server = このサーバー
# $counted: "Kudos received in this channel"
board-page = { $counted } · { $page }/{ $pages }ページ
# For people who can't see the picture, which shows the list below it. $title and $counted as above.
board-described = このメッセージの一覧の棒グラフ。{ $title }。{ $counted }。
board-described-first = { $rank }位は{ $name }さんで、{ $kudos }件です。
# In the picture, in place of a name that it can't draw.
board-see-line = 一覧の{ $line }行目を参照
board-see-last-line = 一覧の最後の行を参照
board-not-on-it = このランキングには入っていません。
board-nothing-left = その週の記録はもう残っていません。今あるものは`/leaderboard`で見られます。
boards-switched-off = このサーバーではランキングがオフになっています。サーバーを管理できる人が`/setup`でオンにできます。

# In place of a board that nobody is on. $place is "in this channel" or "on this server".
board-empty-this-week = { $place }では、今週のkudosはまだありません。
board-empty-last-7-days = { $place }では、過去7日間のkudosはありません。
board-empty-this-month = { $place }では、今月のkudosはまだありません。
board-empty-last-30-days = { $place }では、過去30日間のkudosはありません。
board-empty-this-quarter = { $place }では、今四半期のkudosはまだありません。
board-empty-all-time = { $place }では、kudosはまだありません。
board-empty-way = 最初の1件は`/kudos`で送れます。
board-empty-switched-off = このサーバーではkudosがオフになっています。

## The weekly recap

# $days: "16 to 22 November"
recap-title-week = 1週間のありがとう({ $days })
# More or fewer days than a week.
recap-title = ありがとうのまとめ({ $days })
recap-people = { $people }人が感謝されました。
recap-most-thanked = たくさん感謝された人
recap-most-thankful = たくさん感謝した人
# $giver and $receivers are names, $link is the address of the post.
recap-quote = **{ $giver }**さんから{ $receivers }さんへ · [投稿]({ $link })
# Buttons: what the one who presses got and gave, without and with a leaderboard.
recap-own-thanks = 自分のkudos
recap-own-rank = 自分は何位？
# The answer to "My thanks".
recap-own = { $days }: 感謝されたのは{ $received }回、感謝したのは{ $given }回です。
# $channel is a link to a channel.
recap-stopped = { $channel }に投稿できなくなったため、週間まとめは止まっています。`/setup`でチャンネルを選ぶと再開します。

## /kudos-mine: what the reader was thanked for. Nobody else sees it.

mine-title = もらったkudos
mine-none = まだありません。誰かが`/kudos`で感謝を伝えると、その言葉をここで読み返せます。
# $link is the address of the post.
mine-post = [投稿]({ $link })
# By a reaction: $emoji is an emoji, $link the address of the message.
mine-reaction = { $emoji } · [このメッセージ]({ $link })へ
mine-count = { $thanks }件
mine-page = { $page }/{ $pages }ページ
