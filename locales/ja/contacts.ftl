# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = 「{ $typed }」という連絡先はありません。一覧は`/contact list`で見られ、`/contact add`で追加できます。
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = 「{ $typed }」という連絡先は複数あります: { $contacts }。入力中に出る一覧から選んでください。
contact-gone = その連絡先は、もう一覧にありません。今の一覧は`/contact list`で見られます。
contact-namesake = { $name }さんという連絡先はすでにあります。区別できるように会社や団体を加えるか、`/contact edit`で今の連絡先を変えてください。
contact-name-empty = 連絡先には名前が必要です。たとえばAda Lovelaceのように入力してください。
contact-name-too-long = 連絡先の名前は{ $most }文字までです。{ $by }文字減らしてください。
contact-org-too-long = 会社や団体の名前は{ $most }文字までです。{ $by }文字減らしてください。
contact-full = 連絡先はこのサーバーで{ $most }件までで、すでにいっぱいです。`/contact remove`で空きを作れます。

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = 連絡先を編集
contact-form-name = 名前
contact-form-org = 会社や団体
contact-form-birthday = 誕生日
# $day: "3 December".
contact-form-birthday-hint = { $day }など。年は保存されません

## Removing

contact-remove-question = { $name }さんを削除しますか？記録した会話もメモもいっしょに消え、元には戻せません。
contact-remove-yes = 削除する
contact-remove-no = 残す
contact-removed = { $name }さんと、この人についての記録をすべて削除しました。
contact-all = すべての連絡先
