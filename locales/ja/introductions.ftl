# Introductions: /introductions, the threads of two or three people, and the post about each round.

## Yes and no

# $channel is a link to a channel.
intro-offer = { $weeks }週間に1回、参加する人を2人ずつ引き合わせ、{ $channel }に2人だけのプライベートスレッドを作ります。
intro-offer-shown = 相手に見えるのは、名前と、`/introductions about`で書いた一言と、お互いに都合のよさそうな時間です。どちらかが「{ intro-met }」を押すと、2人の会話として記録されます。何組が会ったかは数だけをお知らせし、名前は出しません。
intro-offer-ways-out = 1回休むには`/introductions not-this-time`、やめるには`/introductions off`を使ってください。
intro-yes = はい、参加します
intro-no = やめておきます
intro-declined = では、引き合わせはしません。気が変わったら`/introductions on`を使ってください。
# $when is a weekday, a date and a time, as Discord writes them.
intro-joined = 参加しました。次の回は{ $when }に始まります。`/introductions about`で自分についての一言を書けます。やめるには`/introductions off`を使ってください。
intro-skip = 次の回を休む
intro-skipped = 次の回はお休みです。その次から、また参加になります。`/introductions on`で早めに戻れます。
intro-left = 引き合わせへの参加をやめました。`/introductions on`でまた参加できます。
intro-not-in = 引き合わせには参加していません。`/introductions on`で内容を確かめられます。
intro-none-here = このサーバーではまだ引き合わせをしていません。サーバーを管理できる人が`/setup`で始められます。
intro-untracked = このサーバーで記録の対象から外れているため、引き合わせには参加できません。`/privacy`の「{ privacy-track-again }」を押すと、参加できるようになります。
# $line is what they wrote about themselves.
intro-about-set = 引き合わせた相手にはこう見えます: { $line }
intro-about-deleted = 一言を削除しました。`/introductions about`でまた書けます。
intro-about-empty = その一言には、読める文字がありません。「デザイン担当、大阪在住。パン作りの話ならぜひ」のように書いてみてください。
intro-about-too-long = 一言は{ $most }文字までです。{ $by }文字減らしてください。

## The thread

# $count is 2 or 3.
intro-hello = { $count ->
    [2] ふだん話さない人と会ってみたい、という2人を引き合わせました。気軽に話してみてください。
   *[other] ふだん話さない人と会ってみたい、という3人を引き合わせました。気軽に話してみてください。
}
intro-person = **{ $name }**さん
intro-person-about = **{ $name }**さん: { $about }
intro-person-since = **{ $name }**さんは{ $date }からこのサーバーにいます。
intro-questions = よければ、話のきっかけに、2つの質問をどうぞ:
intro-hours = 全員に都合のよさそうな時間:
# $times: "Alice 10:00 and Bob 17:00".
intro-hour = { $when }({ $times })
intro-no-hours = 活動する時間がほとんど重ならないので、まずはここで少しやり取りするのがよさそうです。
intro-met = 会いました
intro-not-yet = まだです
intro-cannot = 今回は会えません
# A week later.
intro-question = { $count ->
    [2] 1週間たちました。2人は、もう会いましたか？
   *[other] 1週間たちました。3人は、もう会いましたか？
}

## After something was pressed. The message stays, so there are no relative dates.

intro-done-met = 会いました。全員の会話として記録しました。
intro-done-cannot = { $name }さんは、今回は都合がつきません。
intro-done-next = もう1人加わりました。下のメッセージをご覧ください。
intro-no-hurry = 急ぐ必要はありません。ボタンは次の回が始まるまで使えます。
intro-told-rest = { $name }さんは、今回は都合がつかないそうです。よくあることです。あとの2人で会ってみてください。
intro-told-joined = { $name }さんは、今回は都合がつかないそうです。よくあることです。代わりに、まもなく別の人とのスレッドができます。
intro-told-waiting = { $name }さんは、今回は都合がつかないそうです。よくあることです。ほかに都合のつく人がいれば引き合わせます。いなければ、また次の回に。
intro-told-next-round = { $name }さんは、今回は都合がつかないそうです。よくあることです。次の回で別の人と引き合わせます。
intro-not-yours = その引き合わせは自分のものではないか、もうありません。
intro-nobody-left = この引き合わせにはもうほかの人がいないため、何も記録していません。`/met`なら、このサーバーの誰との会話でも記録できます。

## The post about the round before

intro-summary = 前回は、{ $people }人を{ $pairs }組に分けて引き合わせました。{ $met ->
    [0] 会ったという知らせは、まだありません。
   *[other] そのうち{ $met }組から、会ったという知らせがありました。
}
intro-offer-button = 自分も参加する
