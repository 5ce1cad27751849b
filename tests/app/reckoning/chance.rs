//! The work of an office by chance: two people write, send, take back, change, return, sign, close and open again, through
//! the verbs, so that what the demonstration never does is reckoned too. The same seed gives the same work.
//!
//! Some of it is dated back, as in life. Or everything is recorded on the day on which it happens and nothing is corrected;
//! then what is asked on a day must be answered for that day ever after.

use std::collections::BTreeMap;

use caseward_casework::terminal::all_flags;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::office::{MANAGER, Office, PRACTITIONER};

/// How often each verb was done, by name.
pub type Done = BTreeMap<&'static str, usize>;

/// Splitmix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn upto(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[usize::try_from(self.upto(of.len() as u64)).unwrap()]
    }

    fn some<'a>(&mut self, of: &'a Value) -> Option<&'a Value> {
        let of = of.as_array().unwrap();
        if of.is_empty() { None } else { of.get(usize::try_from(self.upto(of.len() as u64)).unwrap()) }
    }

    /// Empty one time in so many; otherwise a day up to so many after another.
    fn day(&mut self, after: NaiveDate, days: u64, empty: u64) -> String {
        if empty > 0 && self.upto(empty) == 0 { String::new() } else { (after + Days::new(self.upto(days))).to_string() }
    }
}

struct Work {
    office: Office,
    dice: Dice,
    today: NaiveDate,
    cases: Vec<String>,
    done: Done,
    asked: Asked,
    /// Everything is dated today, and what is known of a past day is not corrected.
    as_it_happens: bool,
}

/// The flags of each day, as they were answered at the end of it.
pub type Asked = BTreeMap<NaiveDate, Vec<(String, String)>>;

/// What was done by chance, and on which days.
pub struct Worked {
    pub office: Office,
    pub days: Vec<NaiveDate>,
    pub done: Done,
    pub asked: Asked,
}

const LEVELS: [&str; 4] = ["high", "medium", "low", "low"];

/// An office from a day on, for so many spells of four weeks.
pub fn work_by_chance(from: &str, spells: u32, seed: u64, as_it_happens: bool) -> Worked {
    let first: NaiveDate = from.parse().unwrap();
    let (office, dice) = (Office::on(from), Dice(seed));
    let mut work = Work { office, dice, today: first, cases: Vec::new(), done: Done::new(), asked: Asked::new(), as_it_happens };
    for spell in 0..spells {
        work.office.as_person(PRACTITIONER);
        for _ in 0..19 {
            work.next_day();
            for _ in 0..6 {
                work.write();
            }
        }
        work.office.as_person(MANAGER);
        for _ in 0..9 {
            work.next_day();
            work.decide();
        }
        work.rule(spell, spells);
        // What is kept is what follows from the facts, whatever was written and in whichever order.
        assert_eq!(work.office.ask("verify_register", json!({}))["problems"], json!([]));
    }
    let days = first.iter_days().take_while(|day| *day <= work.today).collect();
    Worked { office: work.office, days, done: work.done, asked: work.asked }
}

impl Work {
    fn next_day(&mut self) {
        if self.as_it_happens {
            self.asked.insert(self.today, flags_of_all(&mut self.office, self.today));
        }
        self.today = self.today + Days::new(1);
        self.office.it_is(&self.today.to_string());
    }

    /// Most of what chance asks for is right; what is refused is left.
    fn ask(&mut self, verb: &'static str, request: Value) -> Option<Value> {
        let answer = self.office.try_to(verb, request).ok()?;
        *self.done.entry(verb).or_default() += 1;
        Some(answer)
    }

    fn ago(&mut self, days: u64) -> NaiveDate {
        let days = self.dice.upto(days);
        if self.as_it_happens { self.today } else { self.today - Days::new(days) }
    }

