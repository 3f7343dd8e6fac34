# /help: what Rapport does in ten lines. $met, $people, $now and the like are links to commands.

help-title = Rapportは、一緒に働く人とのつながりを保つお手伝いをします。
# "Apps" is a menu of Discord, by its name in your language.
help-met = { $met }で、誰かと話したことを記録します。2人とも話したことになります。人のメニューの「アプリ › { command-we-talked }」でも同じことができます。Rapportを自分のアカウントに追加すると、DMでも使えます。
help-notes = 書いたメモは自分だけのものです。管理者も含めて、ほかの人には見えません。
help-people = { $people }で、それぞれの人と最後に話した日が分かります。{ $person }では1人を詳しく、{ $me }では全員を図で見られます。{ $contact }でサーバーの外の人を追加できます。
help-nudge = { $on }で、ごぶさた気味の数人を、週に1回、短いDMでお知らせします。
help-nudge-settings = { $now }で、そのお知らせを今すぐ見られます。{ $when }で、曜日、時刻、タイムゾーンを変えられます。{ $away }なら不在の間だけ止まり、{ $off }ならずっと止まります。{ $introductions }で、ふだん話さない人と知り合えます。
help-kudos = { $kudos }で、誰かへの感謝を、みんなに見える形でここに投稿します。
help-leaderboard = { $leaderboard }で、たくさん感謝された人が分かります。{ $mine }で、自分がもらったkudosを読み返せます。
help-panels = { $settings }で自分の設定を、{ $privacy }で自分について保存されているデータと、その消し方を見られます。{ $birthday }で、誕生日をほかの人に教えられます。{ $setup }は、サーバーを管理する人のためのものです。
help-promise = Rapportはメッセージを読みません。DMを送るのは、希望した人にだけです。
