# The slash commands and menus as Discord lists them. A description has at most 100 characters. A
# `.name` is what people type before an option's value: one word in small letters, at most 32; a
# choice has at most 100 characters, a menu 32. The names of commands themselves are not translated.

command-met = 誰かと話したことを記録します。2人とも話したことになります。
command-met-person = 誰と話しましたか？
    .name = 相手
# People can type these words in their own language.
command-met-when = いつですか？「昨日」「前の金曜日」「11月20日 14:00」など。省略すると今になります
    .name = いつ
command-met-how = どうやって話しましたか？
    .name = 方法
command-met-how-in-person = 対面
command-met-how-call = 通話
command-met-how-chat = チャット
command-met-how-coffee = コーヒーブレイク
command-met-how-pairing = ペア作業
command-met-how-other = その他
command-met-note = 覚えておきたいこと。ほかの人には見えません
    .name = メモ
command-met-person2 = ほかに誰がいましたか？
    .name = 相手2
command-met-person3 = ほかに誰がいましたか？
    .name = 相手3
command-met-person4 = ほかに誰がいましたか？
    .name = 相手4
command-met-person5 = ほかに誰がいましたか？
    .name = 相手5
# A menu on a person.
command-we-talked = 話しました

command-people = つながりのある人の一覧。ごぶさたの人から順に並びます。
command-people-show = どの人を表示しますか？省略すると全員です
    .name = 表示
command-people-show-due = そろそろ話したい
command-people-show-all = 全員
command-people-show-snoozed = スヌーズ中
command-people-show-stopped = 停止中
command-people-kind = 関係で絞り込みます。省略すると全員です
    .name = 関係
command-people-kind-manager = { kind-manager }
command-people-kind-report = { kind-report }
command-people-kind-skip-level = { kind-skip-level }
command-people-kind-peer = { kind-peer }
command-people-kind-mentor = { kind-mentor }
command-people-kind-customer = { kind-customer }
command-people-kind-partner = { kind-partner }
command-people-kind-friend = { kind-friend }
command-people-kind-other = { kind-other }
command-person = 1人についての記録。話した日、メモ、次のお知らせの時期が分かります。
command-person-who = 誰ですか？
    .name = 相手
command-me = つながりの図。近い人と、ごぶさた気味の人が分かります。

command-nudge = ごぶさた気味の人をお知らせする、週1回の短いDM。
command-nudge-on = ごぶさた気味の人を、週1回の短いDMでお知らせします。
command-nudge-off = 週1回のDMを止めます。記録は残ります。
command-nudge-now = 今週のお知らせを今すぐ見ます。
command-nudge-when = お知らせの曜日、時刻、タイムゾーンを選びます。
command-nudge-when-day = 曜日
    .name = 曜日
command-nudge-when-day-monday = 月曜日
command-nudge-when-day-tuesday = 火曜日
command-nudge-when-day-wednesday = 水曜日
command-nudge-when-day-thursday = 木曜日
command-nudge-when-day-friday = 金曜日
command-nudge-when-day-saturday = 土曜日
command-nudge-when-day-sunday = 日曜日
command-nudge-when-time = 時刻(例: 09:00)
    .name = 時刻
command-nudge-when-zone = タイムゾーン。都市の名前をローマ字で入力してください
    .name = タイムゾーン
command-nudge-pause = お知らせをしばらく止めます。曜日と時刻はそのままです。
command-nudge-pause-length = どのくらいの間ですか？
    .name = 期間
command-nudge-pause-length-2w = { pause-two-weeks }
command-nudge-pause-length-1m = { pause-one-month }
command-nudge-pause-length-3m = { pause-three-months }
command-nudge-pause-length-open = { pause-until-they-say }
command-nudge-resume = 一時停止中のお知らせを再開します。

command-away = 不在を伝えます。お知らせは届かず、ほかの人のお知らせにも載りません。
command-away-until = いつまで不在かを伝えます。
command-away-until-day = 戻る日:「次の月曜日」「2週間後」「12月5日」
    .name = 日
command-away-end = 戻ったことを伝えます。

command-kudos = 誰かへの感謝を、このチャンネルのみんなに見える形で伝えます。
command-kudos-person = 誰に感謝を伝えますか？
    .name = 相手
command-kudos-message = 何への感謝ですか？
    .name = メッセージ
command-kudos-person2 = ほかには？
    .name = 相手2
command-kudos-person3 = ほかには？
    .name = 相手3
# A menu on a person.
command-give-kudos = kudosを送る
# A menu on a message.
command-kudos-for-this = これにkudosを送る
command-leaderboard = たくさん感謝された人、感謝した人のランキングを、ここに投稿します。
command-leaderboard-period = いつのランキングですか？省略すると今月です
    .name = 期間
command-leaderboard-period-this-week = 今週
command-leaderboard-period-last-7-days = 過去7日間
command-leaderboard-period-this-month = 今月
command-leaderboard-period-last-30-days = 過去30日間
command-leaderboard-period-this-quarter = 今四半期
command-leaderboard-period-all-time = 全期間
command-leaderboard-scope = どこのkudosを数えますか？省略するとこのチャンネルです
    .name = 範囲
command-leaderboard-scope-this-channel = このチャンネル
command-leaderboard-scope-whole-server = サーバー全体
command-leaderboard-board = もらったkudosか、送ったkudosか。省略すると、もらったkudosです
    .name = 種類
command-leaderboard-board-received = もらったkudos
command-leaderboard-board-given = 送ったkudos
command-kudos-mine = もらったkudosを読み返します。表示されるのは自分だけです。

command-settings = このサーバーでの自分の設定を確認、変更します。
command-settings-zone = タイムゾーン。都市の名前をローマ字で入力してください
    .name = タイムゾーン
command-privacy = 自分について何が保存されているかを見て、書き出したり、削除したりできます。
command-setup = このサーバーのRapportを設定します。
command-setup-zone = サーバーのタイムゾーン。都市の名前をローマ字で入力してください
    .name = タイムゾーン
command-help = Rapportでできることと、使い方。
