//! The family *sign-off*, rule by rule.

use expect_test::expect;

use super::{Column, before, closings, open_on, opened_on, starts, turns};
use crate::date::say_date;
use crate::duty::Rule::{ArrangementNotSigned, AssessmentNotSigned, ChangedSinceSigned, DecisionWaiting, PlanNotSigned};
use crate::duty::tests::builders::written;
use crate::item::ItemKind::{Assessment, Closure, Plan};

pub const RULES: &[Column] = &[
    (AssessmentNotSigned, opened_on),
    (PlanNotSigned, |day| open_on(day).signed(Assessment, &say_date(day))),
    (ArrangementNotSigned, |day| open_on(day).signed(Assessment, &say_date(day))),
    (DecisionWaiting, |day| open_on(day).item(Closure, [written(&say_date(day)).sent(&say_date(day))])),
    (ChangedSinceSigned, |day| {
        let signed = say_date(before(day, 1));
        open_on(day).item(Plan, [written(&signed).sent(&signed).signed(&signed), written(&say_date(day))])
    }),
];

#[test]
fn what_is_owed_from_any_day_has_its_due_date_and_is_flagged_from_the_day_after() {
    starts(
        RULES,
        expect![[r#"
        from            | assessment_not_signed | plan_not_signed | arrangement_not_signed | decision_waiting | changed_since_signed
        Mon 2 Mar 2026  | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        Sat 7 Mar 2026  | Wed 13 May 2026       | Fri 20 Mar 2026 | Fri 20 Mar 2026        | Fri 13 Mar 2026  | Fri 13 Mar 2026
        Sun 8 Mar 2026  | Wed 13 May 2026       | Fri 20 Mar 2026 | Fri 20 Mar 2026        | Fri 13 Mar 2026  | Fri 13 Mar 2026
        Wed 1 Apr 2026  | Tue 9 Jun 2026        | Fri 17 Apr 2026 | Fri 17 Apr 2026        | Fri 10 Apr 2026  | Fri 10 Apr 2026
        Thu 2 Apr 2026  | Wed 10 Jun 2026       | Mon 20 Apr 2026 | Mon 20 Apr 2026        | Mon 13 Apr 2026  | Mon 13 Apr 2026
        Fri 3 Apr 2026  | Wed 10 Jun 2026       | Mon 20 Apr 2026 | Mon 20 Apr 2026        | Mon 13 Apr 2026  | Mon 13 Apr 2026
        Sat 4 Apr 2026  | Wed 10 Jun 2026       | Mon 20 Apr 2026 | Mon 20 Apr 2026        | Mon 13 Apr 2026  | Mon 13 Apr 2026
        Mon 6 Apr 2026  | Wed 10 Jun 2026       | Mon 20 Apr 2026 | Mon 20 Apr 2026        | Mon 13 Apr 2026  | Mon 13 Apr 2026
        Fri 17 Dec 2027 | Wed 23 Feb 2028       | Wed 5 Jan 2028  | Wed 5 Jan 2028         | Fri 24 Dec 2027  | Fri 24 Dec 2027
        Fri 24 Dec 2027 | Wed 1 Mar 2028        | Wed 12 Jan 2028 | Wed 12 Jan 2028        | Wed 5 Jan 2028   | Wed 5 Jan 2028
        Sat 25 Dec 2027 | Wed 1 Mar 2028        | Wed 12 Jan 2028 | Wed 12 Jan 2028        | Wed 5 Jan 2028   | Wed 5 Jan 2028
        Mon 27 Dec 2027 | Wed 1 Mar 2028        | Wed 12 Jan 2028 | Wed 12 Jan 2028        | Wed 5 Jan 2028   | Wed 5 Jan 2028
        Fri 31 Dec 2027 | Mon 6 Mar 2028        | Mon 17 Jan 2028 | Mon 17 Jan 2028        | Mon 10 Jan 2028  | Mon 10 Jan 2028
        Mon 3 Jan 2028  | Mon 6 Mar 2028        | Mon 17 Jan 2028 | Mon 17 Jan 2028        | Mon 10 Jan 2028  | Mon 10 Jan 2028
        Mon 31 Jan 2028 | Mon 3 Apr 2028        | Mon 14 Feb 2028 | Mon 14 Feb 2028        | Mon 7 Feb 2028   | Mon 7 Feb 2028
        Mon 28 Feb 2028 | Thu 4 May 2028        | Mon 13 Mar 2028 | Mon 13 Mar 2028        | Mon 6 Mar 2028   | Mon 6 Mar 2028
        Tue 29 Feb 2028 | Fri 5 May 2028        | Tue 14 Mar 2028 | Tue 14 Mar 2028        | Tue 7 Mar 2028   | Tue 7 Mar 2028
        Wed 25 Oct 2028 | Fri 29 Dec 2028       | Wed 8 Nov 2028  | Wed 8 Nov 2028         | Wed 1 Nov 2028   | Wed 1 Nov 2028
        Thu 26 Oct 2028 | not known             | Thu 9 Nov 2028  | Thu 9 Nov 2028         | Thu 2 Nov 2028   | Thu 2 Nov 2028
        Wed 13 Dec 2028 | not known             | Fri 29 Dec 2028 | Fri 29 Dec 2028        | Wed 20 Dec 2028  | Wed 20 Dec 2028
        Thu 14 Dec 2028 | not known             | not known       | not known              | Thu 21 Dec 2028  | Thu 21 Dec 2028
        Wed 20 Dec 2028 | not known             | not known       | not known              | Fri 29 Dec 2028  | Fri 29 Dec 2028
        Thu 21 Dec 2028 | not known             | not known       | not known              | not known        | not known
    "#]],
    );
}

#[test]
fn a_level_or_a_policy_that_changes_around_the_start_changes_this() {
    turns(
        RULES,
        expect![[r#"
        from Mon 2 Mar 2026        | assessment_not_signed | plan_not_signed | arrangement_not_signed | decision_waiting | changed_since_signed
        nothing changes            | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level rises, day before    | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level rises, same day      | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level rises, day after     | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level falls, day before    | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level falls, same day      | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level falls, day after     | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        policy tighter, day before | Thu 2 Apr 2026        | Mon 9 Mar 2026  | Mon 9 Mar 2026         | Thu 5 Mar 2026   | Thu 5 Mar 2026
        policy tighter, same day   | Thu 2 Apr 2026        | Mon 9 Mar 2026  | Mon 9 Mar 2026         | Thu 5 Mar 2026   | Thu 5 Mar 2026
        policy tighter, day after  | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        policy looser, day before  | Fri 10 Jul 2026       | Mon 30 Mar 2026 | Mon 30 Mar 2026        | Mon 16 Mar 2026  | Mon 16 Mar 2026
        policy looser, same day    | Fri 10 Jul 2026       | Mon 30 Mar 2026 | Mon 30 Mar 2026        | Mon 16 Mar 2026  | Mon 16 Mar 2026
        policy looser, day after   | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level renamed, day before  | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level renamed, same day    | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
        level renamed, day after   | Thu 7 May 2026        | Mon 16 Mar 2026 | Mon 16 Mar 2026        | Mon 9 Mar 2026   | Mon 9 Mar 2026
    "#]],
    );
}

#[test]
fn a_case_that_closes_is_flagged_no_longer_and_one_that_opens_again_owes_this() {
    closings(
        RULES,
        expect![[r#"
            opened again | assessment_not_signed | plan_not_signed | arrangement_not_signed | decision_waiting | changed_since_signed
            due          | 63 days on            | nothing         | nothing                | 7 days on        | nothing
        "#]],
    );
}
