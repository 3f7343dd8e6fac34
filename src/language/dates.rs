//! Dates in words, for places where Discord draws no timestamps: labels, pictures, suggestions.

use chrono::{Datelike as _, Days, Locale, NaiveDate, NaiveDateTime, Weekday};

use super::{Language, tr};

impl Language {
    /// "Fri 20 Nov".
    #[must_use]
    pub(crate) fn day(self, day: NaiveDate) -> String {
        self.dated(day, &tr!(self, "date-day"))
    }

    /// "Fri 20 Nov 2026".
    #[must_use]
    pub(crate) fn day_and_year(self, day: NaiveDate) -> String {
        self.dated(day, &tr!(self, "date-day-and-year"))
    }

    /// "20 November".
    #[must_use]
    pub(crate) fn day_of_month(self, day: NaiveDate) -> String {
        self.dated(day, &tr!(self, "date-day-of-month"))
    }

    /// "November".
    #[must_use]
    pub(crate) fn month(self, day: NaiveDate) -> String {
        self.dated(day, "%B")
    }

    /// "16 to 22 November", "30 November to 6 December".
    #[must_use]
    pub(crate) fn days_of_month(self, first: NaiveDate, last: NaiveDate) -> String {
        if (first.year(), first.month()) == (last.year(), last.month()) {
            let first = self.dated(first, &tr!(self, "date-first-of-same-month"));
            let last = self.dated(last, &tr!(self, "date-last-of-same-month"));
            return tr!(self, "date-days", first, last);
        }
        let (first, last) = (self.day_of_month(first), self.day_of_month(last));
        tr!(self, "date-days", first, last)
    }

    /// "Fri 20 Nov 2026, 14:00".
    #[must_use]
    pub(crate) fn day_and_time(self, at: NaiveDateTime) -> String {
        let (day, time) = (self.day_and_year(at.date()), at.format("%H:%M").to_string());
        tr!(self, "date-day-and-time", day, time)
    }

    /// "Monday".
    #[must_use]
    pub(crate) fn weekday(self, day: Weekday) -> String {
        let some_day = NaiveDate::default();
        let ahead = day.days_since(some_day.weekday());
        let that_day = some_day + Days::new(ahead.into());
        self.dated(that_day, "%A")
    }

    fn dated(self, day: NaiveDate, pattern: &str) -> String {
        let pattern = match self {
            Self::French if day.day() == 1 => pattern.replace("%-d", "1er"),
            Self::Portuguese if day.day() == 1 => pattern.replace("%-d", "1º"),
            _ => pattern.to_owned(),
        };
        day.format_localized(&pattern, self.of_dates()).to_string()
    }

    fn of_dates(self) -> Locale {
        match self {
            Self::English => Locale::en_GB,
            Self::German => Locale::de_DE,
            Self::French => Locale::fr_FR,
            Self::Spanish => Locale::es_ES,
            Self::Portuguese => Locale::pt_BR,
            Self::Japanese => Locale::ja_JP,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        let day: NaiveDate = "2026-11-20".parse().unwrap();
        for (language, short, long, weekday) in [
            (Language::English, "Fri 20 Nov", "Fri 20 Nov 2026", "Friday"),
            (
                Language::German,
                "Fr, 20. Nov",
                "Fr, 20. Nov 2026",
                "Freitag",
            ),
            (
                Language::French,
                "ven. 20 novembre",
                "ven. 20 nov. 2026",
                "vendredi",
            ),
            (
                Language::Spanish,
                "vie 20 nov",
                "vie 20 nov 2026",
                "viernes",
            ),
            (
                Language::Portuguese,
                "sex 20 nov",
                "sex 20 nov 2026",
                "sexta",
            ),
            (
                Language::Japanese,
                "11月20日(金)",
                "2026年11月20日(金)",
                "金曜日",
            ),
        ] {
            assert_eq!(language.day(day), short);
            assert_eq!(language.day_and_year(day), long);
            assert_eq!(language.weekday(Weekday::Fri), weekday);
        }
    }

    #[test]
    fn the_first_day_of_a_month_is_written_as_each_language_writes_it() {
        let day = "2026-03-01".parse().unwrap();
        let written = |language: Language| language.day_of_month(day);
        assert_eq!(written(Language::English), "1 March");
        assert_eq!(written(Language::French), "1er mars");
        assert_eq!(written(Language::Portuguese), "1º de março");
    }

    #[test]
    fn several_days_name_a_month_once() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (language, within, across) in [
            (
                Language::English,
                "16 to 22 November",
                "30 November to 6 December",
            ),
            (
                Language::German,
                "16. bis 22. November",
                "30. November bis 6. Dezember",
            ),
            (
                Language::French,
                "du 16 au 22 novembre",
                "du 30 novembre au 6 décembre",
            ),
            (
                Language::Spanish,
                "del 16 al 22 de noviembre",
                "del 30 de noviembre al 6 de diciembre",
            ),
            (
                Language::Portuguese,
                "de 16 a 22 de novembro",
                "de 30 de novembro a 6 de dezembro",
            ),
            (Language::Japanese, "11月16日～22日", "11月30日～12月6日"),
        ] {
            let days = language.days_of_month(day("2026-11-16"), day("2026-11-22"));
            assert_eq!(days, within);
            let days = language.days_of_month(day("2026-11-30"), day("2026-12-06"));
            assert_eq!(days, across);
        }
    }
}