    fn write(&mut self) {
        if self.cases.len() < 4 || (self.cases.len() < 20 && self.dice.upto(20) == 0) {
            let opened_on = self.ago(15).to_string();
            let level = self.dice.one(&["high", "medium", "low", ""]);
            let opened = self.ask("open_case", json!({"opened_on": opened_on, "level": level, "facts": {}}));
            self.cases.extend(opened.map(|case| case["reference"].as_str().unwrap().to_owned()));
            return;
        }
        let reference = self.dice.one(&self.cases.iter().collect::<Vec<_>>()).clone();
        let case = self.office.ask("view_case", json!({"reference": reference}));
        let item = self.dice.some(&case["items"]).cloned();
        match (self.dice.upto(15), item) {
            (0..4, _) | (_, None) => {
                let content = self.content(&case, None);
                self.ask("record_item", json!({"reference": reference, "content": content}));
            }
            (4..6, Some(item)) => {
                let latest = &item["versions"][0];
                if self.as_it_happens && (item["kind"] == "review" || item["kind"] == "assessment") {
                    return;
                }
                let content = self.content(&case, Some(&latest["content"]));
                let change =
                    json!({"reference": reference, "item_id": item["item_id"], "based_on": latest["hash"], "content": content});
                self.ask("record_item", change);
            }
            (6..9, Some(item)) => {
                self.ask("submit_item", json!({"item_id": item["item_id"], "hash": item["versions"][0]["hash"]}));
            }
            (9, Some(_)) => {
                let is_waiting =
                    |item: &&Value| !item["versions"][0]["submitted_at"].is_null() && item["versions"][0]["decision"].is_null();
                let waiting: Value = case["items"].as_array().unwrap().iter().filter(is_waiting).cloned().collect();
                if let Some(item) = self.dice.some(&waiting) {
                    self.ask("withdraw_item", json!({"item_id": item["item_id"]}));
                }
            }
            (10..12, Some(_)) => self.update_a_plan(&reference, &case),
            (12, Some(_)) => {
                let next = self.dice.day(self.today, 100, 0);
                self.ask(
                    "set_review_date",
                    json!({"reference": reference, "next_review_on": next, "reason": "The child asked."}),
                );
            }
            (13, Some(_)) if !case["closed_on"].is_null() => {
                let on = self.ago(3).to_string();
                let again =
                    json!({"reference": reference, "version": case["version"], "reopened_on": on, "reason": "A new concern."});
                self.ask("reopen_case", again);
            }
            _ => self.miss(&reference, &case),
        }
    }

    /// The content of an item: a new one, or a change to what stood there.
    fn content(&mut self, case: &Value, before: Option<&Value>) -> Value {
        let kinds = ["assessment", "plan", "review_arrangement", "review", "review", "closure"];
        let kind = before.map_or_else(|| self.dice.one(&kinds), |content| content["kind"].as_str().unwrap()).to_owned();
        let opened_on: NaiveDate = case["opened_on"].as_str().unwrap().parse().unwrap();
        let (level, recently) = (self.dice.one(&LEVELS), self.ago(6).max(opened_on));
        match kind.as_str() {
            "assessment" => crate::office::assessment(level, &recently.to_string(), "Seen twice at school."),
            "plan" => {
                let mut actions: Vec<Value> = before.map_or_else(Vec::new, |plan| plan["actions"].as_array().unwrap().clone());
                actions.retain(|_| self.dice.upto(4) > 0);
                for action in &mut actions {
                    if self.dice.upto(3) == 0 {
                        action["due_on"] = json!(self.dice.day(self.today, 40, 0));
                    }
                }
                let due_on = self.dice.day(recently, 50, 0);
                actions
                    .push(json!({"what": "Weekly work", "owner_role": "Social worker", "agency": "Authority", "due_on": due_on}));
                json!({"kind": kind, "goals": ["In school"], "actions": actions})
            }
            "review_arrangement" => {
                let next = self.dice.day(recently, 100, 0);
                json!({"kind": kind, "next_review_on": next, "chair_role": "Team manager"})
            }
            "review" => {
                let next = self.dice.day(recently + Days::new(1), 100, 3);
                let mut review = crate::office::review(&recently.to_string(), level, &next);
                review["participation"] = json!(self.dice.one(&["PN0", "PN1", "PN4", "PN7"]));
                review
            }
            _ => crate::office::closure(&recently.to_string()),
        }
    }

