# /setup: the settings of a server, for people who may manage it.

setup-title = このサーバーのRapport
setup-zone = タイムゾーン: { $zone }(各自が選んでいない場合)
# $circle is a circle's name with how often that is.
setup-circle = 頻度: { $circle }、各自が選んでいない場合
setup-kudos-on = kudos: オン(1人1日{ $per_day }件まで、同じ相手には{ $per_person }件まで)
setup-kudos-off = kudos: オフ
# $emoji is an emoji. "Someone" is who wrote the message.
setup-reaction = リアクションでkudos: メッセージに{ $emoji }を付けると、書いた人にkudosが送られます。
setup-reaction-none = リアクションでkudos: オフ
setup-reaction-deleted = リアクションでkudos: オフ。選んでいた絵文字がこのサーバーになくなりました。下で選び直してください。
setup-boards-on = ランキング: オン
setup-boards-off = ランキング: オフ
setup-voice-on = ボイスでの会話: 記録する(希望するメンバーの分だけ)
setup-voice-off = ボイスでの会話: 記録しない
setup-turn-voice-on = ボイスでの会話を記録する
setup-turn-voice-off = ボイスでの会話を記録しない
# "Weekly recap: #general, on Fridays." $channel is a link to a channel.
setup-recap = 週間まとめ: { on-weekdays }、{ $channel }
setup-recap-none = 週間まとめ: なし
setup-recap-deleted = 週間まとめ: なし。選んでいたチャンネルが削除されました。下で選び直してください。
setup-recap-hidden = 週間まとめ: なし。Rapportから{ $channel }が見えません。アクセスを許可するか、下で別のチャンネルを選んでください。
# $channel is a link to a channel, $time is "10:00": "every 2 weeks, on Tuesdays at 10:00".
setup-introductions = 引き合わせ: { $weeks }週間ごとの{ $weekday ->
   *[Mon] 月曜日
    [Tue] 火曜日
    [Wed] 水曜日
    [Thu] 木曜日
    [Fri] 金曜日
    [Sat] 土曜日
    [Sun] 日曜日
} { $time }、{ $channel }
setup-introductions-none = 引き合わせ: なし
setup-introductions-deleted = 引き合わせ: なし。選んでいたチャンネルが削除されました。選び直してください。
setup-introductions-hidden = 引き合わせ: なし。Rapportから{ $channel }が見えません。アクセスを許可するか、別のチャンネルを選んでください。
# $permissions: "Create Private Threads and Send Messages".
setup-introductions-missing = 引き合わせ: なし。Rapportには、{ $channel }で{ $permissions }の権限がありません。許可するか、別のチャンネルを選んでください。
setup-introductions-title = 引き合わせ
setup-introductions-what = `/introductions on`で参加した人を、ふだん話さない人と2人ずつ、プライベートスレッドで引き合わせます。
# $role is a link to a role.
setup-roster-role = 対象メンバー: { $role }のメンバー。話したことのない人へのお知らせに、名前が出ることがあります。DMが届くのは、希望した人にだけです。
setup-roster-role-gone = 対象メンバー: Rapportを使っている全員。選んでいたロールが削除されました。下で選び直してください。
setup-roster-all = 対象メンバー: Rapportを使っている全員。
setup-roster-by-role = ロールで対象メンバーを決めるには、Rapportの運用担当者に、`discord.members_intent`と、Discordの開発者ポータルのServer Members Intentをオンにするよう頼んでください。
setup-roster-refused = 対象メンバーは、Rapportを使っている全員です。{ setup-roster-by-role }
setup-language = 投稿の言語: { $name }
setup-language-of-server = 投稿の言語: { $name }(サーバーの設定に合わせています)

## What can be pressed

setup-pick-circle = 各自が選んでいない場合の頻度
setup-pick-language = 投稿の言語
setup-language-auto = サーバーの設定に合わせる
setup-pick-recap-channel = 週間まとめを投稿するチャンネル
setup-pick-recap-day = 週間まとめの曜日
setup-pick-roster = 対象メンバーのロール
setup-ask-numbers = タイムゾーンとkudosの上限
setup-turn-kudos-on = kudosをオンにする
setup-turn-kudos-off = kudosをオフにする
setup-turn-boards-on = ランキングをオンにする
setup-turn-boards-off = ランキングをオフにする
setup-no-roster = 対象ロールを外す
setup-no-recap = 週間まとめをやめる
setup-ask-reaction = リアクションでkudos
setup-open-introductions = 引き合わせ
setup-pick-introductions-channel = スレッドを作るチャンネル
setup-pick-introductions-rhythm = 間隔
setup-pick-introductions-day = 曜日
setup-pick-introductions-hour = 時刻
setup-introductions-every = { $weeks }週間ごと
setup-introductions-hour = { $time }
setup-no-introductions = 引き合わせをやめる
setup-back = 戻る

## The form for zone and allowance. Discord shows at most 45 characters of each.

setup-form-zone = { settings-form-zone }
setup-form-per-day = 1人が1日に送れるkudosの数
setup-form-per-person = そのうち同じ相手に送れる数
allowance-range = 1日のkudosは1から{ $most }までです。「5」のように数字で書いてください。
allowance-per-person = 1日{ $per_day }件なら、同じ相手にも{ $per_day }件までです。{ $per_day }以下の数字を書いてください。

## The form for the emoji of kudos by reaction. Discord shows 45 characters of the label, 100 of the hint.

setup-form-reaction = 絵文字(空欄ならオフ)
setup-form-reaction-hint = 👏、またはこのサーバーの絵文字の名前
# $typed is what the person typed.
setup-no-emoji = 「{ $typed }」という絵文字は見つかりませんでした。👏のような絵文字か、このサーバーの絵文字の名前なら使えます。
