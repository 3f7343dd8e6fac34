# /privacy: what Rapport keeps about a member, and what they can do about it.

privacy-title = このサーバーで保存されている自分のデータ
# $kept is a list of those of the texts below that apply: "Your name and settings, 2 talks you took part in and …"
privacy-kept = { $kept }です。Rapportはメッセージを読みません。メモは、ほかの人には見えません。
privacy-kept-settings = 名前と設定
privacy-kept-talks = 参加した会話が{ $talks }件
privacy-kept-notes = 自分のメモが{ $notes }件
# A tie is your side of a relation with one other person: how often you want to talk, until when you snoozed them.
privacy-kept-ties = ほかの人とのつながりが{ $ties }件
privacy-kept-contacts = サーバーの外の連絡先が{ $contacts }件
privacy-kept-nudges = 自分へのお知らせが{ $nudges }件
privacy-kept-reminders = 頼んだリマインダーが{ $reminders }件
privacy-kept-given = 送ったkudosが{ $given }件
privacy-kept-received = もらったkudosが{ $received }件
privacy-kept-introductions = 引き合わせが{ $introductions }件
privacy-tracked = 「{ privacy-dont-track }」を選ぶと、会話をほかの人に記録されることも、ほかの人へのお知らせに名前が出ることもなくなり、自分へのお知らせも止まります。今あるデータは、「{ privacy-forget }」を選ぶまで残ります。
privacy-untracked = 記録の対象から外れています。会話をほかの人に記録されることも、ほかの人へのお知らせに名前が出ることもなく、自分へのお知らせも届きません。

## Buttons

privacy-export = 書き出す
privacy-dont-track = 記録の対象から外れる
privacy-track-again = 記録の対象に戻る
privacy-forget = データを削除
privacy-yes-forget = はい、削除する
privacy-keep = すべて残す

## Export

privacy-exported = このサーバーでRapportが保存している自分のデータのすべてです。自分のメモも入っています。ほかの人が書いたメモや選んだ設定は、その人のものなので入っていません。
# $count is at least 2.
privacy-exported-parts = 1つのファイルには大きすぎるため、{ $count }つに分かれています。これは1つ目です。
privacy-exported-part = このサーバーでRapportが保存している自分のデータ、{ $count }つのうち{ $part }つ目です。
privacy-export-begun = もう書き出しを進めています。終わり次第、ここに表示されます。
privacy-export-busy = 今はほかの人のデータを書き出しています。少し待ってから、もう一度「{ privacy-export }」を押してください。

## Forget me

privacy-forget-title = このサーバーの自分のデータを削除しますか？
# "someone" stands where the name of a forgotten person stood.
privacy-forget-asked = 自分のメモ、設定、つながり、連絡先、自分が記録した会話、もらったkudosが削除され、元には戻せません。ほかの人も参加した会話は、名前を消した形で、その人の記録に残ります。送ったkudosは「{ someone }」からのものとして、受け取った人に残ります。チャンネルの投稿はDiscordのもので、誰かが削除するまで残ります。
privacy-forgotten = データを削除しました。Rapportがこのサーバーについて保存しているものに、自分の名前はもうありません。ファイルに残る痕跡も、1時間以内に上書きされます。
privacy-forgetting = 今は削除を終えられませんでした。自分の名前がすべて消えるまで、Rapportが続けます。ほかにすることはありません。
privacy-nothing-kept = このサーバーで保存されている自分のデータはありません。削除するものはありませんでした。
privacy-after-forgetting = これからは、ほかの人との会話がまた記録されることがあります。「{ privacy-dont-track }」を選ぶと、それを断れます。そのために、IDと名前だけが保存されます。
