# /away: a member says until when they are away.

# $day: "12月5日", the day on which they are back.
away-until = 不在にしました。戻る予定は{ $day }です。それまでは、ほかの人のお知らせに名前は載らず、お知らせも届きません。戻る日は、ほかの人も`/person`で見られます。早めに戻ったら、`/away end`で終えられます。
# $date is a date that Discord writes.
away-next-nudge = 次のお知らせは、早くて{ $date }です。
away-ended = おかえりなさい。ほかの人のお知らせに、また名前が載るようになりました。
away-not = 今は不在になっていません。不在にするときは、`/away until`で、いつ戻るかを教えてください。
away-untracked = このサーバーで記録の対象から外れているため、もともとほかの人のお知らせに名前は載らず、お知らせも届きません。`/privacy`の「{ privacy-track-again }」で変えられます。
