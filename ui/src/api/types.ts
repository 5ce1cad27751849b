// Made from src-tauri/casework by `UPDATE_EXPECT=1 cargo test -p caseward-casework`. Do not edit: a test compares it.

/**
 * Says that the clock is right now and was wrong when the register was last changed.
 */
export type AcceptClock = Record<symbol, never>;

/**
 * An action of the authority's action plan.
 */
export type ActionId = string;

/**
 * The authority's action plan, with its progress.
 */
export type ActionPlanView = { as_at: string, themes: Array<ThemeProgressView>, objectives: Array<ObjectiveView>, 
/**
 * The lines of guidance that an action may answer.
 */
requirements: Array<RequirementView>, };

/**
 * Where an action stands, by its latest update.
 */
export type ActionState = "not_started" | "on_track" | "at_risk" | "off_track" | "complete" | "effect_confirmed";

export type ActionUpdateView = { on: string, state: ActionState, text: string, 
/**
 * Where the measure stood; empty: not said.
 */
now: string, evidence: string, 
/**
 * Who checked the evidence, other than the owner; empty while nobody did.
 */
checked_by: string, 
/**
 * The sample that confirmed the effect; empty: none.
 */
sample: string, sampled_on: string | null, by: string, };

export type ActionView = { id: ActionId, 
/**
 * As the workbook numbers it, such as `2.4`; empty: not numbered.
 */
number: string, title: string, owner_role: string, organisation: string, partners: string, start_on: string | null, 
/**
 * Null for work without a date, which covers no line of guidance.
 */
due_on: string | null, 
/**
 * Every due date that was moved, oldest first.
 */
moved: Array<MovedView>, measure: string, baseline: string, target: string, now: string, 
/**
 * How far the measure has come, in words.
 */
distance: string, 
/**
 * The share of the way from baseline to target, where it can be worked out.
 */
way_gone: number | null, 
/**
 * The finish that the last values point to, in a sentence.
 */
finish: string, finish_on: string | null, 
/**
 * Ids of requirements, such as `C-09`.
 */
requirements: Array<string>, state: ActionState, late: boolean, withdrawn_on: string | null, 
/**
 * Newest first.
 */
updates: Array<ActionUpdateView>, };

/**
 * Adds a person with roles and a first passphrase, or gives one who was brought in a passphrase.
 */
export type AddPerson = { 
/**
 * Absent: a new person.
 */
id: PersonId | null, name: string, roles: Array<Role>, 
/**
 * Empty: a person who works cases and does not sign in.
 */
passphrase: string, 
/**
 * The name of their team; empty: none.
 */
team: string, };

/**
 * How the places of a sample are shared among its strata.
 */
export type Allocation = "proportionate" | "equal";

export type AnswerGiven = { pack_id: string, 
/**
 * In words.
 */
says: string, from: string, to: string, 
/**
 * The authority’s number of the request.
 */
request: string, given_at: string, given_by: string, };

/**
 * Answers a usual question from the public, and keeps what was given.
 */
export type AnswerQuestion = { question: Question, 
/**
 * Whole quarters. What is open is counted as at the last day.
 */
from: string, to: string, 
/**
 * The authority’s own number of the request, such as `FOI 2026/118`. No name of whoever asked.
 */
request: string, 
/**
 * Only looked at: nothing is given, and nothing kept.
 */
preview: boolean, };

export type AnswerView = { 
/**
 * `None` of a preview.
 */
pack_id: string | null, answer: Summary, };

export type AnswersView = { questions: Array<QuestionView>, answers: Array<AnswerGiven>, };

/**
 * An assessment of the risk of exploitation. The tool's score is recorded and never used.
 */
export type Assessment = { started_on: string, completed_on: string, tool: CaseText, tool_version: CaseText, score: number | null, 
/**
 * `indicator_group` codes.
 */
indicators: Array<Code>, 
/**
 * The practitioner's own judgement.
 */
level: RiskLevel, 
/**
 * `evidence_of_harm` code: apart from risk.
 */
evidence_of_harm: Code, child_seen: ChildSeen, summary: CaseText, };

export type AssessmentForm = { started_on: string, completed_on: string, tool: string, tool_version: string, 
/**
 * A whole number, or empty.
 */
score: string, indicators: Array<string>, level: string, evidence_of_harm: string, 
/**
 * `no`, `yes` or `alone`.
 */
child_seen: string, summary: string, };

/**
 * Copies the register and its key file to a folder, and checks the copy.
 */
export type BackupRegister = { directory: string, };

export type BackupView = { path: string, bytes: number, audit_head: string, };

export type BankHolidayForm = { day: string, title: string, };

export type BankHolidayView = { day: string, 
/**
 * As gov.uk has it: `Good Friday`.
 */
title: string, };

export type CalendarExported = { file: string, reviews: number, };

/**
 * Whose review dates.
 */
export type CalendarOf = "mine" | "my_team" | "all";

/**
 * What is recorded of the child: codes, never a name, date of birth, address, UPN or NHS number.
 */
export type CaseFacts = { referral_source: Code | null, age_at_referral: number | null, sex: Code | null, ethnicity: Code | null, disabilities: Array<Code>, statuses: Array<StatusView>, factors: Array<Code>, models: Array<Code>, contexts: Array<Code>, evidence_of_harm: Code | null, placed_out_of_area: boolean | null, school_absence_checked_on: string | null, };

/**
 * The facts of a case as a form sends them: codes, and dates as typed. Empty text: not recorded.
 */
export type CaseFactsForm = { referral_source: string, age_at_referral: string, sex: string, ethnicity: string, disabilities: Array<string>, statuses: Array<StatusForm>, factors: Array<string>, models: Array<string>, contexts: Array<string>, evidence_of_harm: string, 
/**
 * `yes`, `no` or empty.
 */
placed_out_of_area: string, school_absence_checked_on: string, };

export type CaseOpened = { reference: CaseReference, };

export type CasePage = { 
/**
 * How many cases match.
 */
total: number, offset: number, rows: Array<CaseRow>, };

/**
 * A case's reference, check character and all.
 */
export type CaseReference = string;

/**
 * One line of the list of cases.
 */
export type CaseRow = { reference: CaseReference, opened_on: string, closed_on: string | null, level: RiskLevel | null, level_confirmed: boolean, team: string | null, practitioner: string | null, manager: string | null, 
/**
 * Reviews held, reported ones included.
 */
reviews: number, last_review_on: string | null, next_review_on: string | null, 
/**
 * Flags that stand today, those at rest apart.
 */
flags: number, 
/**
 * Late too, and let rest by a manager.
 */
at_rest: number, worst: Severity | null, 
/**
 * `entered`, `tracker`, `census` or `demonstration`.
 */
source: string, };

export type CaseSort = "opened_on" | "reference" | "last_review" | "next_review" | "level";

export type CaseStatus = "open" | "closed" | "all";

/**
 * Words about a child. `Debug` shows only how long they are, so that they cannot slip into a log line.
 */
export type CaseText = string;

/**
 * Everything on a case's page.
 */
export type CaseView = { reference: CaseReference, 
/**
 * Sent back with a change, so that two people do not overwrite each other.
 */
version: number, opened_on: string, closed_on: string | null, source: string, brought_in_on: string | null, facts: CaseFacts, team: string | null, practitioner: string | null, manager: string | null, practitioner_id: PersonId | null, manager_id: PersonId | null, level: LevelView | null, 
/**
 * Floors of the policy that hold of this child, and whether the level in force breaks them.
 */
floors: Array<FloorView>, 
/**
 * Every level stated, newest first.
 */
levels: Array<LevelStatedView>, 
/**
 * Late today, worst first.
 */
flags: Array<FlagView>, 
/**
 * Owed and not late, soonest first.
 */
ahead: Array<FlagView>, 
/**
 * Settled late in the last 28 days, with no cause given yet: newest first.
 */
without_cause: Array<SettledView>, review_dates: ReviewDatesView, 
/**
 * The spans in which it was open before, oldest first.
 */
earlier: Array<EarlierPeriodView>, 
/**
 * What closing it today would have to name: the most serious level, open flags, a missing episode.
 */
concerns: Array<string>, 
/**
 * By kind, newest first.
 */
items: Array<ItemView>, reported: ReportedView, plan: PlanProgressView | null, episodes: Array<EpisodeView>, workers: Array<WorkerView>, 
/**
 * Newest first.
 */
timeline: Array<EventView>, };

export type Catalogue = "guidance_2009" | "today" | "recommendation_2014";

export type CauseCount = { cause: string, label: string, count: number, };

export type CausesOf = { 
/**
 * A team's name, or a month as `2026-03`.
 */
of: string, 
/**
 * One number for each of `causes`, in their order.
 */
counts: Array<number>, not_known: number, not_asked: number, };

export type CausesView = { from: string, to: string, 
/**
 * How often in the period something was settled late or let rest: a flag let rest twice and settled counts three times.
 */
late: number, not_known: number, 
/**
 * Settled late, and nobody has said why yet.
 */
not_asked: number, 
/**
 * In the order of the list `cause`; those that were never given are there with 0.
 */
causes: Array<CauseCount>, 
/**
 * By team, in the order of names; cases without a team last. `counts` follow `causes`.
 */
teams: Array<CausesOf>, 
/**
 * By month, oldest first, from the first to the last of the period.
 */
months: Array<CausesOf>, };

/**
 * One number of a table.
 */
