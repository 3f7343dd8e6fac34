# Talks: /met, the menu "We talked", and the buttons below their answers.

## How two people talked, to put into a sentence: "You talked with Bob on a call."

how-in-person = 対面
how-call = 通話
how-chat = チャット
how-coffee = コーヒーブレイク
how-pairing = ペア作業
how-voice = ボイスチャンネル

## When they talked, to put at the end of a sentence

talked-today = 今日
talked-yesterday = 昨日
# $day: "Fri 20 Nov", or "Thu 20 Nov 2025" for another year.
talked-on = { $day }
# $time is a time that Discord writes, like "Friday, 20 November 2026 14:00".
talked-at = { $time }

## The answer

# How the answer begins. said-again: the same talk was logged a moment ago. restored: a correction was undone.
met-outcome = { $outcome ->
   *[logged] 記録しました
    [updated] 更新しました
    [said-again] 記録済みです
    [restored] 元に戻しました
}
# "Logged: you talked with Bob, yesterday." $when is one of the texts above, or a time that Discord writes, like "3 minutes ago".
met-talked = { met-outcome }: { $when }、{ $others }さんと話しました。
# "Logged: you talked with Bob on a call, yesterday." $how is one of the texts above.
met-talked-how = { met-outcome }: { $when }、{ $others }さんと{ $how }で話しました。
met-note-kept = メモも保存しました。ほかの人には見えません。
# $when is a time that Discord writes, like "Monday, 30 November 2026 09:00".
met-next-nudge = 次にお知らせに名前が出るのは、早くて{ $when }です。
met-due-already = そろそろ、また話したい時期です。
# $date is a date that Discord writes, like "30 November 2026".
met-due-again = 次に話す目安は{ $date }です。
met-stopped = この人についてのお知らせは停止中です。`/people`で再開できます。
met-apart = 引き合わせない設定のため、お知らせに名前は出ません。`/person`で変えられます。
# The talk is deleted.
met-undone = 取り消しました。{ $others }さんとの会話は、もう記録にありません。

## What was added below the answer

met-added-note = メモを保存しました。
met-added-people = { $count ->
   *[other] { $people }さんもいたと記録しました。全員が話したことになります。
}
# "You want to be in touch every week."
met-added-circle = 話したい頻度を{ $rhythm }にしました。
# $kind is "manager", "peer" and so on: what they are to the reader.
met-added-kind = 関係を「{ $kind }」にしました。ほかの人には見えません。
met-added-no-kind = 関係の記録を消しました。

## What can be pressed, and the form for a note. Discord shows at most 45 characters of the form's title and question.

met-undo = 取り消す
met-add-note = メモを追加
met-who-else = ほかに誰がいましたか？
note-form = メモを追加
note-form-question = 何を覚えておきたいですか？
note-form-hint = ほかの人には見えません

## The question about nudges, asked once

invitation = ごぶさた気味の人を、毎週月曜日に短いDMでお知らせしましょうか？
invitation-yes = はい
invitation-no = いいえ

## Refusals

talk-with-yourself = 自分が選ばれています。話した相手を選んでください。
talk-with-bot = { $name }はbotです。Rapportが覚えるのは人との会話なので、人を選んでください。
talk-with-stranger = { $name }さんはこのサーバーにいません。サーバーにいる人を選んでください。
talk-too-many = 1回の会話で選べるのは、自分のほかに{ $most }人までです。人数を減らしてください。
talk-not-with-one = ここで関係を選べるのは、1人と話した会話だけです。`/person`なら、1人ずつ選べます。
talk-gone = この会話はもう記録にないか、ほかの人が記録したものです。`/met`でもう一度記録できます。
undo-nothing = ここで取り消せるものはありません。取り消し済みか、その後に変更されています。今の記録は`/person`で見られます。
# サーバーの外で入力され、サーバーが選ばれるのを待っていました。
talk-typed-gone = 入力された内容は 15分だけ覚えていて、もう残っていません。もう一度`/met`を使ってください。
note-empty = メモが空です。覚えておきたいことを書くか、メモなしにしてください。
note-too-long = メモは{ $most }文字までです。{ $by }文字超えているので、思い出したいことだけを残してください。
# Several notes on the same talk are kept together.
note-full = この会話のメモは、上限の{ $most }文字に達しています。`/person`でこの会話を開くと、短くできます。

## Dates that are refused. What stands in quotation marks must be in words that people here type, and Rapport reads.

# $day: "2026-11-20"; $day_of_month: "20 November".
bad-date-unreadable = 「{ $typed }」を日付として読み取れませんでした。「昨日」「前の金曜日」「3日前」「{ $day }」「{ $day_of_month } 14:00」のように書いてください。
# $readings: "2026-11-12 or 2026-12-11".
bad-date-order = 数字だけの日付は国によって順番が違い、これは{ $readings }と読めます。正しい方を、このように年から書いてください。
# $readings as above, often only one of them; $refused is one that is in the future or too long ago.
bad-date-order-refused = 数字だけの日付は国によって順番が違い、これは{ $readings }とも、記録できない{ $refused }とも読めます。正しい方を、このように年から書いてください。
# $understood: "Sat 28 Nov 2026", or "Sat 28 Nov 2026, 14:00".
bad-date-future = { $understood }と読み取りましたが、まだ先の日時です。記録できるのは、もう終わった会話です。「今日」「前の金曜日」や、年を付けた日付を試してください。
bad-date-too-long-ago = { $understood }と読み取りましたが、古すぎて記録できません。記録できるのは{ $earliest }からの会話です。「前の金曜日」「3週間前」のように、それより後の日付を試してください。

## Dates to come that can't be read or used

bad-date-unreadable-coming = 「{ $typed }」をこれからの日付として読み取れませんでした。「明日」「次の月曜日」「2週間後」「{ $day }」「{ $day_of_month }」のように書いてください。
bad-date-over = { $understood }と読み取りましたが、これからの日時ではありません。「明日」「次の月曜日」「2週間後」や、年を付けた日付を試してください。
bad-date-too-far-ahead = { $understood }と読み取りましたが、先すぎます。{ $latest }までの日付を試してください。
