use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;

use super::layout::Area;
use super::*;
use crate::calendar::circle::{Days, Overdue};
use crate::ids::PersonId;
use crate::language::look_up;
use crate::people::network::view;
use strum::IntoEnumIterator as _;

const EN: Language = Language::English;
const OWN: u16 = 10;

fn neighbour(id: i64, name: &str, circle: Circle, ratio: f64) -> Neighbour {
    let now = DateTime::UNIX_EPOCH;
    let seconds = circle.interval().as_seconds_f64() * ratio;
    #[expect(clippy::cast_possible_truncation, reason = "some seconds more or less")]
    let elapsed = TimeDelta::seconds(seconds as i64);
    Neighbour {
        person: PersonId(id),
        name: name.to_owned(),
        circle,
        overdue: Overdue::new(now - elapsed, circle, now),
        snoozed: false,
    }
}

fn own_days() -> Circle {
    Circle::Every(Days::new(OWN).unwrap())
}

/// A dozen people of a team, in every circle and ring; one of them is snoozed.
fn dozen() -> Vec<Neighbour> {
    let mut people: Vec<_> = (1..)
        .zip([
            ("Grace Hopper", Circle::Close, 5.5),
            ("Наталія", Circle::Distant, 2.6),
            ("王小明", Circle::Regular, 2.2),
            ("Bob", Circle::Regular, 1.9),
            ("Carol", Circle::Wider, 1.5),
            ("Ελένη", own_days(), 1.2),
            ("Nguyễn Minh", Circle::Close, 1.05),
            ("Dan", Circle::Regular, 0.9),
            ("José", Circle::Close, 0.7),
            ("🌙 luna", own_days(), 0.5),
            ("Maximiliane von Hohenlohe", Circle::Wider, 0.3),
            ("Emi", Circle::Distant, 0.1),
        ])
        .map(|(id, (name, circle, ratio))| neighbour(id, name, circle, ratio))
        .collect();
    people[4].snoozed = true;
    people
}

#[test]
fn a_network_is_drawn() {
    insta::assert_snapshot!(Chart::new(dozen(), EN).draw(EN).svg());
}

/// Writes the picture in the README: `cargo test draws_the_readme_network -- --ignored`.
#[test]
#[ignore = "writes docs/me.png"]
fn draws_the_readme_network() {
    let png = Chart::new(dozen(), EN).draw(EN).render().unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");
    std::fs::write(format!("{folder}/me.png"), png).unwrap();
}

#[test]
fn the_same_people_stand_in_the_same_places() {
    assert_eq!(Chart::new(dozen(), EN), Chart::new(dozen(), EN));
}

#[test]
fn a_dozen_people_are_drawn_large() {
    let chart = Chart::new(dozen(), EN);
    assert_eq!((chart.left_out, chart.size), (0, SIZES[0]));
    let numbers: Vec<_> = chart.people.iter().filter_map(|it| it.number).collect();
    assert_eq!(
        numbers,
        [1],
        "one name is in a script that no font of ours has"
    );
}

/// Two dozen people with ordinary names have room in any ring. With more, the picture says how many
/// are left out.
#[test]
fn two_dozen_have_room_in_any_ring() {
    for ratios in [[0.2, 0.9], [1.1, 1.9], [2.0, 9.0], [0.1, 2.5]] {
        let of = |id: i64| {
            let share = f64::from(i32::try_from(id).unwrap()) / 40.0;
            let ratio = ratios[0] + (ratios[1] - ratios[0]) * share;
            let name = ["Alexandra", "Bob", "Christopher", "Dan", "Ελένη Παππά"];
            neighbour(
                id,
                name[usize::try_from(id).unwrap() % 5],
                Circle::Close,
                ratio,
            )
        };
        let chart = Chart::new((0..40).map(of).collect(), EN);
        assert_eq!((chart.people.len(), chart.left_out), (24, 16), "{ratios:?}");
    }
}

