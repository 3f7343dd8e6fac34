# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1週間
snooze-month = 1か月
snooze-quarter = 3か月

## Kinds: what another person is to a member, as choices and in lists

kind-pick = この人との関係は？
kind-pick-none = 選ばない
kind-manager = 上司
kind-report = 部下
kind-skip-level = 上司の上司
kind-peer = 同僚
kind-mentor = メンター
kind-customer = 顧客
kind-partner = ビジネスパートナー
kind-friend = 友人
kind-other = その他
