# /settings: a member's own settings.

settings-title-here = このサーバーでの設定
settings-title = { $server }での設定
settings-nudges = お知らせ: { $nudges }
settings-nudges-on = オン
settings-nudges-off = オフ
settings-nudges-untracked = なし(記録の対象から外れています)
settings-nudges-paused = 再開するまで一時停止中
# $date is a date that Discord writes.
settings-nudges-paused-until = { $date }まで一時停止中
settings-away = 不在: { $day }に戻る予定です。それまでお知らせは届きません。`/away end`で終えられます。
# "When: on Mondays at 09:00 (Europe/Berlin)."
settings-when = 日時: { on-weekdays } { $time }({ $zone })
settings-people = 1回のお知らせ: { $people ->
    [1] 1人
   *[other] 最大{ $people }人
}
settings-boards-shown = ランキング: 表示される
settings-voice-on = ボイスでの会話: 記録する(相手も希望している場合)
settings-voice-off = ボイスでの会話: 記録しない
settings-voice-off-for-all = ボイスでの会話: 記録しない(サーバーの設定)
settings-turn-voice-on = ボイスでの会話を記録する
settings-turn-voice-off = ボイスでの会話を記録しない
settings-boards-hidden = ランキング: 表示されない
# $name is a language in its own words.
settings-language = DMの言語: { $name }
settings-language-of-client = DMの言語: { $name }(Discordの設定に合わせています)

## What can be pressed

settings-pick-weekday = お知らせの曜日
settings-pick-people = 1回のお知らせの人数
settings-people-choice = { $people ->
    [1] 1回に1人
   *[other] 1回に最大{ $people }人
}
settings-pick-language = DMの言語
settings-language-auto = Discordの設定に合わせる
settings-pick-pause = お知らせを一時停止
settings-ask-when = タイムゾーンと時刻
settings-show = ランキングに表示する
settings-hide = ランキングに表示しない
settings-turn-on = お知らせをオンにする
settings-turn-off = お知らせをオフにする
settings-resume = お知らせを再開

## The form for zone and time. Discord shows at most 45 characters of each.

settings-form = お知らせの日時
settings-form-time = 時刻(例: 09:00)
settings-form-zone = タイムゾーン(例: Tokyo、UTC+9)
time-unreadable = 時刻として読み取れませんでした。9、09:30、17:00のように書いてください。
