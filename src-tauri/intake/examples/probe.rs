#![allow(clippy::all, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use caseward_intake::*;
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let mut lists = std::collections::BTreeMap::new();
    for n in ["sex","ethnicity","referral_source","participation","disability","assessment_factor","closure_reason"] {
        let t = std::fs::read_to_string(format!("/work/main/src-tauri/store/reference/{n}.csv")).unwrap();
        lists.insert(n.to_string(), csv::Reader::from_reader(t.as_bytes()).records().map(|r| { let r = r.unwrap(); (r[0].to_string(), r[1].to_string()) }).collect());
    }
    let codes = CodeLists { lists };
    let levels = ["high","medium","low"].map(String::from);
    let ctx = Context { codes: &codes, levels: &levels, today: chrono::NaiveDate::from_ymd_opt(2026,9,30).unwrap() };
    let start = std::time::Instant::now();
    if f.ends_with(".xml") {
        match census::read(std::io::BufReader::new(std::fs::File::open(&f).unwrap()), &ctx) {
            Ok(r) => { println!("rows {} refused {} {:?}", r.rows.len(), r.refused.len(), r.notes);
              for r in r.refused.iter().take(5) { println!("{r:?}"); } }
            Err(e) => println!("ERR {e}"),
        }
    } else {
        let b = std::fs::read(&f).unwrap();
        match tracker::read(&b, &f, None, &ctx) {
            Ok(r) => { println!("rows {} refused {} withheld {} {:?}", r.rows.len(), r.refused.len(), r.withheld_comments, r.source);
              for n in &r.notes { println!("note {:?} {} ({})", n.column, n.text, n.rows.len()); }
              for r in r.refused.iter().take(4) { println!("{r:?}"); } }
            Err(e) => println!("ERR {e}"),
        }
    }
    println!("{:?}", start.elapsed());
}
