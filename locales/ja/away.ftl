# /away: a member says until when they are away.

# $day: "12月5日", the day on which they are back.
away-until = 不在ですね。{ $day }に戻る予定として覚えておきます。それまでは、ほかの人のお知らせに載らず、お知らせも届きません。いつ戻るかは、ほかの人も`/person`で見られます。`/away end`で、その前に終えられます。
# $date is a date that Discord writes.
away-next-nudge = 次のお知らせは、早くて{ $date }です。
away-ended = おかえりなさい。ほかの人のお知らせに、また載るようになりました。
away-not = 不在とは聞いていません。`/away until`で、いつ戻るかを教えてください。
away-untracked = このサーバーで記録の対象から外れているため、もともとほかの人のお知らせには載らず、お知らせも届きません。`/privacy`の「{ privacy-track-again }」で変えられます。