export type Cell = { "cell": "count", value: number, } | { "cell": "percent", value: number | null, } | { "cell": "days", value: number | null, } | { "cell": "hidden" } | { "cell": "blank" };

/**
 * Changes the facts of an open case, or who works it and why.
 */
export type ChangeCase = { reference: string, 
/**
 * The version that was on the page.
 */
version: number, facts: CaseFactsForm, team: string, practitioner: PersonId | null, manager: PersonId | null, 
/**
 * `worker_change_reason` code: needed when the practitioner or manager changes.
 */
worker_change_reason: string, };

/**
 * Changes the signed-in person's own passphrase; their signing key stays.
 */
export type ChangePassphrase = { old: string, new: string, };

/**
 * Changes a person's roles, or ends their access, which changes the register's key.
 */
export type ChangePerson = { id: PersonId, name: string, roles: Array<Role>, active: boolean, 
/**
 * The name of their team; empty: none.
 */
team: string, };

export type ChangedView = { on: string, by: string, };

/**
 * A picture of some columns of one table: its sentence, its description and its numbers stand in the table too.
 */
export type Chart = { id: string, title: string, finding: string, 
/**
 * What the picture shows, for people who do not see it.
 */
description: string, 
/**
 * The table and the columns (0 for the first after the labels) that it draws.
 */
table: string, columns: Array<number>, 
/**
 * Drawn in Rust: one SVG for the window, the HTML and the paper.
 */
svg: string, };

export type ChildFound = { reference: CaseReference | null, };

/**
 * Whether whoever looked at a case heard the child, in the child's own words or through somebody they chose.
 */
export type ChildHeard = "yes" | "no" | "not_reachable";

export type ChildSeen = "no" | "yes" | "alone";

/**
 * What a form may offer: code lists, levels, teams, people.
 */
export type ChoicesView = { 
/**
 * By list name: `sex`, `ethnicity`, `disability`, `referral_source`, `assessment_factor`, `participation`,
 * `exploitation_model`, `exploitation_context`, `evidence_of_harm`, `indicator_group`, `closure_reason`,
 * `worker_change_reason`, `cause`, …
 */
lists: { [key in string]: Array<CodeView> }, 
/**
 * Of the policy in force today, most serious first.
 */
levels: Array<LevelRule>, teams: Array<string>, people: Array<PersonView>, };

/**
 * The time limits that do not depend on the level. Working days unless the name says otherwise.
 */
export type Clocks = { assessment_authorised: number, plan_in_place: number, sign_off_decided: number, review_signed: number, change_resubmitted: number, return_interview_hours: number, plan_update_days: number, 
/**
 * A duty that falls due within so many days is shown as due soon.
 */
due_soon_days: number, };

export type Closure = { closing_on: string, 
/**
 * `closure_reason` code.
 */
reason: Code, where_now: CaseText, level: RiskLevel | null, };

export type ClosureForm = { closing_on: string, reason: string, where_now: string, level: string, };

/**
 * A code such as `PN4` or `older_associate`: 1 to 40 letters, digits, `_`, `-` or `&`.
 *
 * Whether the code stands in its list is asked of the register, because lists are editable.
 */
export type Code = string;

export type CodeView = { code: string, label: string, group: string | null, 
/**
 * Withdrawn codes are shown where they stand and never offered.
 */
offered: boolean, };

/**
 * A refusal or a failure, in words for the person at the window.
 */
export type CommandError = { code: ErrorCode, message: string, 
/**
 * For `invalid`: which fields of the request are wrong, by their names in the request.
 */
fields: Array<FieldError>, };

/**
 * One version's text, by kind.
 */
export type Content = { "kind": "assessment" } & Assessment | { "kind": "plan" } & Plan | { "kind": "review_arrangement" } & ReviewArrangement | { "kind": "review" } & Review | { "kind": "closure" } & Closure;

/**
 * The content of an item as a form sends it: dates as typed, codes as text, empty text for what is not recorded.
 */
export type ContentForm = { "kind": "assessment" } & AssessmentForm | { "kind": "plan" } & PlanForm | { "kind": "review_arrangement" } & ReviewArrangementForm | { "kind": "review" } & ReviewForm | { "kind": "closure" } & ClosureForm;

export type CoverageActionView = { id: ActionId, number: string, title: string, };

export type CoverageAnswerView = { action: ActionId, covers: boolean, evidenced: boolean, 
/**
 * What it lacks, such as "has no date".
 */
gaps: Array<string>, };

export type CoverageLineView = { requirement: RequirementView, covered: boolean, evidenced: boolean, reflected: boolean, 
/**
 * Why it is not covered; empty where it is.
 */
why_not: string, 
/**
 * Of the least advanced live action that names it; null: none does.
 */
state: ActionState | null, 
/**
 * "Effect confirmed by sample … on …, checked by …"; empty: not yet.
 */
confirmed: string, answers: Array<CoverageAnswerView>, };

export type CoverageView = { as_at: string, catalogue: Catalogue, name: string, 
/**
 * Whether the catalogue still holds; empty where it does.
 */
standing: string, 
/**
 * How many lines it has.
 */
total: number, 
/**
 * Lines that a live action with owner, date and measure answers.
 */
covered: number, 
/**
 * Lines with dated evidence that someone other than the owner has checked.
 */
evidenced: number, 
/**
 * Both.
 */
reflected: number, 
/**
 * The counts in a sentence.
 */
says: string, 
/**
 * What the answer for this day rests on.
 */
rests_on: string, 
/**
 * In the order of the catalogue.
 */
lines: Array<CoverageLineView>, 
/**
 * The columns of the grid: actions that name a line of this catalogue, in the order of the plan.
 */
actions: Array<CoverageActionView>, };

/**
 * Makes a register with its first person, who holds every role until others are added.
 */
export type CreateRegister = { authority: string, person_name: string, passphrase: string, };

export type DecisionPageView = { waiting: WaitingRow, version: VersionView, 
/**
 * The latest signed version of the same item, to read beside it.
 */
last_signed: VersionView | null, 
/**
 * The level that the version itself states.
 */
practitioners_level: RiskLevel | null, level: LevelView | null, 
/**
 * The last three levels stated, newest first.
 */
levels: Array<LevelStatedView>, 
/**
 * The last three reviews, newest first.
 */
reviews: Array<ReviewSummaryView>, flags: Array<FlagView>, 
/**
 * Levels below which a level would break a floor of the policy. They warn; the level stays the manager's.
 */
floors: Array<FloorView>, 
/**
 * Of a closure: it closes at the most serious level, with open flags, or soon after a missing episode.
 */
concerns: Array<string>, 
/**
 * What guidance asks a manager to look for in this kind of item.
 */
look_for: Array<string>, };

export type DecisionRecorded = { reference: CaseReference, 
/**
 * Flags that stand on the case now, those at rest apart.
 */
flags: number, };

export type DecisionRow = { version_id: VersionId, reference: CaseReference, kind: ItemKind, number: number, outcome: Outcome, by: string, 
/**
 * The manager for whom a deputy decided.
 */
deputy_for: string | null, at: string, 
/**
 * The author's level, or where the author states none the level in force.
 */
level_before: RiskLevel | null, level: RiskLevel | null, level_changed: boolean, 
/**
 * Empty for an analyst, who sees no free text.
 */
reason: string, };

export type DecisionView = { outcome: Outcome, level: RiskLevel | null, plan_progressing: Progressing | null, reason: string, by: string, 
/**
 * The manager for whom a deputy decided.
 */
deputy_for: string | null, 
/**
 * The level that the manager met: the author's, or where the author states none the level in force.
 */
level_before: RiskLevel | null, at: string, };

export type DecisionsPage = { from: string, to: string, 
/**
 * Every manager who decided something in the period, by name, whatever else was filtered.
 */
managers: Array<ManagerDecisions>, 
/**
 * How many decisions match.
 */
total: number, offset: number, 
/**
 * Newest first.
 */
rows: Array<DecisionRow>, };

/**
 * Who decides for whom: in force and to come first, then what is over, newest first.
 */
export type DeputiesView = { deputies: Array<DeputyView>, };

export type DeputyView = { id: string, manager_id: PersonId, manager: string, deputy: string, from: string, 
/**
 * The last day; of one that was ended early, the day on which it was ended.
 */
to: string, in_force: boolean, is_over: boolean, 
/**
 * Whether the deputy is still a manager who may sign in.
 */
may_decide: boolean, 
/**
 * Whether the person who is signed in may end it.
 */
may_end: boolean, };

/**
 * Throws a half-written form away, when it was sent or is not wanted.
 */
export type DiscardDraft = { key: string, };

/**
 * Forgets a filter that was kept.
 */
export type DiscardFilter = { name: string, };

/**
 * It is done; there is nothing to show.
 */
export type Done = Record<symbol, never>;

export type DraftView = { key: string, title: string, body: string, saved_at: string | null, };

/**
 * Draws a sample of cases for audit, so that anybody can draw the same one again.
 */
export type DrawSample = { title: string, cases: SampleOf, 
/**
 * For `open_on`: the day. Today or before, as typed.
 */
on: string, 
/**
 * For the others: the first and the last day.
 */
from: string, to: string, 
/**
 * Empty: one stratum of all cases.
 */
stratify_by: Array<StratifyBy>, allocation: Allocation, 
/**
 * How many cases, as typed.
 */
size: string, seed: string, 
/**
 * Cases that are left out, each with its reason.
 */
left_out: Array<LeftOutCase>, 
/**
 * Cases of samples drawn on this day or later are left out. Empty: none for this.
 */
not_sampled_since: string, };

