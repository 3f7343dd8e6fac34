# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = 「{ $typed }」という連絡先はありません。一覧は`/contact list`で見られ、`/contact add`で追加できます。
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = 「{ $typed }」という連絡先は複数あります: { $contacts }。入力中に出る一覧から選んでください。
contact-gone = その連絡先は、もう一覧にありません。今の一覧は`/contact list`で見られます。
contact-namesake = { $name }さんという連絡先はすでにあります。区別できるように会社や団体を加えるか、`/contact edit`で今ある連絡先を変えてください。
contact-name-empty = 連絡先には名前が必要です。「佐藤花子」のように入力してください。
contact-name-too-long = 連絡先の名前は{ $most }文字までです。{ $by }文字減らしてください。
contact-org-too-long = 会社や団体の名前は{ $most }文字までです。{ $by }文字減らしてください。
contact-full = 連絡先はこのサーバーで{ $most }件までで、もういっぱいです。`/contact remove`で空きを作れます。

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = 連絡先を編集
contact-form-name = 名前
contact-form-org = 会社や団体
contact-form-birthday = 誕生日
# $day: "3 December".
contact-form-birthday-hint = 例: { $day }。年は保存されません

## Removing

contact-remove-question = { $name }さんを連絡先から削除しますか？記録した会話もメモも一緒に消え、元には戻せません。
contact-remove-yes = 削除する
contact-remove-no = 残す
contact-removed = { $name }さんを連絡先から削除しました。この人についての記録もすべて消えました。
contact-all = すべての連絡先

## /contact import: what a file says, and the question whether to add it

import-new = { $count }件の連絡先を追加できます。まだ何も保存されていません。
# $day: "Thu 1 Oct 2026". After a name, like the next fact.
import-last-talk = 前回の会話: { $day }
import-more = …ほか{ $count }件
import-known = { $count }件は、すでに一覧にあるか、ファイル内で重複しています。
import-bad = { $count }行は追加できません:
# $why is one of the refusals above, or one about a birthday or a date.
import-bad-line = { $line }行目: { $why }
import-add = { $count }件を追加
import-drop = 追加しない
import-added = { $count }件の連絡先を追加しました。ほかの人には見えません。
import-dropped = 何も追加していません。ファイルの内容も保存されていません。
import-gone = このファイルは、もう追加を待っていません。追加済みか、15分が過ぎています。今の一覧は`/contact list`で見られます。もう一度読み込むには、`/contact import`を使ってください。

## Files that are refused

import-too-large = ファイルは{ $most }MBまでです。必要な列(名前、会社、誕生日、最後に話した日)だけを保存するか、分けて読み込んでください。
import-too-long = このファイルには連絡先が{ $count }件あります。追加できるのは{ $most }件までです。つながりを保ちたい人に絞って、もう一度試してください。
# $have is what the person has, $more what the file would add, $most the most.
import-too-many = 今の連絡先は{ $have }件で、ファイルから{ $more }件増えると、上限の{ $most }件を超えます。何も追加していません。ファイルの件数を減らすか、`/contact remove`で空きを作ってください。
import-encoding = このファイルをテキストとして読めません。UTF-8のCSV(Excelでは「CSV UTF-8」)かvCard(.vcf)で保存して、もう一度試してください。
import-unknown = このファイルに名前が見つかりません。CSVの1行目には、*名前、会社、誕生日、最後に話した日*のような列の名前が必要です。GoogleやOutlookから書き出したファイルと、vCard(.vcf)も使えます。
import-empty = このファイルに連絡先はありません。

## Birthdays that can't be read. $typed is what the person typed, the others are days: "3 December".

birthday-unreadable = 「{ $typed }」は誕生日として読み取れません。{ $example }のように、月と日を入力してください。
birthday-no-such-day = 「{ $typed }」という日はありません。{ $example }のように、月と日を入力してください。
birthday-two-days = 「{ $typed }」は{ $one }とも{ $other }とも読めます。どちらかの形で入力してください。
