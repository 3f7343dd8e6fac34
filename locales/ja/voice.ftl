# Talks in voice channels, which count by themselves.

# Below the answer to the question about nudges; asked once.
voice-question = もう1つだけ: ボイスチャンネルでの会話を自動で記録しますか？10分以上一緒にいれば会話とみなします。相手も希望している場合だけで、保存されるのは日付と時間(分)だけです。
voice-yes = ボイスでの会話を記録する
voice-no = いいえ
voice-accepted = これからは、ボイスチャンネルでの会話も、相手も希望していれば記録されます。`/settings`で変えられます。
voice-declined = 分かりました。ボイスチャンネルでの会話は記録しません。`/settings`で変えられます。