export type EarlierDecisionView = { on: string, meeting: string, decision: string, };

/**
 * A span in which a reopened case was open before.
 */
export type EarlierPeriodView = { opened_on: string, closed_on: string, reopened_on: string, reopened_by: string, reason: string, };

/**
 * Ends a deputy’s period before its last day.
 */
export type EndDeputy = { id: string, };

/**
 * Wakes a flag that rests.
 */
export type EndSnooze = { id: string, };

/**
 * One time a child was missing.
 */
export type EpisodeId = string;

export type EpisodeRecorded = { episode_id: EpisodeId, };

export type EpisodeView = { id: EpisodeId, 
/**
 * A day, and a time where it is known: `2026-03-27` or `2026-03-27 14:05`.
 */
missing_from: string, returned: string | null, interview_offered: string | null, interview_held: string | null, 
/**
 * When the child declined it.
 */
interview_declined: string | null, themes: string, 
/**
 * Held within the clock; `None` while it may still be, or where what is known of the times cannot tell.
 */
in_time: boolean | null, };

export type ErrorCode = "not_signed_in" | "wrong_passphrase" | "not_allowed" | "not_found" | "invalid" | "changed" | "refused" | "cancelled" | "register";

/**
 * A line of the timeline.
 */
export type EventView = { 
/**
 * Civil day and time as ISO text, `2026-03-27 14:05`; the day alone where no more is known.
 */
at: string, 
/**
 * Empty where it is about what happened to the child, or came from a file.
 */
by: string, 
/**
 * What was done, in words: "Assessment version 2 signed off at high".
 */
says: string, };

/**
 * Writes the action plan as the workbook that authorities circulate.
 */
export type ExportActionPlan = { 
/**
 * Where to write it; ends in `.xlsx`.
 */
path: string, 
/**
 * As at which day; today where it is empty.
 */
as_at: string | null, };

/**
 * Writes a calendar file (iCalendar, RFC 5545) of review dates, by reference only.
 */
export type ExportCalendar = { whose: CalendarOf, 
/**
 * Where to write it; ends in `.ics`.
 */
path: string, };

/**
 * Writes every case with its last sign-off, review dates and level history, and the method, for an inspector’s list.
 */
export type ExportInspectionPack = { 
/**
 * The day whose state it shows, as typed. Empty: today.
 */
as_at: string, 
/**
 * The folder to write to; it is made if it is not there.
 */
directory: string, };

/**
 * Writes a sample as one HTML file that states its method, the whole ranked list as CSV, and what was found as CSV.
 */
export type ExportSample = { id: string, 
/**
 * The folder to write to; it is made if it is not there.
 */
directory: string, };

/**
 * The group to which a rule belongs.
 */
export type Family = "no_review" | "sign_off" | "progress" | "missing" | "risk";

export type FieldError = { field: string, message: string, };

export type FilesWritten = { 
/**
 * Paths of the files that were written.
 */
files: Array<string>, audit_head: string, };

/**
 * A filter of the worklist that a person kept.
 */
export type FilterView = { name: string, 
/**
 * As the address of the worklist holds it.
 */
query: string, };

export type FiltersView = { filters: Array<FilterView>, };

/**
 * Opens the case of a child whose own id at the authority is known. The id is hashed and not kept.
 */
export type FindChild = { child_id: string, };

/**
 * One page of a worklist.
 */
export type FlagPage = { as_at: string, 
/**
 * Under the same filters, whatever the severity asked for.
 */
counts: SeverityCounts, 
/**
 * How many duties the list holds in all.
 */
total: number, 
/**
 * On how many cases; `None` where counting them would take a walk through the whole register.
 */
cases: number | null, offset: number, rows: Array<FlagView>, };

/**
 * A duty as a list shows it: a flag when it is late, otherwise what is coming.
 */
export type FlagView = { reference: CaseReference, rule: Rule, 
/**
 * The item, action or episode that it is about, where a case has several.
 */
subject: string | null, 
/**
 * The rule in plain words.
 */
says: string, family: Family, severity: Severity, level: RiskLevel | null, start_on: string, due_on: string | null, 
/**
 * Days past the due date; negative before it.
 */
days_late: number, explanation: string, team: string | null, practitioner: string | null, 
/**
 * A manager lets it rest.
 */
snooze: SnoozeView | null, };

/**
 * Where a fact holds of a child, a level below `at_least` is warned of.
 */
export type FloorRule = { when: FloorWhen, at_least: RiskLevel, };

/**
 * A floor of the policy that holds of this child: it warns and sets nothing.
 */
export type FloorView = { at_least: RiskLevel, 
/**
 * Why it holds, in a sentence.
 */
says: string, 
/**
 * Whether the level in force (of a case) or the level stated (of a version) lies below it.
 */
broken: boolean, };

/**
 * The fact that a floor rule asks for.
 */
export type FloorWhen = { "fact": "age_under", years: number, } | { "fact": "evidence_of_harm", code: Code, } | { "fact": "missing_within", days: number, } | { "fact": "out_of_area" };

/**
 * Brings in the action plan that an authority circulates as a workbook.
 */
export type ImportActionPlan = { 
/**
 * The file to read: a workbook or a CSV file.
 */
path: string, 
/**
 * Say what would happen, and change nothing.
 */
dry_run: boolean, 
/**
 * Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
 */
skip_bad_rows: boolean, };

/**
 * Brings in children with factor 11A from a children-in-need census file.
 */
export type ImportCensus = { 
/**
 * The file to read.
 */
path: string, 
/**
 * Say what would happen, and change nothing.
 */
dry_run: boolean, 
/**
 * Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
 */
skip_bad_rows: boolean, };

export type ImportNoteView = { row: number | null, column: string, note: string, };

/**
 * Brings in the tracker that an authority keeps: a workbook or a CSV file.
 */
export type ImportTracker = { 
/**
 * The file to read.
 */
path: string, 
/**
 * A mapping file for what cannot be guessed; empty: none.
 */
mapping_path: string, 
/**
 * Say what would happen, and change nothing.
 */
dry_run: boolean, 
/**
 * Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
 */
skip_bad_rows: boolean, 
/**
 * Also write child ids beside references here, to keep outside the register; empty: no.
 */
key_list_path: string, };

/**
 * What an import did, or would do.
 */
export type ImportView = { dry_run: boolean, created: number, matched: number, unchanged: number, refused: Array<RefusedRowView>, withheld_comments: number, rows: Array<ImportedRowView>, 
/**
 * What was read as blank, and columns that were not read.
 */
notes: Array<ImportNoteView>, };

export type ImportedRowView = { row: number, reference: CaseReference, };

export type InspectionPackWritten = { 
/**
 * Paths of the files that were written.
 */
files: Array<string>, cases: number, 
/**
 * False where there were too many rows for one: then the tables are CSV alone.
 */
workbook: boolean, audit_head: string, };

/**
 * Something a manager signs.
 */
export type ItemId = string;

/**
 * What a manager signs.
 */
export type ItemKind = "assessment" | "plan" | "review_arrangement" | "review" | "closure";

export type ItemRecorded = { reference: CaseReference, item_id: ItemId, version_id: VersionId, hash: VersionHash, };

/**
 * Where an item stands, by its latest version.
 */
export type ItemStanding = "recorded" | "submitted" | "signed_off" | "returned" | "changed_since_signed";

export type ItemView = { item_id: ItemId, kind: ItemKind, standing: ItemStanding, 
/**
 * "Signed, then changed on … by …".
 */
changed: ChangedView | null, 
/**
 * It waits for a decision, and this person wrote or sent it.
 */
may_take_back: boolean, 
/**
 * Newest first. Every signed version stays readable.
 */
versions: Array<VersionView>, };

export type LeftOutCase = { reference: string, reason: string, };

/**
 * What the policy says of one level of risk.
 */
export type LevelRule = { level: RiskLevel, 
/**
 * Days from one review to the next.
 */
review_every_days: number, 
/**
 * Calendar months that a date for the next review may never pass.
 */
ceiling_months: number, 
/**
 * Days late after which a flag is called critically overdue: 0 from the first day on.
 */
critical_after_days: number, };

export type LevelStatedView = { on: string, level: RiskLevel, stated_by: StatedBy, };

export type LevelView = { level: RiskLevel, since: string, 
/**
 * A manager has stated a level; before that it is the practitioner's, "not yet confirmed".
 */
confirmed: boolean, };

/**
 * The answers that were given to questions from the public, the newest first.
 */
export type ListAnswers = Record<symbol, never>;

/**
 * Cases by search, filters and order, a page at a time.
 */
