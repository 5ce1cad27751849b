use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::id::{ActionId, PersonId};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn terms(requirements: &[&str]) -> ActionTerms {
    ActionTerms {
        title: "Return interviews offered and held".to_owned(),
        owner_role: "Missing co-ordinator".to_owned(),
        organisation: "Local authority".to_owned(),
        partners: String::new(),
        start_on: None,
        due_on: Some(day(2026, 3, 31)),
        measure: "Interviews held in 72 hours".to_owned(),
        baseline: "51%".to_owned(),
        target: "80%".to_owned(),
        requirements: requirements.iter().map(|id| (*id).to_owned()).collect(),
        withdrawn_on: None,
    }
}

fn action(requirements: &[&str]) -> PlanAction {
    PlanAction {
        id: ActionId(Uuid::nil()),
        entered_on: Some(day(2026, 1, 1)),
        terms: terms(requirements),
        changes: Vec::new(),
        updates: Vec::new(),
    }
}

fn update(on: NaiveDate) -> Update {
    Update {
        day: on,
        state: ActionState::OnTrack,
        progress: "Begun".to_owned(),
        now: String::new(),
        evidence: String::new(),
        checked_by: String::new(),
        sample: String::new(),
        sampled_on: None,
        by: PersonId(Uuid::nil()),
        recorded_on: on,
    }
}

/// Changes an action on a day, as the register does.
fn change(action: &mut PlanAction, on: NaiveDate, why: &str, with: impl FnOnce(&mut ActionTerms)) {
    let mut new = action.terms.clone();
    with(&mut new);
    action.changes.push(ActionChange { on, by: None, why: why.to_owned(), before: action.terms.left_for(&new) });
    action.terms = new;
}

#[test]
fn numbers_with_their_units_are_read_and_words_are_not() {
    let value = |text: &str| Amount::parse(text).map(|amount| (amount.value * 1000.0).round() / 1000.0);
    for (text, expected) in [
        ("35%", Some(0.35)),
        ("35 per cent", Some(0.35)),
        ("4 of 14", Some(0.286)),
        ("7 out of 14 schools", Some(0.5)),
        ("3/4", Some(0.75)),
        ("41", Some(41.0)),
        ("1,200 drivers", Some(1200.0)),
        ("£1,200", Some(1200.0)),
        ("-3", Some(-3.0)),
        ("2.5 days", Some(2.5)),
        ("All licensed drivers trained", None),
        ("95% trained", None),
        ("0 of 0", None),
        ("", None),
        ("12 May 2026", None),
    ] {
        assert_eq!(value(text), expected, "{text}");
    }
}

#[test]
fn distance_is_told_of_numbers_of_one_kind_whichever_way_the_target_lies() {
    let say = |baseline: &str, target: &str, now: &str| distance(baseline, target, now).to_string();
    assert_eq!(say("51%", "80%", "66%"), "51% of the way to the target");
    assert_eq!(say("41", "0", "17"), "58% of the way to the target");
    assert_eq!(say("4 of 14", "14 of 14", "14 of 14"), "The target is reached");
    assert_eq!(say("0%", "14 of 14", "7 of 14"), "50% of the way to the target");
    assert_eq!(say("41", "0", "50"), "Further from the target than the baseline");
    assert_eq!(say("few", "0", "50"), "Distance not known: the baseline is not a number");
    assert_eq!(say("41", "", "50"), "Distance not known: no target is given");
    assert_eq!(say("41 cases", "0%", "50"), "Distance not known: baseline, target and value now do not count the same thing");
    assert_eq!(say("5", "5", "5"), "Distance not known: the target is where the baseline was");
}

fn values(said: &[(NaiveDate, &str)]) -> Vec<Value> {
    said.iter().map(|(day, said)| Value { day: *day, said: (*said).to_owned() }).collect()
}

