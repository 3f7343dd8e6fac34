# What a member chose about nudges, and what keeps these from arriving.

closed-dms = 前回のお知らせを届けられませんでした。このサーバーからのDMを受け取らない設定か、Rapportがブロックされています。どちらなのかは、Discordからは分かりません。サーバーのプライバシー設定でDMを許可するか、ブロックを解除してから、`/nudge on`を使ってください。
