# What a member chose about nudges, and what keeps these from arriving.

closed-dms = 前回のお知らせを届けられませんでした。このサーバーからのDMを受け取らない設定か、Rapportがブロックされているようです。どちらなのかは、Discordからは分かりません。サーバーのプライバシー設定でDMを許可するか、ブロックを解除してから、`/nudge on`を使ってください。

## Refusals to log about people who asked not to be tracked

untracked-yourself = 自分が記録の対象から外れているため、何も記録されません。`/privacy`の「{ privacy-track-again }」で変えられます。
untracked-people = { $people }さんは記録されないことを希望しているため、何も記録されません。大切なのは、話したことそのものです。
# Of several people named, only $people asked for that.
untracked-some = { $people }さんは記録されないことを希望しているため、ほかの人の分も含めて何も記録されません。ほかの人だけを選べば、その人たちとの会話として記録できます。