#[test]
fn a_finish_lies_on_the_straight_line_and_is_never_guessed() {
    let (january, march) = (day(2026, 1, 1), day(2026, 3, 2));
    let two = values(&[(january, "50%"), (march, "60%")]);
    let Finish::On { finish: on, .. } = finish("40%", "80%", &two) else { panic!("no finish") };
    assert_eq!(on, march + Days::new(120), "60 days for 10 per cent: 120 more for 20");
    assert_eq!(
        finish("40%", "80%", &two).say(Some(day(2026, 6, 29)), day(2026, 4, 1)),
        "On course for 30 June 2026, 1 day after its date: 50% on 1 January 2026, 60% on 2 March 2026."
    );
    let told = |target: &str, said: &[(NaiveDate, &str)]| finish("40%", target, &values(said));
    assert_eq!(told("80%", &[(january, "50%")]), Finish::NotTold(NotTold::TooFewValues(1)));
    assert_eq!(told("80%", &[(january, "50%"), (march, "most")]), Finish::NotTold(NotTold::TooFewValues(1)));
    assert_eq!(told("80%", &[(january, "50%"), (january, "60%")]), Finish::NotTold(NotTold::TooFewValues(1)));
    assert_eq!(told("all", &[(january, "50%"), (march, "60%")]), Finish::NotTold(NotTold::TargetIsWords));
    assert_eq!(told("", &[(january, "50%"), (march, "60%")]), Finish::NotTold(NotTold::NoTarget));
    assert_eq!(told("80%", &[(january, "60%"), (march, "50%")]), Finish::NotTold(NotTold::NotTowards));
    assert_eq!(told("80%", &[(january, "60%"), (march, "60%")]), Finish::NotTold(NotTold::NotTowards));
    assert_eq!(told("80%", &[(january, "60%"), (march, "60.01%")]), Finish::NotTold(NotTold::TooFar));
    assert_eq!(told("80%", &[(january, "60%"), (march, "81%")]), Finish::Reached { on: march });
    assert_eq!(finish("41", "0", &values(&[(january, "20"), (march, "0")])), Finish::Reached { on: march });
}

#[test]
fn every_moved_date_is_kept_with_when_and_why_and_a_first_date_moves_nothing() {
    let mut it = action(&[]);
    it.terms.due_on = None;
    change(&mut it, day(2026, 1, 10), "", |terms| terms.due_on = Some(day(2026, 3, 31)));
    change(&mut it, day(2026, 3, 30), "No trainer", |terms| terms.due_on = Some(day(2026, 6, 30)));
    change(&mut it, day(2026, 4, 2), "", |terms| terms.owner_role = "Head of service".to_owned());
    change(&mut it, day(2026, 6, 1), "Funding", |terms| terms.due_on = Some(day(2026, 9, 30)));
    let moved = slippage(&it, day(2026, 6, 30));
    let told: Vec<_> = moved.iter().map(|m| (m.on, m.from, m.to, m.why.as_str(), m.days())).collect();
    assert_eq!(
        told,
        [
            (day(2026, 3, 30), day(2026, 3, 31), Some(day(2026, 6, 30)), "No trainer", Some(91)),
            (day(2026, 6, 1), day(2026, 6, 30), Some(day(2026, 9, 30)), "Funding", Some(92)),
        ]
    );
    assert_eq!(slippage(&it, day(2026, 5, 1)).len(), 1);
    assert_eq!(it.terms_on(day(2026, 4, 1)).owner_role, "Missing co-ordinator");
    assert_eq!(it.terms_on(day(2026, 3, 29)).due_on, Some(day(2026, 3, 31)));
}