/// More people than fit. Some names can't be drawn, and one is not stored.
#[test]
fn a_large_network_names_the_rest_in_words() {
    let of = |id: i64| {
        let name = ["Ann", "王小明", "someone", "Bo"][usize::try_from(id).unwrap() % 4];
        let ratio = f64::from(i32::try_from(id).unwrap()) / 10.0;
        neighbour(id, name, Circle::Regular, ratio)
    };
    let people = (0..40).rev().map(of).collect();
    let chart = Chart::new(people, EN);
    let described = view::described(&chart, EN);
    assert!(described.chars().count() <= 1024);
    insta::assert_snapshot!(format!("{}\n{described}", view::words(&chart, EN)));
}

#[test]
fn a_picture_in_english_has_words_beside_it_in_the_readers_language() {
    let (picture, described, words) = view::drawn(dozen(), EN, Language::Japanese);
    let [title, you] = ["me-picture-title", "me-picture-you"].map(|key| look_up(key, EN).unwrap());
    assert!(picture.svg().contains(&title) && picture.svg().contains(&you));
    let japanese = tr!(Language::Japanese, "me-described");
    assert!(described.starts_with(&japanese), "{described}");
    assert!(!words.contains("in touch"), "{words}");
}

#[test]
fn the_words_in_a_picture_have_room_in_every_language() {
    for language in Language::iter() {
        let chart = Chart::new(dozen(), language);
        for (_, _, text) in chart.legend(language) {
            let wide = width(&text, LEGEND.size, LEGEND.weight);
            assert!(wide <= LEGEND_WIDTH, "{wide}: {text}");
        }
        let see = tr!(language, "me-picture-see", number = MOST);
        assert!(width(&see, 1.0, Weight::Regular) <= NAME_WIDTH, "{see}");
    }
}

fn any_neighbours() -> impl Strategy<Value = Vec<Neighbour>> {
    let circle = prop::sample::select(vec![
        Circle::Close,
        Circle::Regular,
        Circle::Wider,
        Circle::Distant,
        own_days(),
    ]);
    let name = prop_oneof![".{0,32}", "[A-Z][a-z]{2,9}", "W{1,32}", "[王小明a-z]{1,8}"];
    let ratio = prop_oneof![0.0..1.0, 1.0..2.0, 2.0..6.0, Just(1000.0)];
    let one = (name, circle, ratio, any::<bool>());
    prop::collection::vec(one, 1..41).prop_map(|all| {
        let all = (1..).zip(all);
        all.map(|(id, (name, circle, ratio, snoozed))| Neighbour {
            snoozed,
            ..neighbour(id, &name, circle, ratio)
        })
        .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn people_never_overlap(people in any_neighbours()) {
        let in_all = people.len();
        let chart = Chart::new(people, EN);
        prop_assert_eq!(chart.people.len() + chart.left_out, in_all);
        prop_assert!(!chart.people.is_empty());
        let area = |it: &Drawn| {
            let wide = width(&it.label, chart.size.name, Weight::Regular);
            Area::by(it.place, chart.size, wide)
        };
        for (index, one) in chart.people.iter().enumerate() {
            let own = area(one);
            prop_assert!(own.is_inside(), "{one:?}");
            for other in &chart.people[..index] {
                prop_assert!(!own.overlaps(&area(other)), "{one:?} over {other:?}");
            }
            // Entirely in the ring of their distance.
            let ring = one.neighbour.distance() as usize;
            let inner = ring.checked_sub(1).map_or(0.0, |it| chart.rings[it]);
            let away = one.place.0.hypot(one.place.1);
            prop_assert!(away >= inner && away <= chart.rings[ring], "{one:?}");
        }
        prop_assert!(!chart.draw(EN).svg().is_empty());
    }
}

/// Writes pictures of many sizes, to look at: `cargo test draws_networks_of_all_sizes --
/// --ignored`.
#[test]
#[ignore = "pictures in target/networks, to be looked at by somebody"]
fn draws_networks_of_all_sizes() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/networks");
    std::fs::create_dir_all(folder).unwrap();
    for (name, many) in [("one", 1), ("five", 5), ("twenty", 20), ("forty", 40)] {
        let people = dozen().into_iter().cycle().take(many);
        let png = Chart::new(people.collect(), EN).draw(EN).render().unwrap();
        std::fs::write(format!("{folder}/{name}.png"), png).unwrap();
    }
}
