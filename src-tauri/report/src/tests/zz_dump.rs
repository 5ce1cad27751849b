#[test]
fn dump() {
    let s = super::register::small_register();
    std::fs::write("/tmp/rep/s.xlsx", crate::xlsx(&s).unwrap()).unwrap();
    std::fs::write("/tmp/rep/s.html", crate::html(&s)).unwrap();
    std::fs::write("/tmp/rep/s.csv", crate::csv(&s).unwrap()).unwrap();
    let (policies, calendar) = (super::builders::policies(), super::builders::calendar());
    let case = super::register::birch().history;
    let duties = caseward_domain::duty::duties(&case, &policies, &calendar);
    let mut fold = crate::SummaryFold::new(super::builders::quarter(), &policies);
    let t = std::time::Instant::now();
    for _ in 0..100_000 {
        fold.add(&case, &duties);
    }
    eprintln!("{} duties, 100k adds {:?}", duties.len(), t.elapsed());
    let t = std::time::Instant::now();
    for _ in 0..10_000 {
        std::hint::black_box(caseward_domain::duty::duties(&case, &policies, &calendar));
    }
    eprintln!("10k duties() {:?}", t.elapsed());
}
