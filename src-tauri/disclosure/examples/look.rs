mod invent;
use caseward_disclosure::*;
fn main() {
    let seed = 1u64;
    for a in std::env::args().skip(1) { let at: u64 = a.parse().unwrap();
        let mut random = fastrand::Rng::with_seed(seed << 32 | at);
        let name = format!("table {at}");
        let tables = if at % 5 == 4 { invent::linked(&mut random, &name) } else { vec![invent::table(&mut random, &name)] };
        let profile = if at % 2 == 0 { Profile::PARTNERS } else { Profile::PUBLIC };
        let r = publish(&tables, &profile, &[], &Seed::new([1;32]), Cost::Cells);
        for (i,t) in tables.iter().enumerate() {
            println!("{} {:?} {}", t.title(), profile.audience(), r.as_ref().err().map(|e| e.to_string()).unwrap_or_default());
            let w = t.dimensions().last().unwrap().headings().count();
            for d in t.dimensions() { println!("  {:?}", d.headings().collect::<Vec<_>>()); }
            for (k, c) in t.counts().iter().enumerate() { 
                let s = r.as_ref().ok().map(|r| r[i].cells[k].to_string()).unwrap_or_default();
                print!("{:>4}{:<4}", c, s); if k % w == w-1 { println!() } }
        }
    }
}
