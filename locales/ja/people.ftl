# /people, /person and /me, and a member's talks.

## The lists of /people

people-due = そろそろ話したい人
people-all = つながりのある人
people-snoozed = スヌーズ中の人
people-stopped = お知らせを止めている人
people-contacts = サーバーの外の連絡先
# A list with only people of one kind: "People you keep in touch with: customer".
people-of-kind = { $title }: { $kind }
people-nobody-of-kind = この一覧に、関係が「{ $kind }」の人はいません。関係は`/person`で選べます。
people-nobody-due = そろそろ話したい人はいません。誰かと話したら、`/met`で記録できます。
people-nobody = まだ誰もいません。誰かと話したら、`/met`で記録できます。
people-nobody-snoozed = スヌーズ中の人はいません。
people-nobody-stopped = 全員についてお知らせが届きます。
people-nobody-contacts = 連絡先はまだありません。サーバーの外の人を、`/contact add`で1人ずつ、`/contact import`でファイルからまとめて追加できます。ほかの人には見えません。

# Facts about a person, after their name: "Bob · every month · last talked 3 weeks ago · due in 9 days".
# $ago is "3 weeks ago", as Discord writes it.
people-last-talked = 前回は{ $ago }
people-never-talked = まだ話していない
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-is-due = 話す目安は{ $when }
people-is-snoozed = { $date }までスヌーズ中
people-is-away = 不在({ $day }に戻る予定)
people-is-stopped = 停止中
people-is-apart = 引き合わせない
people-is-untracked = 記録の対象外
people-is-gone = サーバーを抜けた

people-count = { $people }人
people-page = { $page }/{ $pages }ページ
people-open = 人を選んで開く
people-show-all = 全員を表示
people-show-talks-with-someone = 匿名さんとの会話

## The card of a person

# $kind is "manager", "peer" and so on: what they are to the reader.
people-kind = 関係: { $kind }
# Below the name of a contact: somebody outside the server.
people-contact = 自分の連絡先。ほかの人には見えません
# $day: "3 December".
people-birthday = 誕生日: { $day }
# $circle is a circle's name with how often that is.
people-circle = 頻度: { $circle }
people-circle-of-team = 頻度: { $circle }、サーバーの設定
people-away = 不在({ $day }に戻る予定)
# $next is one or two of the sentences below.
people-next = 次のお知らせ: { $next }
people-next-gone = なし。サーバーを抜けています。
people-next-stopped = なし。この人についてのお知らせは停止中です。
people-next-apart = なし。2人は引き合わせない設定です。
people-next-untracked = なし。この人は記録の対象から外れています。
people-next-before-talk = 2人が一度話すまではありません。
people-next-snoozed = { $date }までスヌーズ中です。
people-next-earliest = 早くて{ $date }です。
people-next-own-untracked = 自分が記録の対象から外れているため、お知らせは届きません。`/privacy`の「{ privacy-track-again }」で変えられます。
people-next-own-paused = お知らせは一時停止中です。`/nudge resume`で再開できます。
people-next-own-closed = DMを受け取らない設定です。DMを許可してから`/nudge on`を使うと、お知らせが届きます。
people-next-own-off = お知らせはオフです。`/nudge on`で始められます。
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-next-due = 話す目安は{ $when }です。
# $kudos is one or two sentences.
people-kudos = 2人の間のkudos: { $kudos }
people-kudos-none = まだありません。
people-kudos-all-since = すべて前回話した後のものです。
people-kudos-none-since = 前回話した後のものはありません。

# Also in nudges.
thanks-given = こちらから{ $given }回感謝を伝えました。
thanks-received = 相手から{ $received }回感謝されました。
thanks-both = こちらから{ $given }回感謝を伝え、相手から{ $received }回感謝されました。
thanks-given-since = 前回話してから、こちらから{ $given }回感謝を伝えました。
thanks-received-since = 前回話してから、相手から{ $received }回感謝されました。
thanks-both-since = 前回話してから、こちらから{ $given }回感謝を伝え、相手から{ $received }回感謝されました。

people-no-talks = Rapportの記録では、2人はまだ話していません。
people-logged-by = { $name }さんの記録です。
people-logged-by-you = 自分の記録です。
# Instead of who logged it.
people-logged-by-voice = ボイスチャンネルから自動で記録されました。
people-note = 自分のメモ: { $note }

people-talked = 話しました
people-stop = この人のお知らせを止める
people-resume = この人のお知らせを再開
# Neither is suggested to the other. Only the reader knows.
people-apart = 2人を引き合わせない
people-together = 引き合わせない設定を解除
people-talks = 会話とメモ
people-contact-edit = 編集
people-contact-remove = 削除
people-snooze = スヌーズ
# $day is "Mon 30 Nov".
people-snoozed-until = { $day }までスヌーズ中
people-end-snooze = スヌーズを終える
people-absent = その場にいませんでした
# $when is a day, perhaps with a time.
people-absent-from = { $when }、{ $name }さんの記録

## On the card, after something was pressed

