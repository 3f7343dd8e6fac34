# Talks in voice channels, which count by themselves.

# Below the answer to the question about nudges; asked once.
voice-question = Und noch etwas: Sollen Gespräche in Sprachkanälen automatisch zählen? Zehn Minuten zusammen genügen. Es zählt nur mit Leuten, die auch zugestimmt haben, und gespeichert werden nur Tag und Minuten.
voice-yes = Sprachkanäle mitzählen
voice-no = Nein, danke
voice-accepted = Gespräche in Sprachkanälen zählen ab jetzt, mit allen, die das auch möchten. In `/settings` kannst du das ändern.
voice-declined = Gut, Gespräche in Sprachkanälen zählen nicht. In `/settings` kannst du das ändern.