#[test]
fn a_register_that_kept_due_dates_alone_still_tells_its_slippage() {
    let mut it = action(&[]);
    let before = serde_json::from_str(r#"{"due_on": "2026-01-31"}"#).unwrap();
    it.changes.push(ActionChange { on: day(2026, 1, 30), by: None, why: String::new(), before });
    let [moved] = slippage(&it, day(2026, 2, 1)).try_into().unwrap();
    assert_eq!((moved.from, moved.to), (day(2026, 1, 31), Some(day(2026, 3, 31))));
}

#[test]
fn a_line_is_covered_by_a_live_action_with_owner_date_and_measure() {
    let on = day(2026, 2, 1);
    let gaps = |with: fn(&mut ActionTerms)| {
        let mut it = action(&["C-11"]);
        with(&mut it.terms);
        let [line] = coverage(&["C-11".to_owned()], &[it], on).try_into().unwrap();
        (line.is_covered(), line.answers[0].gaps.clone())
    };
    assert_eq!(gaps(|_| ()), (true, vec![]));
    assert_eq!(gaps(|terms| terms.due_on = None), (false, vec![Gap::NoDate]));
    assert_eq!(gaps(|terms| terms.owner_role = String::new()), (false, vec![Gap::NoOwner]));
    assert_eq!(gaps(|terms| terms.measure = " ".to_owned()), (false, vec![Gap::NoMeasure]));
    assert_eq!(gaps(|terms| terms.withdrawn_on = Some(day(2026, 2, 1))), (false, vec![Gap::Withdrawn]));
    assert_eq!(gaps(|terms| terms.withdrawn_on = Some(day(2026, 2, 2))), (true, vec![]), "it is live until the day before");
}

#[test]
fn evidence_counts_once_somebody_other_than_the_owner_has_checked_it() {
    let on = day(2026, 2, 1);
    let evidenced = |checked_by: &str| {
        let mut it = action(&["C-11"]);
        it.updates.push(Update { evidence: "Sample of 20".to_owned(), checked_by: checked_by.to_owned(), ..update(on) });
        coverage(&["C-11".to_owned()], &[it], on)[0].is_reflected()
    };
    assert!(evidenced("Board manager"));
    for owner in ["", "missing co-ordinator", "Missing Co-ordinator, Local Authority", "Local authority: missing coordinator"] {
        assert!(!evidenced(owner), "{owner}");
    }
}

#[test]
fn an_effect_is_confirmed_when_every_live_action_says_so_and_names_its_sample() {
    let on = day(2026, 2, 1);
    let confirmed = Update {
        state: ActionState::EffectConfirmed,
        evidence: "19 of 20".to_owned(),
        checked_by: "Board manager".to_owned(),
        sample: "S-2026-01".to_owned(),
        sampled_on: Some(day(2026, 1, 20)),
        ..update(on)
    };
    let (mut one, mut other) = (action(&["OF-02"]), action(&["OF-02"]));
    one.updates.push(confirmed);
    let line = |actions: &[PlanAction]| coverage(&["OF-02".to_owned()], actions, on).remove(0);
    let alone = line(&[one.clone()]);
    assert_eq!(alone.state, Some(ActionState::EffectConfirmed));
    assert_eq!(alone.confirmed.map(|c| (c.sample, c.on)), Some(("S-2026-01".to_owned(), day(2026, 1, 20))));
    let both = line(&[one.clone(), other.clone()]);
    assert_eq!((both.state, both.confirmed), (Some(ActionState::NotStarted), None));
    other.terms.withdrawn_on = Some(on);
    assert_eq!(line(&[one, other]).state, Some(ActionState::EffectConfirmed));
}

const LINES: [&str; 4] = ["C-01", "C-02", "C-03", "C-04"];

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..300).prop_map(|n| day(2026, 1, 1) + Days::new(n))
}

fn some_update() -> impl Strategy<Value = Update> {
    let state = prop::sample::select(ActionState::ALL.to_vec());
    let who = prop::sample::select(vec!["", "Board manager", "Missing co-ordinator"]);
    (some_day(), some_day(), state, prop::bool::ANY, who).prop_map(|(on, recorded_on, state, has_evidence, who)| Update {
        state,
        evidence: if has_evidence { "Minutes".to_owned() } else { String::new() },
        checked_by: who.to_owned(),
        recorded_on,
        ..update(on)
    })
}

