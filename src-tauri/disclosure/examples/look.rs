mod invent;
use caseward_disclosure::*;
fn main() {
    let mut random = fastrand::Rng::with_seed(2014);
    let mut n=0;
    while n < 50 {
      let table = invent::table(&mut random, "table");
      let c = table.counts().len();
      if !(75..=300).contains(&c) { continue }
      n+=1;
      let t = std::time::Instant::now();
      let r = publish(std::slice::from_ref(&table), &Profile::PUBLIC, &[], &Seed::new([7; 32]), Cost::Cells);
      let e=t.elapsed();
      println!("== {n} cells {c} dims {} {:?} {}", table.dimensions().len(), e, r.is_err());
    }
}
