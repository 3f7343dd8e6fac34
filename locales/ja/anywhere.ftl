# Rapport のあるサーバーの外で読まれる文。

anywhere-which = どのサーバーのことですか。
anywhere-choose = サーバーを選ぶ
# $servers: "Lighthouse または Harbour"。
anywhere-several = それはサーバーごとに決めることで、あなたは複数のサーバーにいます。使いたいサーバーで使ってください: { $servers }。
anywhere-no-team = あなたがいる、Rapportのあるサーバーが見つかりませんでした。あるなら、そこで一度Rapportを使ってください。そのあとはここでも使えます。
# サーバーにいない人、退出した人、記録を望まない人で、同じ文でなければなりません。
anywhere-not-shared = ここではできません。相手と一緒にいるRapportのあるサーバーが見つからないか、相手が記録を望んでいません。あなたのサーバーで同じコマンドを使うと詳しくわかります。サーバーの外の人は`/contact add`で残せます。