people-done-talked = 話したことを記録しました。
people-done-talked-again = この会話は少し前に記録したばかりなので、1回として数えます。
people-done-stopped = 止めました。この人についてのお知らせはもう届きません。
people-done-resumed = この人についてのお知らせを再開しました。
people-done-snoozed = スヌーズしました。{ $date }まで、この人についてのお知らせは届きません。話したい頻度はそのままです。
people-done-awake = スヌーズを終えました。
# $rhythm is "every month".
people-done-circle = 話したい頻度を{ $rhythm }にしました。
people-done-kind = 関係を「{ $kind }」にしました。ほかの人には見えません。
people-done-no-kind = 関係の記録を消しました。
people-done-apart = 2人を引き合わせない設定にしました。お互いのお知らせに名前は出ません。相手には伝わりません。
people-done-together = 2人を引き合わせない設定を解除しました。
# $day is "Fri 20 Nov 2026".
people-done-withdrawn = { $day }の会話から抜けました。自分は話したことになりません。
people-done-not-in = もうこの会話には入っていません。
people-done-contact-added = 追加しました。ほかの人には見えません。話したら、`/contact met`で記録できます。
people-done-contact-changed = 変更しました。
people-done-contact-opened = 名前、会社や団体、誕生日は「{ people-contact-edit }」で、ほかは下のメニューで変えられます。

## People who have no card

people-oneself = 自分が選ばれています。つながりのある人を選んでください。
people-bot = { $name }はbotです。Rapportが覚えるのは人との会話なので、人を選んでください。
people-not-in-team = { $name }さんはこのサーバーにいません。記録のある人は`/people`で見られます。

## Talks, page by page

talks-title = { $name }さんとの会話
talks-none = 記録はありません。
talks-with-nobody-left = ほかの人は、データを削除したか、会話から抜けました。自分のメモは残っています。
# Facts about a talk, after its date.
# How two people talked, instead of "on a call": in voice channels, on that day.
talks-voice-minutes = ボイスチャンネルで{ $minutes }分
talks-logged-by-them = 相手の記録
talks-with-note = メモあり
talks-open = 会話を選んで開く
talks-to-person = この人に戻る

## A talk

talk-title = { $when }の会話
talk-people = 相手: { $people }
# $how is "over coffee", or one of the two below.
talk-how = 方法: { $how }
talk-how-other = その他
talk-how-unknown = 記入なし
talk-logged-by = 記録した人: { $name }
talk-logged-by-you = 記録した人: 自分
talk-logged-by-voice = ボイスチャンネルから自動で記録(2人とも希望したため)
talk-note = 上にあるのは自分のメモです。ほかの人には見えません。
talk-note-page = 上にあるのは自分のメモの{ $page }/{ $pages }ページです。ほかの人には見えません。
talk-no-note = 自分のメモはありません。
talk-add-note = メモを追加
talk-change-note = メモを変更
talk-change-date = 日付を変更
talk-delete = 削除
talk-delete-question = この会話を削除しますか？誰にとっても話したことにならず、全員のメモも消えます。
talk-delete-yes = 削除する
talk-delete-no = 残しておく
talk-all = すべての会話
talk-note-kept = メモを保存しました。
talk-note-deleted = メモを削除しました。
talk-date-changed = 日付を{ $when }に変えました。
# $day is "Fri 20 Nov 2026".
talk-deleted = { $day }の会話を削除しました。
talk-not-yours = この会話はもう記録にないか、自分では変えられないものです。今の記録は`/person`で見られます。

## The forms for a note and a date. Discord shows at most 45 characters of titles and labels.

talk-form-note = 自分のメモ
talk-form-note-input = 何を覚えておきたいですか？
talk-form-note-hint = ほかの人には見えません。空にすると、メモはなくなります
talk-form-date = 日付を変更
talk-form-date-input = いつですか？
talk-form-date-hint = 昨日、前の金曜日、11月20日 14:00

## /me: the network as a picture

me-nobody = まだ図に描ける人がいません。誰かと話したら、`/met`で記録できます。サーバーを抜けた人、記録の対象から外れた人、お知らせを止めている人は、図に入りません。
# $counts is a list: "1 in touch, 2 due and 1 long overdue".
me-people = 自分と{ $people }人: { $counts }。
me-in-touch = 話せている人が{ $count }人
me-due = そろそろの人が{ $count }人
me-long-overdue = ごぶさたの人が{ $count }人
me-left-out = ほかの{ $count }人は`/people`にいます。
# $people is a list of people whose names can't be drawn: "1. is 王小明 and 2. is 李雷".
me-numbered = 図の中の番号は、{ $people }です。
me-number = { $number }.が{ $name }

# The picture in words, for people who can't see it.
me-described = 自分を中心にしたつながりの図。ごぶさたの人ほど外側にいます。
me-described-in-touch = 話せている人: { $people }。
me-described-due = そろそろの人: { $people }。
me-described-long-overdue = ごぶさたの人: { $people }。

# What is drawn in the picture.
me-picture-title = つながりの図
me-picture-subtitle = 外側ほどごぶさたの人
# In a small circle: at most 4 letters.
me-picture-you = 自分
me-picture-in-touch = 話せている
me-picture-due = そろそろ
me-picture-long-overdue = ごぶさた
# In place of a name that can't be drawn; the text beside the picture has the name.
me-picture-see = { $number }.を参照
# At most 22 letters.
me-picture-own-days = 自分で決めた日数
me-picture-snoozed = 白抜き: スヌーズ中