fn some_action() -> impl Strategy<Value = PlanAction> {
    let links = prop::sample::subsequence(LINES.to_vec(), 0..=4);
    let updates = prop::collection::vec(some_update(), 0..5);
    let changes = prop::collection::vec((some_day(), prop::option::of(some_day()), prop::bool::ANY), 0..4);
    (some_day(), links, updates, changes).prop_map(|(entered, links, mut updates, mut changes)| {
        updates.sort_by_key(|update| (update.day, update.recorded_on));
        changes.sort_by_key(|(on, ..)| *on);
        let mut it = PlanAction { entered_on: Some(entered), updates, ..action(&links) };
        for (on, due, owned) in changes {
            change(&mut it, on, "", |terms| {
                terms.due_on = due;
                terms.owner_role = if owned { "Missing co-ordinator".to_owned() } else { String::new() };
            });
        }
        it
    })
}

fn all_lines() -> Vec<String> {
    LINES.map(str::to_owned).to_vec()
}

proptest! {
    #[test]
    fn what_is_reflected_is_covered_and_evidenced(actions in prop::collection::vec(some_action(), 0..5), on in some_day()) {
        let counted = counts(&coverage(&all_lines(), &actions, on));
        prop_assert!(counted.reflected <= counted.covered.min(counted.evidenced));
        prop_assert!(counted.covered.max(counted.evidenced) <= counted.lines);
    }

    #[test]
    fn more_evidence_never_lowers_a_count(mut actions in prop::collection::vec(some_action(), 1..5), more in some_update(), place in 0usize..5, on in some_day()) {
        let before = counts(&coverage(&all_lines(), &actions, on));
        let place = place % actions.len();
        actions[place].updates.push(more);
        actions[place].updates.sort_by_key(|update| (update.day, update.recorded_on));
        let after = counts(&coverage(&all_lines(), &actions, on));
        prop_assert!(after.covered >= before.covered && after.evidenced >= before.evidenced && after.reflected >= before.reflected);
    }

    #[test]
    fn nothing_entered_later_changes_what_a_past_day_answers(mut actions in prop::collection::vec(some_action(), 1..5), extra in some_action(), late in some_update(), place in 0usize..5, on in some_day(), later in 1u64..200) {
        let before = coverage(&all_lines(), &actions, on);
        let after = actions.iter().flat_map(|action| &action.changes).map(|change| change.on).max().unwrap_or(on).max(on) + Days::new(later);
        let place = place % actions.len();
        let touched = &mut actions[place];
        touched.updates.push(Update { recorded_on: after, ..late });
        touched.updates.sort_by_key(|update| (update.day, update.recorded_on));
        change(touched, after, "", |terms| {
            terms.due_on = None;
            terms.requirements.clear();
            terms.withdrawn_on = Some(on);
        });
        actions.push(PlanAction { entered_on: Some(after), ..extra });
        prop_assert_eq!(coverage(&all_lines(), &actions, on), before);
    }

    #[test]
    fn what_was_left_behind_brings_the_terms_back(one in some_action(), other in some_action()) {
        prop_assert_eq!(other.terms.before(&one.terms.left_for(&other.terms)), one.terms);
    }

    #[test]
    fn no_text_makes_an_amount_fail(text in any::<String>()) {
        let _ = Amount::parse(&text);
    }

    #[test]
    fn a_finish_never_lies_before_the_last_value(percents in prop::collection::vec(0u32..120, 2..6)) {
        let said: Vec<Value> = percents.iter().enumerate().map(|(n, p)| Value { day: day(2026, 1, 1) + Days::new(30 * n as u64), said: format!("{p}%") }).collect();
        if let Finish::On { finish, last, .. } = finish("0%", "100%", &said) {
            prop_assert!(finish >= last.day);
        }
    }
}