export type ListCases = { 
/**
 * Part of a reference, as typed.
 */
search: string, status: CaseStatus, level: RiskLevel | null, team: string | null, practitioner: PersonId | null, mine: boolean, sort: CaseSort, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * What a form may offer: code lists, levels, teams, people.
 */
export type ListChoices = Record<symbol, never>;

/**
 * What each manager signed off, returned, and changed the level of, in a period.
 */
export type ListDecisions = { 
/**
 * Days as typed or ISO, both included; absent: the last 28 days up to today.
 */
from: string, to: string, manager: PersonId | null, outcome: Outcome | null, 
/**
 * Only those whose level differs from the one that the manager met.
 */
level_changed: boolean, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * Who decides for whom, and when.
 */
export type ListDeputies = Record<symbol, never>;

/**
 * The filters that the person kept, by name.
 */
export type ListFilters = Record<symbol, never>;

/**
 * Flags on a day, worst first; or, by severity, what is coming.
 */
export type ListFlags = { 
/**
 * A day as typed or ISO; today when absent.
 */
as_at: string | null, rule: Rule | null, family: Family | null, 
/**
 * Absent: everything late.
 */
severity: Severity | null, level: RiskLevel | null, team: string | null, practitioner: PersonId | null, 
/**
 * Only the cases of the person who is signed in, as practitioner or manager.
 */
mine: boolean, 
/**
 * Only the cases of the team of the person who is signed in.
 */
my_team: boolean, 
/**
 * Only flags that a manager lets rest on that day, which stand in no other list of it.
 */
snoozed: boolean, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * The meetings, newest first.
 */
export type ListMeetings = Record<symbol, never>;

/**
 * Missing children: each episode of a period, with the clock for the return interview and its themes.
 */
export type ListMissing = { 
/**
 * Days as typed or ISO, both included; absent: the last 92 days up to today.
 */
from: string, to: string, team: string | null, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * The packs that were made, the newest first, and the thresholds under which numbers are hidden.
 */
export type ListPacks = Record<symbol, never>;

/**
 * The people of the register and their roles.
 */
export type ListPeople = Record<symbol, never>;

/**
 * Those with whom progress on the action plan is shared, and how often.
 */
export type ListRecipients = Record<symbol, never>;

/**
 * The samples for audit that were drawn, newest first.
 */
export type ListSamples = Record<symbol, never>;

/**
 * What was settled late in a period, and why it was late.
 */
export type ListSettled = { 
/**
 * Days as typed or ISO, both included; absent: the last 28 days up to today.
 */
from: string, to: string, team: string | null, 
/**
 * Only the cases of the person who is signed in.
 */
mine: boolean, 
/**
 * Only what nobody gave a cause for yet.
 */
without_cause: boolean, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * The sharing log: how it stands with each recipient, and every pack that was shared, the latest first.
 */
export type ListSharing = { 
/**
 * Only recipients with whom sharing is overdue, and what was shared with them.
 */
overdue: boolean, 
/**
 * Only this recipient, by code. Empty: all.
 */
recipient: string, };

/**
 * Children’s voice: how the child took part in each review of a period, and what changed because of it.
 */
export type ListVoice = { 
/**
 * Days as typed or ISO, both included; absent: the last 92 days up to today.
 */
from: string, to: string, team: string | null, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * The sign-off queue: what was sent and not yet decided, by age or by severity.
 */
export type ListWaiting = { order: WaitingOrder, 
/**
 * Only what is for this person to decide: their own cases, and those of managers whose deputy they are.
 */
mine: boolean, 
/**
 * Only what this person may decide: the work of others.
 */
may_decide?: boolean, kind: ItemKind | null, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * Stability: each change of worker in a period, with its reason.
 */
export type ListWorkerChanges = { 
/**
 * Days as typed or ISO, both included; absent: the last 92 days up to today.
 */
from: string, to: string, team: string | null, offset: number, 
/**
 * 1 to 500; 50 when absent.
 */
limit: number | null, };

/**
 * Makes a pack for a period: the summary in every format, kept in the register of releases.
 */
export type MakePack = { from: string, to: string, 
/**
 * Absent: internal.
 */
profile: Profile, 
/**
 * Whom it is for, by code; empty: nobody named.
 */
recipient: string, 
/**
 * The folder to write to; it is made if it is not there.
 */
directory: string, 
/**
 * Tables to leave out, by their ids; only of those for partners or the public.
 */
leave_out: Array<string>, };

export type ManagerDecisions = { manager_id: PersonId, manager: string, signed_off: number, returned: number, 
/**
 * Signed off at another level than the one that the manager met.
 */
level_changed: number, 
/**
 * Decided for another manager, as a deputy.
 */
as_deputy: number, 
/**
 * Calendar days from sending to deciding; the middle one.
 */
median_days: number | null, };

export type MeetingCaseView = { 
/**
 * 1 for the first.
 */
position: number, reference: CaseReference, level: LevelView | null, team: string | null, practitioner: string | null, opened_on: string, closed_on: string | null, 
/**
 * Late today, worst first.
 */
flags: Array<FlagView>, last_review: MeetingReviewView | null, next_review_on: string | null, 
/**
 * What earlier meetings decided on this case, newest first.
 */
before: Array<EarlierDecisionView>, decision: string, decided_by: string | null, 
/**
 * Sent back with a change of the decision.
 */
version: number, };

export type MeetingLine = { id: string, name: string, held_on: string, cases: number, 
/**
 * Of these, how many have a decision.
 */
decided: number, };

export type MeetingReviewView = { on: string, level: RiskLevel | null, participation: string | null, reported: boolean, signed_off: boolean, 
/**
 * What changed because of the child's views.
 */
changed_by_views: string, };

/**
 * A meeting with its cases, in order.
 */
export type MeetingView = { id: string, name: string, held_on: string, 
/**
 * Counts up with each change of its name, its day or its list.
 */
version: number, cases: Array<MeetingCaseView>, };

export type MeetingsView = { meetings: Array<MeetingLine>, };

export type MissingPage = { from: string, to: string, 
/**
 * Returns with an interview held within the clock. Not recorded: no return yet, a clock that still runs, or times that
 * cannot tell. A declined interview was not held.
 */
in_time: RateView, 
/**
 * Returns with an interview offered, whether or not it was taken up. Not recorded: no return yet, or a clock that still
 * runs.
 */
offered: RateView, 
/**
 * Returns whose interview the child declined.
 */
declined: number, 
/**
 * Hours of the clock under the policy at the end of the period.
 */
hours: number, 
/**
 * Children with two episodes or more in the period.
 */
children_more_than_once: number, total: number, offset: number, 
/**
 * Newest first.
 */
rows: Array<MissingRow>, };

export type MissingRow = { reference: CaseReference, episode_id: EpisodeId, 
/**
 * A day, and a time where it is known: `2026-03-27` or `2026-03-27 14:05`.
 */
missing_from: string, returned: string | null, interview_offered: string | null, interview_held: string | null, interview_declined: string | null, 
/**
 * Held within the clock; `None` while it may still be, or where times do not tell.
 */
in_time: boolean | null, 
/**
 * Hours from the return to the interview, or to now while it is not held, each that was begun counted whole; the least
 * that it can be where a time of day is missing; `None` without a return.
 */
hours: number | null, 
/**
 * Empty: nothing recorded; always empty for an analyst, who sees no free text.
 */
themes: string, team: string | null, };

export type MovedView = { on: string, from: string, to: string | null, 
/**
 * Days by which it was put off; negative: brought forward.
 */
days: number | null, 
/**
 * Empty where an earlier version of the register did not keep it.
 */
by: string, why: string, };

/**
 * A manager on leave names another manager to decide for a period.
 */
export type NameDeputy = { 
/**
 * Absent: the person who is signed in. An administrator names one for a manager who cannot.
 */
manager: PersonId | null, deputy: PersonId, 
/**
 * The first and last day, as typed; today or later.
 */
from: string, to: string, };

/**
 * An objective of the authority's action plan.
 */
export type ObjectiveId = string;

export type ObjectiveView = { id: ObjectiveId, theme: string, title: string, actions: Array<ActionView>, };

/**
 * Opens a case: one child's CSE concern, under a random reference.
 */
export type OpenCase = { 
/**
 * The authority's own id for the child: hashed into the link key and not kept. Empty: none.
 */
child_id: string, opened_on: string, 
/**
 * The practitioner's level at opening. Empty: not yet judged.
 */
level: string, facts: CaseFactsForm, team: string, practitioner: PersonId | null, manager: PersonId | null, };

/**
 * What the manager decided.
 */
export type Outcome = "signed_off" | "returned";

export type PackFileView = { name: string, sha256: string, };

export type PackMade = { pack_id: string, 
/**
 * Paths of the files that were written.
 */
files: Array<string>, audit_head: string, };

export type PackView = { pack_id: string, 
/**
 * `internal`, `partners`, `public`.
 */
profile: string, 
/**
 * The recipient's code; empty where nobody is named.
 */
recipient: string, 
/**
 * The recipient's name of today; empty where nobody is named.
 */
recipient_name: string, from: string, to: string, made_at: string, made_by: string, audit_head: string, files: Array<PackFileView>, };

export type PacksView = { packs: Array<PackView>, 
/**
 * Of partners and of the public.
 */
thresholds: Array<ThresholdView>, };

export type PeopleView = { people: Array<PersonView>, };

/**
 * Someone who uses the register or works a case.
 */
export type PersonId = string;

export type PersonView = { id: PersonId, name: string, roles: Array<Role>, 
/**
 * Whether the person has a key of their own. People brought in from a tracker have none until given a passphrase.
 */
can_sign_in: boolean, 
/**
 * The team that they call theirs on the worklist.
 */
team: string | null, active: boolean, };

export type Plan = { goals: Array<CaseText>, actions: Array<PlanAction>, };

/**
 * One action of a child's plan. Its progress is kept in updates, apart from the signed text.
 */
export type PlanAction = { id: PlanActionId, what: CaseText, owner_role: CaseText, agency: CaseText, due_on: string, };

export type PlanActionForm = { 
/**
 * Absent for a new action; an action that stays keeps its id.
 */
id: PlanActionId | null, what: string, owner_role: string, agency: string, due_on: string, };

/**
 * An action in a child's plan; it keeps its id from version to version.
 */
export type PlanActionId = string;

/**
 * Where an action of a child's plan stands.
 */
export type PlanActionState = "open" | "done" | "cancelled";

export type PlanActionView = { id: PlanActionId, what: string, owner_role: string, agency: string, due_on: string, state: PlanActionState, late: boolean, 
/**
 * Newest first.
 */
updates: Array<PlanUpdateView>, };

export type PlanExported = { file: string, actions: number, };

export type PlanForm = { goals: Array<string>, actions: Array<PlanActionForm>, };

/**
 * What an import of a plan did, or would do.
 */
export type PlanImportView = { dry_run: boolean, 
/**
 * How many tables of actions the file has.
 */
tables: number, added: number, changed: number, unchanged: number, 
/**
 * Dated updates that were added.
 */
updates: number, 
/**
 * Due dates that were moved.
 */
moved: number, refused: Array<RefusedPlanRowView>, rows: Array<PlanRowView>, notes: Array<PlanNoteView>, 
/**
 * Actions of the plan that the file does not name. They stay.
 */
absent: Array<string>, };

export type PlanNoteView = { sheet: string, 
/**
 * Null: the whole sheet.
 */
row: number | null, column: string, note: string, };

export type PlanProgressView = { item_id: ItemId, actions: Array<PlanActionView>, done: number, late: number, last_update_on: string | null, };

export type PlanRowOutcome = "added" | "changed" | "unchanged";

export type PlanRowView = { sheet: string, row: number, number: string, objective: string, title: string, due_on: string | null, state: ActionState, outcome: PlanRowOutcome, };

export type PlanUpdateView = { on: string, state: PlanActionState, note: string, by: string, };

/**
 * The rules in force from a day until the next policy.
 */
export type Policy = { effective_from: string, 
/**
 * Most serious first.
 */
levels: Array<LevelRule>, clocks: Clocks, 
/**
 * Warnings about a level that is lower than the authority expects. None in a policy written before there were any.
 */
floors: Array<FloorRule>, };

/**
 * What would fall due under a policy before it is saved.
 */
export type PolicyPreview = { effective_from: string, 
/**
 * The last day that was looked at: 90 days after it takes effect.
 */
to: string, open_cases: number, 
/**
 * “17 cases become overdue on 1 January 2027.”
 */
finding: string, 
/**
 * Days on which cases become overdue under this policy that would not be under the present one.
 */
days: Array<PreviewDay>, 
/**
 * Flags on the day after it takes effect, by rule, as things stand and under this policy.
 */
rules: Array<PreviewRule>, 
/**
 * Flags that are critically overdue on the day after it takes effect, as things stand and under this policy.
 */
critical_now: number, critical_then: number, 
/**
 * The cases that become overdue sooner: the first 50, soonest first. Empty for a role that sees no list of cases.
 */
cases: Array<PreviewCase>, 
/**
 * How many become overdue sooner in all, and how many later.
 */
sooner: number, later: number, 
/**
 * Children whose level in force lies below a floor of this policy.
 */
below_floor: number, };

export type PolicyView = { policies: Array<Policy>, 
/**
 * The first day of the one in force today.
 */
in_force: string, bank_holidays_known_to: string, 
/**
 * The list ends in six months or sooner.
 */
bank_holidays_end_soon: boolean, 
/**
 * In the order of their days.
 */
bank_holidays: Array<BankHolidayView>, };

export type PreviewCase = { reference: CaseReference, rule: Rule, says: string, due_now: string | null, due_then: string | null, };

export type PreviewDay = { on: string, cases: number, };

export type PreviewRule = { rule: Rule, says: string, now: number, then: number, };

/**
 * Who a summary is for, and so what it may show.
 */
export type Profile = "internal" | "partners" | "public";

export type Progressing = "yes" | "partly" | "no";

/**
 * The usual questions.
 */
export type Question = "cases_by_year" | "cases_by_age_and_sex" | "cases_by_level" | "cases_by_model" | "plans_in_place" | "audits_made";

export type QuestionView = { question: Question, says: string, };

/**
 * A rate with what is not recorded, and its worst case: everything not recorded counted against it.
 */
export type RateView = { hits: number, misses: number, not_recorded: number, 
/**
 * Per cent of what is recorded, to one decimal place; `None` where nothing is.
 */
share: number | null, worst: number | null, };

/**
 * The half-written form under a key; empty when there is none.
 */
export type ReadDraft = { key: string, };

export type RecipientStanding = { code: string, name: string, organisation: string, interval_months: number, 
/**
 * `internal`, `partners`, `public`: how much they are usually shown.
 */
profile: string, since: string, 
/**
 * The first day on which they are no recipient any more.
 */
ended_on: string | null, times_shared: number, last_shared: string | null, 
/**
 * The days before the first sharing and since the last included.
 */
longest_gap_days: number, 
/**
 * `None` once it has ended.
 */
next_due: string | null, 
/**
 * 0: not overdue.
 */
overdue_days: number, };

export type RecipientView = { code: string, name: string, organisation: string, interval_months: number, profile: string, since: string, ended_on: string | null, };

/**
 * Those with whom progress is shared, and then those with whom it was.
 */
export type RecipientsView = { recipients: Array<RecipientView>, };

/**
 * Adds an action to the action plan, or changes one. What it said before is kept.
 */
export type RecordAction = { id: ActionId | null, objective_id: ObjectiveId, 
/**
 * Such as `2.4`; empty: not numbered.
 */
number: string, title: string, owner_role: string, organisation: string, partners: string, start_on: string, due_on: string, 
/**
 * Why the due date was moved; needed when it was.
 */
why: string, measure: string, baseline: string, target: string, 
/**
 * Ids of requirements, such as `C-09`.
 */
requirements: Array<string>, 
/**
 * From which day on it is no longer part of the plan; empty: it is.
 */
withdrawn_on: string, };

/**
 * Records progress on an action of the action plan, with its evidence.
 */
export type RecordActionUpdate = { action_id: ActionId, on: string, state: ActionState, text: string, evidence: string, 
/**
 * Who checked the evidence, by role, other than the owner.
 */
checked_by: string, 
/**
 * Where the measure stood on that day; empty: not said.
 */
now: string, 
/**
 * The reference of the sample that confirms the effect.
 */
sample: string, 
/**
 * The day on which the sample was taken; needed with `sample`.
 */
sampled_on: string, };

/**
 * Adds bank holidays, and says to which day the list is now whole; or one more in a year that is known already.
 */
export type RecordBankHolidays = { 
/**
 * The last day of the new list, as typed: usually 31 December. The end of the list that is there: it grows no longer.
 */
known_to: string, holidays: Array<BankHolidayForm>, };

/**
 * Records why something that was settled late was late.
 */
export type RecordCause = { reference: string, rule: Rule, subject: string | null, 
/**
 * As the list showed it.
 */
start_on: string, 
/**
 * `cause` code; empty: not known.
 */
cause: string, 
/**
 * Needed with the code `other`.
 */
note: string, };

/**
 * Adds a code to a list, changes its words, or withdraws it from a day on.
 */
export type RecordCode = { list: string, code: string, label: string, 
/**
 * The day from which it is no longer offered; empty: offered.
 */
withdrawn_from: string, };

/**
 * Keeps an assessment, plan, review arrangement, review or closure: a new item, or a change to one.
 */
export type RecordItem = { reference: string, 
/**
 * Absent: a new item.
 */
item_id: ItemId | null, 
/**
 * The hash of the version that was on the page, when an item is changed.
 */
based_on: VersionHash | null, content: ContentForm, };

/**
 * Makes a meeting, or changes one: its cases, in the order in which the panel takes them.
 */
export type RecordMeeting = { 
/**
 * Absent: a new one.
 */
id: string | null, 
/**
 * Of a change: the version that was on the page.
 */
version: number, name: string, 
/**
 * As typed.
 */
held_on: string, 
/**
 * References as typed, in order. A case with a decision cannot be left out.
 */
references: Array<string>, };

/**
 * Records what a meeting decided on one case.
 */
export type RecordMeetingDecision = { id: string, reference: string, 
/**
 * The version that was on the page.
 */
version: number, 
/**
 * Empty takes what was recorded away.
 */
decision: string, };

/**
 * Records a missing episode, or what is now known of one: the return, the interview, its themes.
 */
export type RecordMissingEpisode = { reference: string, 
/**
 * Absent: a new episode.
 */
episode_id: EpisodeId | null, 
/**
 * A day, and a time where it is known: `27 3 2026 14:05`.
 */
missing_from: string, returned: string, interview_offered: string, interview_held: string, 
/**
 * When the child declined it, where they did.
 */
interview_declined: string, themes: string, };

/**
 * Adds an objective to the action plan, or changes one.
 */
export type RecordObjective = { id: ObjectiveId | null, theme: string, title: string, };

/**
 * Records progress on an action of a child's plan.
 */
export type RecordPlanUpdate = { reference: string, action_id: PlanActionId, 
/**
 * The day of the progress, as typed.
 */
on: string, state: PlanActionState, note: string, };

/**
 * Adds a policy from a day on, or replaces one that has not yet taken effect.
 */
export type RecordPolicy = { 
/**
 * As typed; today or later.
 */
effective_from: string, levels: Array<LevelRule>, clocks: Clocks, floors: Array<FloorRule>, 
/**
 * The first day of the policy to come in whose place it stands; empty: of none.
 */
replaces: string, };

/**
 * Adds somebody with whom progress is shared, changes how often or how much, or ends it.
 */
export type RecordRecipient = { 
/**
 * Empty: a new one.
 */
code: string, name: string, organisation: string, 
/**
 * 1 to 24.
 */
interval_months: number, 
/**
 * `internal`, `partners`, `public`: how much they are usually shown. Empty: as it is, and `partners` for a new one.
 */
profile: string, 
/**
 * Whether they are no recipient any more from today on.
 */
ended: boolean, };

/**
 * Changes the wording of a requirement, or marks it as checked against its source.
 */
export type RecordRequirement = { 
/**
 * Such as `C-09`.
 */
id: string, theme: string, text: string, 
/**
 * Who checked it against the source, by role; empty: nobody has.
 */
checked_by: string, 
/**
 * As typed; needed with `checked_by`.
 */
checked_on: string, };

/**
 * What a manager found when they looked at a case of a sample. Recorded again, the later counts and the earlier stays.
 */
export type RecordSampleFinding = { sample_id: string, reference: string, 
/**
 * What was looked at: “the last two reviews, the plan of May, a talk with the worker”.
 */
looked_at: string, 
/**
 * `sample_finding` code.
 */
finding: string, 
/**
 * `yes`, `no`, `not_reachable`.
 */
child_heard: string, 
/**
 * What is missing and what follows; may be empty where nothing is.
 */
note: string, };

/**
 * Records that a pack was shared with a recipient, by the person who is signed in.
 */
export type RecordSharing = { pack_id: string, 
/**
 * By code.
 */
recipient: string, 
/**
 * From the day on which the pack was made to today, as typed.
 */
shared_on: string, 
/**
 * The part of the person who was given it, such as “Chair of the board”.
 */
to_role: string, 
/**
 * `sharing_means` code.
 */
means: string, 
/**
 * Needed where the pack shows more than the recipient is usually shown.
 */
reason: string, };

/**
 * A manager signs off the version that they read, states the level and says whether the plan progresses.
 */
export type RecordSignOff = { version_id: VersionId, 
/**
 * The hash of the version that was on the page.
 */
hash: VersionHash, level: string, 
/**
 * `yes`, `partly` or `no`.
 */
plan_progressing: string, 
/**
 * Needed where the level differs from the author's, or where the author states none from the one in force.
 */
reason: string, };

/**
 * Adds a team, or renames one.
 */
export type RecordTeam = { name: string, 
/**
 * The name it had; empty: a new team.
 */
was: string, };

/**
 * Sets how numbers are shown to partners or to the public, from the next pack on.
 */
export type RecordThresholds = { profile: Profile, 
/**
 * 1 to this is hidden.
 */
hidden_to: number, 
/**
 * The rest is rounded to this; 1: not at all.
 */
rounded_to: number, 
/**
 * Why they are changed: whoever is asked for a number will ask.
 */
reason: string, };

/**
 * The code is used up: the answer holds a new one, shown once. The person gets a new signing key; what they signed before
 * can still be checked.
 */
export type RecoverAccess = { person_id: PersonId, recovery_code: string, passphrase: string, };

export type RefusedCellView = { column: string, reason: string, };

export type RefusedPlanRowView = { sheet: string, 
/**
 * As the spreadsheet shows it.
 */
row: number, cells: Array<RefusedCellView>, };

export type RefusedRowView = { 
/**
 * As the spreadsheet shows it.
 */
row: number, cells: Array<RefusedCellView>, };

export type RegisterCreated = { session: SessionView, 
/**
 * To print and lock away: it opens the register if every passphrase is lost. Shown once.
 */
recovery_code: string, };

export type RegisterState = "none" | "locked" | "open" | "refused";

/**
 * Whether there is a register here, whether it is open, and who may sign in.
 */
export type RegisterStatus = Record<symbol, never>;

export type RegisterStatusView = { state: RegisterState, directory: string, authority: string | null, 
/**
 * Those who can sign in.
 */
people: Array<SignInChoice>, 
/**
 * Why the register cannot be used, and what to do.
 */
message: string | null, session: SessionView | null, };

/**
 * Writes a pack again, byte for byte.
 */
export type RemakePack = { pack_id: string, 
/**
 * The folder to write to; it is made if it is not there.
 */
directory: string, };

/**
 * Opens a closed case again, from a day on and with the reason. The earlier span stays as it was.
 */
export type ReopenCase = { reference: string, 
/**
 * The version that was on the page.
 */
version: number, 
/**
 * As typed; on or after the day it closed, and not in the future.
 */
reopened_on: string, reason: string, };

/**
 * What a tracker said of the time before the case was brought in. Never a sign-off.
 */
export type ReportedView = { assessment_signed_off: boolean, plan_signed_off: boolean, last_review_on: string | null, participation: Code | null, missing_episodes: number | null, return_interview_done: boolean | null, comment: string, comment_withheld: boolean, };

export type RequirementView = { id: string, catalogue: Catalogue, theme: string, text: string, 
/**
 * What the wording rests on.
 */
basis: string, 
/**
 * Who checked it against the source; empty: nobody has.
 */
checked_by: string, 
/**
 * ISO; empty: not checked.
 */
checked_on: string, };

/**
 * A manager returns a version and says what to do instead.
 */
export type ReturnItem = { version_id: VersionId, hash: VersionHash, reason: string, };

export type ReturnedView = { reference: CaseReference, item_id: ItemId, kind: ItemKind, reason: string, by: string, on: string, };

export type Review = { held_on: string, agencies: Array<CaseText>, 
/**
 * `participation` code, PN0 to PN7.
 */
participation: Code, level: RiskLevel, plan_progressing: Progressing, changed_by_views: CaseText, 
/**
 * The date agreed at this review for the next one.
 */
next_review_on: string | null, };

export type ReviewArrangement = { next_review_on: string, chair_role: CaseText, agencies: Array<CaseText>, 
/**
 * What would bring the review forward.
 */
bring_forward_if: CaseText, };

export type ReviewArrangementForm = { next_review_on: string, chair_role: string, agencies: Array<string>, bring_forward_if: string, };

export type ReviewDateView = { next_review_on: string, set_on: string, 
/**
 * Empty for a date that a tracker reported.
 */
by: string, 
/**
 * Where it was set: `by_hand`, `review_arrangement`, `review` or `reported`.
 */
source: string, 
/**
 * Why, where it was set by hand.
 */
reason: string, };

/**
 * By when the next review is due: worked out, and set by hand beside it.
 */
export type ReviewDatesView = { 
/**
 * By level and interval alone; `None` on a closed case.
 */
computed: string | null, 
/**
 * How it was reached, in a sentence.
 */
computed_says: string, 
/**
 * Every date set by somebody since the last review, newest first; the first one counts.
 */
by_hand: Array<ReviewDateView>, };

export type ReviewForm = { held_on: string, agencies: Array<string>, participation: string, level: string, 
/**
 * `yes`, `partly` or `no`.
 */
plan_progressing: string, changed_by_views: string, next_review_on: string, };

export type ReviewSummaryView = { on: string, participation: string | null, reported: boolean, signed_off: boolean, };

/**
 * A level of risk that an authority's policy may know, such as `high`.
 */
export type RiskLevel = string;

/**
 * The roles of the people who use a register (DESIGN, section 1).
 */
export type Role = "practitioner" | "manager" | "analyst" | "administrator";

/**
 * What is owed.
 */
export type Rule = "never_reviewed" | "no_next_review_date" | "next_review_too_late" | "review_overdue" | "review_not_signed" | "review_without_voice" | "assessment_not_signed" | "plan_not_signed" | "arrangement_not_signed" | "decision_waiting" | "changed_since_signed" | "action_overdue" | "plan_not_updated" | "return_interview" | "level_missing";

export type SampleCaseView = { reference: CaseReference, stratum: string, 
/**
 * 1 for the lowest rank of its stratum.
 */
place: number, 
/**
 * `None`: nobody has looked at it yet.
 */
found: SampleFindingView | null, };

export type SampleCountView = { what: string, count: number, };

export type SampleFindingView = { 
/**
 * `sample_finding` code.
 */
finding: string, finding_says: string, child_heard: ChildHeard, 
/**
 * Empty for those who may not read case text.
 */
looked_at: string, note: string, found_by: string, found_on: string, 
/**
 * Whoever looked was the case’s own manager.
 */
own_case: boolean, };

/**
 * Which cases are drawn from.
 */
export type SampleOf = "open_on" | "opened_in" | "closed_in" | "reviewed_in";

export type SampleRow = { id: string, 
/**
 * By which the action plan and the files name it.
 */
reference: string, title: string, 
/**
 * `Cases open on 30 September 2026`.
 */
population: string, drawn_on: string, drawn_by: string, drawn: number, looked_at: number, };

export type SampleStratumView = { name: string, eligible: number, drawn: number, };

/**
 * One sample: how it was drawn, from what, and what was found.
 */
export type SampleView = { id: string, 
/**
 * By which the action plan and the files name it.
 */
reference: string, title: string, population: string, in_population: number, 
/**
 * By reason.
 */
left_out: Array<SampleCountView>, eligible: number, seed: string, size: number, allocation: Allocation, drawn_on: string, drawn_by: string, 
/**
 * Those that were drawn, by stratum and place.
 */
cases: Array<SampleCaseView>, 
/**
 * By finding, those not looked at yet last.
 */
findings: Array<SampleCountView>, 
/**
 * Drawn, looked at, and the child was not heard or not reachable.
 */
not_heard: Array<CaseReference>, strata: Array<SampleStratumView>, 
/**
 * Strata that might have had a case and had none.
 */
unreached: Array<string>, 
/**
 * How it was drawn, in sentences.
 */
method: Array<string>, };

/**
 * Samples for audit, newest first.
 */
export type SamplesView = { samples: Array<SampleRow>, };

/**
 * Keeps a half-written form, so that a lock or a power cut loses nothing.
 */
export type SaveDraft = { 
/**
 * Which form: `open_case`, or `record_item/CW-…/assessment`.
 */
key: string, 
/**
 * How a list of unfinished work names it.
 */
title: string, 
/**
 * The form as the window keeps it: JSON text, at most 200,000 characters.
 */
body: string, };

/**
 * Keeps a filter of the worklist under a name of the person’s own.
 */
export type SaveFilter = { name: string, 
/**
 * As the address of the worklist holds it: `severity=overdue&whose=mine`.
 */
query: string, };

/**
 * Who is signed in.
 */
export type SessionView = { person: PersonView, authority: string, today: string, 
/**
 * Things that the person should know: the bank holidays run out, the clock went back, no backup for a month.
 */
warnings: Array<string>, };

/**
 * Sets the date of the next review by hand, beside the computed one, with the reason.
 */
export type SetReviewDate = { reference: string, 
/**
 * As typed: today to 366 days ahead.
 */
next_review_on: string, reason: string, };

export type SettledPage = { from: string, to: string, total: number, 
/**
 * Of these, how many have no cause yet.
 */
without_cause: number, offset: number, 
/**
 * Settled last first.
 */
rows: Array<SettledView>, };

/**
 * Something that was owed and was done after its due date.
 */
export type SettledView = { reference: CaseReference, rule: Rule, 
/**
 * The rule in plain words.
 */
says: string, family: Family, subject: string | null, start_on: string, due_on: string, met_on: string, days_late: number, 
/**
 * `None`: nobody has said yet. A cause that is empty is not known.
 */
cause: string | null, 
/**
 * Its label; “Not known” for an empty cause.
 */
cause_says: string | null, team: string | null, };

/**
 * How urgent a duty is on a day.
 */
export type Severity = "critically_overdue" | "overdue" | "due_soon" | "not_due_yet";

/**
 * How many duties stand in each group.
 */
export type SeverityCounts = { critically_overdue: number, overdue: number, due_soon: number, not_due_yet: number, 
/**
 * Late, and let rest by a manager: in none of the groups above.
 */
snoozed: number, };

export type SharingRow = { id: string, recipient: string, recipient_name: string, pack_id: string, pack_from: string | null, pack_to: string | null, 
/**
 * Of the pack.
 */
profile: string, 
/**
 * It shows more than the recipient is usually shown; then `reason` says why.
 */
wider: boolean, reason: string, shared_on: string, to_role: string, 
/**
 * In words.
 */
means: string, shared_by: string, };

/**
 * How it stands with each recipient, and every pack that was shared, the latest first.
 */
export type SharingView = { recipients: Array<RecipientStanding>, shared: Array<SharingRow>, };

/**
 * Unlocks the register with a person's own passphrase.
 */
export type SignIn = { person_id: PersonId, passphrase: string, };

export type SignInChoice = { id: PersonId, name: string, };

/**
 * Locks the register. Drafts are kept.
 */
export type SignOut = Record<symbol, never>;

/**
 * A manager lets a flag rest until a day, with the cause and a reason.
 */
export type SnoozeFlag = { reference: string, rule: Rule, subject: string | null, 
/**
 * As the list showed it.
 */
start_on: string, 
/**
 * The last day on which it rests, as typed: tomorrow to 92 days ahead.
 */
until: string, 
/**
 * `cause` code; empty: not known.
 */
cause: string, reason: string, };

/**
 * A flag that a manager lets rest, until when and why.
 */
export type SnoozeView = { id: string, 
/**
 * The last day on which it rests.
 */
until: string, by: string, 
/**
 * `cause` code; empty: not known.
 */
cause: string, 
/**
 * Empty for an analyst, who sees no free text.
 */
reason: string, };

/**
 * What waits for the person who is signed in.
 */
export type StartPage = Record<symbol, never>;

export type StartPageView = { as_at: string, 
/**
 * Duties on the cases of the person who is signed in.
 */
mine: SeverityCounts, 
/**
 * Duties on the cases of their team; `None` where they have no team.
 */
my_team: SeverityCounts | null, team: string | null, all: SeverityCounts, open_cases: number, 
/**
 * Open cases with at least one flag of the family *no review*.
 */
cases_without_review: number, 
/**
 * Waiting for a decision that this person may take.
 */
to_decide: number, waiting: number, 
/**
 * Managers for whom this person decides today, as their deputy.
 */
deputy_for: Array<string>, 
/**
 * Who decides today for this person, while they are away.
 */
deputy: string | null, 
/**
 * Settled late on this person's cases in the last 28 days, with no cause given yet.
 */
without_cause: number, filters: Array<FilterView>, 
/**
 * Returned to this person as an author, newest first.
 */
returned: Array<ReturnedView>, 
/**
 * Unfinished forms of this person, newest first.
 */
drafts: Array<DraftView>, actions_late: number, actions: number, 
/**
 * Recipients with whom sharing is overdue, of all that there are now.
 */
sharing_overdue: number, recipients: number, 
/**
 * The last day to which bank holidays are known, where it is six months away or less.
 */
bank_holidays_end: string | null, };

/**
 * Whose judgement a level is.
 */
export type StatedBy = "practitioner" | "manager";

export type StatusForm = { 
/**
 * `cin`, `cp`, `looked_after` or `none`.
 */
status: string, from: string, to: string, };

/**
 * A social-care status and the days between which it held.
 */
export type StatusView = { 
/**
 * `cin`, `cp`, `looked_after` or `none`.
 */
status: Code, from: string, to: string | null, };

/**
 * What strata are made of.
 */
export type StratifyBy = "level" | "team" | "age_band";

/**
 * Sends an item's latest version for sign-off, which freezes it.
 */
export type SubmitItem = { item_id: ItemId, 
/**
 * The hash of the version that was on the page.
 */
hash: VersionHash, };

export type Summary = { title: string, authority: string, profile: Profile, 
/**
 * What stands at the top of every page: `OFFICIAL-SENSITIVE`.
 */
marking: string, from: string, to: string, made_at: string, 
/**
 * The head of the audit chain when it was made.
 */
audit_head: string, 
/**
 * For whom it was made; `None` where nobody is named.
 */
recipient: string | null, 
/**
 * How it was made: which cases, which dates, what each count means.
 */
method: Array<string>, 
/**
 * What is hidden, why, and how that was checked; empty where every number is shown.
 */
suppression: Array<string>, tables: Array<Table>, charts: Array<Chart>, };

export type Table = { 
/**
 * Letters and hyphens; the name of its CSV part and its sheet.
 */
id: string, title: string, 
/**
 * A sentence that says the finding.
 */
finding: string, 
/**
 * Headings, the first for the row labels.
 */
columns: Array<string>, rows: Array<TableRow>, 
/**
 * What is not recorded, what is counted, what the worst case is.
 */
notes: Array<string>, };

export type TableRow = { label: string, 
/**
 * Sums up the rows above it; charts leave it out.
 */
total: boolean, cells: Array<Cell>, };

/**
 * Without the actions that were withdrawn.
 */
export type ThemeProgressView = { theme: string, actions: number, complete: number, effect_confirmed: number, late: number, 
/**
 * Actions whose date was moved at least once.
 */
moved: number, };

export type ThresholdView = { 
/**
 * `partners`, `public`.
 */
profile: Profile, 
/**
 * 1 to this is hidden.
 */
hidden_to: number, 
/**
 * The rest is rounded to this; 1: not at all.
 */
rounded_to: number, };

/**
 * Checks the audit chain, every signed version, the stored duties and the file itself.
 */
export type VerifyRegister = Record<symbol, never>;

export type VerifyView = { ok: boolean, events: number, head: string, 
/**
 * The first event that does not hold.
 */
first_bad_event: number | null, 
/**
 * Whole sentences; empty when all is well.
 */
problems: Array<string>, };

/**
 * SHA-256 over the canonical content of a version, in lower-case hexadecimal.
 */
export type VersionHash = string;

/**
 * One frozen or working text of an item.
 */
export type VersionId = string;

export type VersionView = { version_id: VersionId, number: number, hash: VersionHash, 
/**
 * Names of everyone who wrote any part of it.
 */
authors: Array<string>, written_at: string, submitted_at: string | null, content: Content, decision: DecisionView | null, };

/**
 * The authority's action plan with its progress, as at today or another day.
 */
export type ViewActionPlan = { as_at: string | null, };

/**
 * Everything on a case's page.
 */
export type ViewCase = { reference: string, };

/**
 * Why things were late in a period: by cause, by team and by month. “Not known” and “not yet asked” are counted apart.
 */
export type ViewCauses = { 
/**
 * Days as typed or ISO, both included; absent: the last 12 months up to today.
 */
from: string, to: string, };

/**
 * How far the action plan reflects a catalogue of guidance, as at any day.
 */
export type ViewCoverage = { catalogue: Catalogue, 
/**
 * Today where it is empty.
 */
as_at: string | null, };

/**
 * What a manager reads before deciding: the version, what was last signed, levels, reviews, flags.
 */
export type ViewDecision = { version_id: VersionId, };

/**
 * A meeting with its cases, in order: level, flags, last review and the decision taken on each.
 */
export type ViewMeeting = { id: string, };

/**
 * What a pack or an answer showed, as it was made.
 */
export type ViewPack = { pack_id: string, };

/**
 * The review intervals and clocks, past, present and to come.
 */
export type ViewPolicy = Record<symbol, never>;

/**
 * One sample for audit: how it was drawn, from what, and what was found.
 */
export type ViewSample = { id: string, };

/**
 * The progress summary for a period, as tables. Looking at it releases nothing.
 */
export type ViewSummary = { from: string, to: string, 
/**
 * Absent: internal.
 */
profile: Profile, 
/**
 * Tables to leave out, by their ids; only of those for partners or the public.
 */
leave_out: Array<string>, };

export type VoicePage = { from: string, to: string, 
/**
 * Reviews that the child’s view reached. Reviews of a child under 4 (PN0) are left out and counted in `under_four`.
 * Not recorded: without a participation code.
 */
heard: RateView, 
/**
 * Of those, reviews that say what changed because of the child’s views. Not recorded: the text is empty, or the review
 * was reported by a tracker, which has no such text.
 */
changed: RateView, under_four: number, 
/**
 * Children of 4 or over with a review in the period whose view reached none of them, as far as is recorded.
 */
children_never_heard: number, total: number, offset: number, 
/**
 * Newest first.
 */
rows: Array<VoiceRow>, };

export type VoiceRow = { reference: CaseReference, held_on: string, participation: Code | null, 
/**
 * `None`: not recorded, or the child was under 4.
 */
heard: boolean | null, 
/**
 * Empty: nothing recorded; always empty for an analyst, who sees no free text.
 */
changed_by_views: string, reported: boolean, team: string | null, };

/**
 * In which order the queue stands.
 */
export type WaitingOrder = "age" | "severity";

export type WaitingPage = { total: number, offset: number, rows: Array<WaitingRow>, };

/**
 * Something sent for sign-off and not yet decided.
 */
export type WaitingRow = { version_id: VersionId, item_id: ItemId, reference: CaseReference, kind: ItemKind, number: number, level: RiskLevel | null, team: string | null, submitted_on: string, submitted_by: string, 
/**
 * Calendar days since it was sent.
 */
days_waiting: number, due_on: string | null, late: boolean, severity: Severity, 
/**
 * The manager of the case.
 */
manager: string | null, 
/**
 * It is for this person to decide: their own case, or one of a manager whose deputy they are today.
 */
mine: boolean, 
/**
 * The manager for whom this person would decide as a deputy.
 */
deputy_for: string | null, may_decide: boolean, 
/**
 * Why this person may not decide it: no manager's role, or their own work.
 */
why_not: string | null, };

/**
 * Takes an item back before it is decided, so that its author can change it.
 */
export type WithdrawItem = { item_id: ItemId, };

export type WorkerChangeRow = { reference: CaseReference, on: string, from_practitioner: string | null, to_practitioner: string | null, from_manager: string | null, to_manager: string | null, reason: Code | null, team: string | null, };

export type WorkerChangesPage = { from: string, to: string, 
/**
 * Cases open at the end of the period that kept their practitioner all through it, or since the first was named. Not
 * recorded: no practitioner, then or before.
 */
stable: RateView, 
/**
 * Changes whose reason is recorded: every other is counted as not recorded.
 */
reasoned: RateView, 
/**
 * Cases with two changes of practitioner or more in the period.
 */
cases_more_than_once: number, total: number, offset: number, 
/**
 * Newest first.
 */
rows: Array<WorkerChangeRow>, };

/**
 * Who worked the case from a day on, and why it changed.
 */
export type WorkerView = { from: string, practitioner: string | null, manager: string | null, 
/**
 * `worker_change_reason` code; none for the first.
 */
reason: Code | null, };

/** Every verb: what it is asked with and what it answers. */
export interface Verbs {
  register_status: { request: RegisterStatus; view: RegisterStatusView };
  create_register: { request: CreateRegister; view: RegisterCreated };
  sign_in: { request: SignIn; view: SessionView };
  recover_access: { request: RecoverAccess; view: RegisterCreated };
  sign_out: { request: SignOut; view: Done };
  change_passphrase: { request: ChangePassphrase; view: Done };
  start_page: { request: StartPage; view: StartPageView };
  list_choices: { request: ListChoices; view: ChoicesView };
  list_flags: { request: ListFlags; view: FlagPage };
  list_cases: { request: ListCases; view: CasePage };
  find_child: { request: FindChild; view: ChildFound };
  view_case: { request: ViewCase; view: CaseView };
  open_case: { request: OpenCase; view: CaseOpened };
  change_case: { request: ChangeCase; view: CaseOpened };
  reopen_case: { request: ReopenCase; view: CaseOpened };
  set_review_date: { request: SetReviewDate; view: CaseOpened };
  record_item: { request: RecordItem; view: ItemRecorded };
  record_plan_update: { request: RecordPlanUpdate; view: Done };
  record_missing_episode: { request: RecordMissingEpisode; view: EpisodeRecorded };
  submit_item: { request: SubmitItem; view: ItemRecorded };
  withdraw_item: { request: WithdrawItem; view: ItemRecorded };
  record_sign_off: { request: RecordSignOff; view: DecisionRecorded };
  return_item: { request: ReturnItem; view: DecisionRecorded };
  list_waiting: { request: ListWaiting; view: WaitingPage };
  view_decision: { request: ViewDecision; view: DecisionPageView };
  list_decisions: { request: ListDecisions; view: DecisionsPage };
  list_deputies: { request: ListDeputies; view: DeputiesView };
  name_deputy: { request: NameDeputy; view: DeputiesView };
  end_deputy: { request: EndDeputy; view: DeputiesView };
  snooze_flag: { request: SnoozeFlag; view: Done };
  end_snooze: { request: EndSnooze; view: Done };
  record_cause: { request: RecordCause; view: Done };
  list_settled: { request: ListSettled; view: SettledPage };
  view_causes: { request: ViewCauses; view: CausesView };
  list_filters: { request: ListFilters; view: FiltersView };
  save_filter: { request: SaveFilter; view: FiltersView };
  discard_filter: { request: DiscardFilter; view: FiltersView };
  list_voice: { request: ListVoice; view: VoicePage };
  list_missing: { request: ListMissing; view: MissingPage };
  list_worker_changes: { request: ListWorkerChanges; view: WorkerChangesPage };
  export_calendar: { request: ExportCalendar; view: CalendarExported };
  list_meetings: { request: ListMeetings; view: MeetingsView };
  view_meeting: { request: ViewMeeting; view: MeetingView };
  record_meeting: { request: RecordMeeting; view: MeetingView };
  record_meeting_decision: { request: RecordMeetingDecision; view: MeetingView };
  save_draft: { request: SaveDraft; view: Done };
  read_draft: { request: ReadDraft; view: DraftView };
  discard_draft: { request: DiscardDraft; view: Done };
  view_action_plan: { request: ViewActionPlan; view: ActionPlanView };
  record_objective: { request: RecordObjective; view: ActionPlanView };
  record_action: { request: RecordAction; view: ActionPlanView };
  record_action_update: { request: RecordActionUpdate; view: ActionPlanView };
  view_coverage: { request: ViewCoverage; view: CoverageView };
  import_action_plan: { request: ImportActionPlan; view: PlanImportView };
  export_action_plan: { request: ExportActionPlan; view: PlanExported };
  view_summary: { request: ViewSummary; view: Summary };
  make_pack: { request: MakePack; view: PackMade };
  list_packs: { request: ListPacks; view: PacksView };
  remake_pack: { request: RemakePack; view: PackMade };
  record_thresholds: { request: RecordThresholds; view: PacksView };
  view_pack: { request: ViewPack; view: Summary };
  answer_question: { request: AnswerQuestion; view: AnswerView };
  list_answers: { request: ListAnswers; view: AnswersView };
  list_samples: { request: ListSamples; view: SamplesView };
  draw_sample: { request: DrawSample; view: SampleView };
  view_sample: { request: ViewSample; view: SampleView };
  record_sample_finding: { request: RecordSampleFinding; view: SampleView };
  export_sample: { request: ExportSample; view: FilesWritten };
  export_inspection_pack: { request: ExportInspectionPack; view: InspectionPackWritten };
  import_tracker: { request: ImportTracker; view: ImportView };
  import_census: { request: ImportCensus; view: ImportView };
  list_people: { request: ListPeople; view: PeopleView };
  add_person: { request: AddPerson; view: PeopleView };
  change_person: { request: ChangePerson; view: PeopleView };
  record_team: { request: RecordTeam; view: ChoicesView };
  record_code: { request: RecordCode; view: ChoicesView };
  view_policy: { request: ViewPolicy; view: PolicyView };
  preview_policy: { request: RecordPolicy; view: PolicyPreview };
  record_policy: { request: RecordPolicy; view: PolicyView };
  record_bank_holidays: { request: RecordBankHolidays; view: PolicyView };
  record_requirement: { request: RecordRequirement; view: ActionPlanView };
  list_sharing: { request: ListSharing; view: SharingView };
  record_sharing: { request: RecordSharing; view: SharingView };
  list_recipients: { request: ListRecipients; view: RecipientsView };
  record_recipient: { request: RecordRecipient; view: RecipientsView };
  verify_register: { request: VerifyRegister; view: VerifyView };
  accept_clock: { request: AcceptClock; view: Done };
  backup_register: { request: BackupRegister; view: BackupView };
}