    fn update_a_plan(&mut self, reference: &str, case: &Value) {
        let plans = case["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "plan");
        let plans: Value = plans.map(|item| item["versions"][0]["content"]["actions"].clone()).collect();
        let Some(actions) = self.dice.some(&plans) else { return };
        let Some(action) = self.dice.some(actions) else { return };
        let on = self.ago(6).to_string();
        let state = self.dice.one(&["open", "open", "done", "cancelled"]);
        self.ask("record_plan_update", json!({"reference": reference, "action_id": action["id"], "on": on, "state": state}));
    }

    fn miss(&mut self, reference: &str, case: &Value) {
        if self.as_it_happens {
            return self.miss_today(reference, case);
        }
        let is_new = self.dice.upto(2) == 0;
        let known = self.dice.some(&case["episodes"]).filter(|_| !is_new).cloned();
        let again = known.as_ref().map(|known| known["missing_from"].as_str().unwrap().to_owned());
        let from = again.unwrap_or_else(|| self.ago(8).to_string());
        let mut later = |day: &str, days: u64, empty: u64| -> String {
            let later = self.dice.day(day[..10].parse().unwrap(), days, empty);
            if later > self.today.to_string() { String::new() } else { later }
        };
        let returned = later(&from, 3, 4);
        let held = if returned.is_empty() { String::new() } else { later(&returned, 6, 2) };
        let time = self.dice.one(&["", " 00:10", " 14:05", " 23:50"]);
        let returned = if returned.is_empty() { returned } else { returned + time };
        let mut request = json!({"reference": reference, "missing_from": from, "returned": returned, "interview_held": held});
        if let Some(known) = known {
            request["episode_id"] = known["id"].clone();
        }
        self.ask("record_missing_episode", request);
    }

    /// A child goes missing, comes back or is interviewed today.
    fn miss_today(&mut self, reference: &str, case: &Value) {
        let today = self.today.to_string();
        let is_over = |episode: &&Value| !episode["interview_held"].is_null();
        let known: Value = case["episodes"].as_array().unwrap().iter().filter(|episode| !is_over(episode)).cloned().collect();
        let mut request = json!({"reference": reference, "missing_from": today});
        if let Some(known) = self.dice.some(&known) {
            request["episode_id"] = known["id"].clone();
            request["missing_from"] = known["missing_from"].clone();
            request["returned"] = known["returned"].clone();
            if known["returned"].is_null() {
                request["returned"] = json!(today + self.dice.one(&["", " 00:10", " 14:05", " 23:50"]));
            } else {
                request["interview_held"] = json!(today);
            }
        }
        self.ask("record_missing_episode", request);
    }

    fn decide(&mut self) {
        let waiting = self.office.ask("list_waiting", json!({}));
        for row in waiting["rows"].as_array().unwrap() {
            let reference = row["reference"].as_str().unwrap();
            let case = self.office.ask("view_case", json!({"reference": reference}));
            let versions = case["items"].as_array().unwrap().iter().map(|item| &item["versions"][0]);
            let Some(version) = versions.clone().find(|version| version["version_id"] == row["version_id"]) else { continue };
            let read = json!({"version_id": version["version_id"], "hash": version["hash"], "level": self.dice.one(&LEVELS),
                "plan_progressing": "partly", "reason": "In my judgement, from supervision."});
            // A closure is mostly returned, so that most cases go on.
            let closes = version["content"]["kind"] == "closure";
            match self.dice.upto(8) {
                0..3 if !closes => self.ask("record_sign_off", read),
                3 => self.ask("record_sign_off", read),
                4 => self.ask("return_item", read),
                _ => None,
            };
        }
    }

    /// Once a stricter policy, later one that is looser and no longer knows the lowest level.
    fn rule(&mut self, spell: u32, of: u32) {
        let (days, months, clock) = match spell {
            now if now == of / 3 => ([14, 30, 50], 2, 3),
            now if now == of * 2 / 3 => ([40, 60, 120], 4, 9),
            _ => return,
        };
        let mut policy = self.office.ask("view_policy", json!({}))["policies"][0].clone();
        policy["effective_from"] = json!((self.today + Days::new(5)).to_string());
        let levels = policy["levels"].as_array_mut().unwrap();
        for (rule, days) in levels.iter_mut().zip(days) {
            (rule["review_every_days"], rule["ceiling_months"]) = (json!(days), json!(months));
        }
        if clock == 9 {
            levels.pop();
        }
        for name in ["plan_in_place", "sign_off_decided", "review_signed", "change_resubmitted"] {
            policy["clocks"][name] = json!(clock);
        }
        policy["clocks"]["return_interview_hours"] = json!(clock * 10);
        policy["clocks"]["plan_update_days"] = json!(clock * 4);
        self.ask("record_policy", policy).unwrap();
    }
}

/// Every flag of a day: the reference of its case, and the rule.
pub fn flags_of_all(office: &mut Office, day: NaiveDate) -> Vec<(String, String)> {
    let flags = all_flags(&mut office.desk, Some(&day.to_string()), None).unwrap();
    let mut flags: Vec<_> = flags.iter().map(|flag| (flag.reference.to_string(), flag.rule.as_str().to_owned())).collect();
    flags.sort();
    flags
}
