//! What people wait for, each against the bare SQL that it needs, through the same SQLCipher on the same file in the same
//! run.
//!
//! `cargo bench -p caseward-casework -- [--cases N] [--times M] [--register DIR]`
//!
//! Makes a demonstration register of N cases (20,000 unless told), M times over if told, in a folder for the run; or uses the
//! one it is given, which must be a demonstration and is written to. Figures are medians; the ratio is what counts, for a shared machine
//! has no clock of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods)]

mod duties;
mod lists;
mod many;
mod saving;
mod summary;

use std::path::{Path, PathBuf};
use std::time::Duration;

use caseward_casework::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use caseward_casework::{Desk, call};
use caseward_store::keys::{KeyFile, Passphrase};
use caseward_store::{Folder, Register};
use serde_json::json;

fn main() {
    let (cases, times, given) = arguments();
    let folder = tempfile::tempdir().unwrap();
    let register = given.unwrap_or_else(|| {
        let register = folder.path().join("register");
        demo(&mut Desk::new(register.clone()), cases, 1, &mut |_, _| {}).unwrap();
        if times > 1 {
            many::multiply(&register, times);
        }
        register
    });
    println!(
        "{} cases, {} open, {} duties owed now",
        number(&register, "SELECT count(*) FROM case_record"),
        number(&register, "SELECT count(*) FROM case_record WHERE closed_on = '9999-12-31'"),
        number(&register, "SELECT COALESCE(sum(duties), 0) FROM duty_tally WHERE rule = ''"),
    );
    println!("{:<52} {:>12} {:>12} {:>8}", "", "Caseward", "bare SQL", "ratio");
    lists::run(&register);
    saving::run(&register);
    duties::run(&register);
    summary::run(&register);
}

/// A line of the table.
fn print(what: &str, ours: Duration, bare: Duration) {
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    println!("{what:<52} {:>9.2} ms {:>9.2} ms {ratio:>8.2}", millis(ours), millis(bare));
}

/// A desk at which the demonstration's manager sits.
fn desk(register: &Path) -> Desk {
    let mut desk = Desk::new(register.to_owned());
    let status = call(&mut desk, "register_status", json!({})).unwrap();
    let manager = status["people"].as_array().unwrap().iter().find(|p| p["name"] == "Maria Osei").unwrap()["id"].clone();
    call(&mut desk, "sign_in", json!({"person_id": manager, "passphrase": DEMONSTRATION_PASSPHRASE})).unwrap();
    desk
}

/// The same file, opened with the same key and nothing of ours.
fn with_bare<T>(register: &Path, ask: impl FnOnce(&Register) -> T) -> T {
    let key_file = KeyFile::read(&register.join("keys.json")).unwrap();
    let (person, _) = key_file.people().next().unwrap();
    let unlocked = key_file.unlock(person, &Passphrase::new(DEMONSTRATION_PASSPHRASE.to_owned())).unwrap();
    ask(&Register::open(&Folder::new(register), unlocked.register_key()).unwrap())
}

fn number(register: &Path, text: &str) -> i64 {
    with_bare(register, |register| register.bare().query_row(text, [], |row| row.get(0)).unwrap())
}

/// Runs a query to its last row and looks at every column of it.
fn read_all(connection: &rusqlite::Connection, text: &str) -> u64 {
    let mut statement = connection.prepare_cached(text).unwrap();
    let width = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut read = 0;
    while let Some(row) = rows.next().unwrap() {
        for column in 0..width {
            std::hint::black_box(row.get_ref(column).unwrap());
        }
        read += 1;
    }
    read
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn arguments() -> (u32, u32, Option<PathBuf>) {
    let given: Vec<String> = std::env::args().collect();
    let after = |name: &str| given.iter().position(|text| text == name).and_then(|place| given.get(place + 1)).cloned();
    let number = |name: &str, usual: u32| {
        after(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name} takes a number")))
    };
    (number("--cases", 20_000), number("--times", 1), after("--register").map(PathBuf::from))
}
