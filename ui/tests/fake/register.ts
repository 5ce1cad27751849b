// Answers every verb from the invented views. Only drafts, sign-in and refusals have a memory.
import type { CommandError, FilterView, ListFlags, MeetingView, Profile, RecordBankHolidays, Role, SessionView, Summary } from '../../src/api/types';
import {
  TODAY, actionPlan, caseRow, caseView, choices, closing, coverage, planImported, decision, decisions, deputies, imported, people, policy, preview, reference, startPage, summary, waiting,
} from './data';
import { meeting, meetingLine, missing, toCome, voice, workers } from './oversight';
import { answer, answers } from './questions';
import { packs, sample, samples, sharing } from './sharing';
import { causes, filters, flagPage, settled, settledPage } from './worklist';

type Asked = Record<string, unknown>;

export function fakeRegister(state: string, roles: string[]): (command: string, asked: Asked) => unknown {
  const drafts = new Map<string, { title: string; body: string; saved_at: string }>();
  const me = { ...people[0]!, roles: roles as Role[] };
  const session: SessionView = { person: me, authority: 'Northshire County Council', today: TODAY, warnings: ['No backup has been made for 31 days. Make one under People and settings.'] };
  let open = state === 'open';
  let there = state !== 'none';
  let keptFilters: FilterView[] = filters;
  let meetings: MeetingView[] = [toCome, meeting];

  const verbs: Record<string, (asked: Asked) => unknown> = {
    register_status: () => ({
      state: state === 'refused' ? 'refused' : !there ? 'none' : open ? 'open' : 'locked', directory: '/srv/council/Caseward', authority: there ? session.authority : null,
      people: people.map(({ id, name }) => ({ id, name })), message: state === 'refused' ? 'This register was written by a newer Caseward. Install that version, or open a backup of an earlier day.' : null, session: open ? session : null,
    }),
    create_register(asked) {
      if (String(asked.passphrase).length < 12) throw invalid('passphrase', 'Use at least 12 characters.');
      there = open = true;
      return { session, recovery_code: 'K7QX-2M9D-PW4T-H8RC-6VNB-3FJZ' };
    },
    sign_in(asked) {
      if (asked.passphrase !== 'correct horse battery') throw refused('wrong_passphrase', 'That passphrase is not right. Check capital letters and try again.');
      open = true;
      return session;
    },
    sign_out: () => { open = false; return {}; },
    list_choices: () => choices,
    start_page: () => ({ ...startPage, drafts: [...startPage.drafts, ...[...drafts].map(([key, draft]) => ({ key, ...draft }))] }),
    list_flags(asked) {
      if (asked.as_at === 'TBC') throw invalid('as_at', 'Enter a date as day, month and year, for example 27 3 2026.');
      return flagPage(asked as unknown as ListFlags);
    },
    list_filters: () => ({ filters: keptFilters }),
    save_filter(asked) {
      if (!asked.name) throw invalid('name', 'Name the filter, for example “High, my team”.');
      keptFilters = [...keptFilters.filter(({ name }) => name !== asked.name), { name: String(asked.name), query: String(asked.query) }];
      return { filters: keptFilters };
    },
    discard_filter(asked) {
      keptFilters = keptFilters.filter(({ name }) => name !== asked.name);
      return { filters: keptFilters };
    },
    snooze_flag(asked) {
      if (!asked.until) throw invalid('until', 'Enter the last day on which it rests.', 'reason', 'Say why it may rest.');
      return {};
    },
    list_settled: () => settledPage,
    list_voice: (asked) => inPeriod(asked, voice),
    list_missing: (asked) => inPeriod(asked, missing),
    list_worker_changes: (asked) => inPeriod(asked, workers),
    list_meetings: () => ({ meetings: meetings.map(meetingLine) }),
    view_meeting: (asked) => meetings.find(({ id }) => id === asked.id),
    record_meeting(asked) {
      const lines = asked.references as string[];
      const wrong = lines.flatMap((line, place) => (line.trim() === '' || line.startsWith('CW-') ? [] : [`references.${place}`, 'There is no case with this reference. Check it and type it again.']));
      if (wrong.length > 0) throw invalid(...wrong);
      return meeting;
    },
    record_meeting_decision(asked) {
      // The second case is decided by somebody else while one writes on it.
      const overtaken = asked.reference === reference(1) && asked.version === 1;
      const decided = overtaken ? { decision: 'Stays with the team.', decided_by: 'Lena Marsh' } : { decision: String(asked.decision), decided_by: me.name };
      meetings = meetings.map((kept) => ({ ...kept, cases: kept.cases.map((found) => (found.reference === asked.reference ? { ...found, ...decided, version: found.version + 1 } : found)) }));
      if (overtaken) throw refused('changed', 'Somebody changed this decision after you opened the meeting. Open it again and read what is there now.');
      return meetings.find(({ id }) => id === asked.id);
    },
    export_calendar(asked) {
      if (!String(asked.path).endsWith('.ics')) throw invalid('path', 'The name of a calendar file ends in .ics. Add that to the name.');
      return { file: asked.path, reviews: 23 };
    },
    view_causes: () => causes,
    list_cases: (asked) => ({ total: asked.search ? 1 : 302, offset: asked.offset, rows: Array.from({ length: asked.search ? 1 : 50 }, (_, n) => caseRow(n + Number(asked.offset))) }),
    find_child: (asked) => ({ reference: asked.child_id === '12345' ? reference(3) : null }),
    view_case: (asked) => ({ ...caseView(String(asked.reference)), without_cause: [settled(3), settled(12)].map((late) => ({ ...late, reference: String(asked.reference) })) }),
    open_case(asked) {
      if (!asked.opened_on) throw invalid('opened_on', 'Enter the day on which the case was opened.', 'facts.age_at_referral', 'Age is a whole number of years, 0 to 25.');
      return { reference: reference(77) };
    },
    change_case: () => { throw refused('changed', 'Grace Okafor changed this case after you opened it.'); },
    record_item(asked) {
      const content = asked.content as Asked;
      if (content.kind === 'assessment' && !content.completed_on) throw invalid('content.completed_on', 'Enter the day on which the assessment was completed.', 'content.level', 'Choose a level of risk.');
      return { reference: asked.reference, item_id: 'item-new', version_id: 'v-new', hash: 'hash-new' };
    },
    list_decisions: (asked) => ({ ...decisions, rows: decisions.rows.filter((row) => (!asked.outcome || row.outcome === asked.outcome) && (!asked.level_changed || row.level_changed)) }),
    list_deputies: () => ({ deputies }),
    name_deputy: () => ({ deputies }),
    end_deputy: () => ({ deputies }),
    preview_policy(asked) {
      if (!asked.effective_from) throw invalid('effective_from', 'Enter a date, for example 27 3 2026.');
      return preview;
    },
    record_policy: () => policy,
    set_review_date: (asked) => ({ reference: asked.reference }),
    reopen_case: (asked) => ({ reference: asked.reference }),
    list_waiting: (asked) => ({ total: 11, offset: asked.offset, rows: Array.from({ length: 11 }, (_, n) => waiting(n)) }),
    view_decision(asked) {
      // What the case shows as signed was decided by somebody else meanwhile; `closure` closes at a price.
      if (asked.version_id === 'v3') throw refused('changed', 'This version has been decided already.');
      return asked.version_id === 'closure' ? closing : decision;
    },
    record_sign_off(asked) {
      if (!asked.level) throw invalid('level', 'State the level of risk, in your own judgement.');
      return { reference: reference(0), flags: 1 };
    },
    return_item: () => ({ reference: reference(0), flags: 2 }),
    save_draft: (asked) => { drafts.set(String(asked.key), { title: String(asked.title), body: String(asked.body), saved_at: new Date().toISOString() }); return {}; },
    read_draft: (asked) => ({ key: asked.key, title: '', body: '', saved_at: null, ...drafts.get(String(asked.key)) }),
    discard_draft: (asked) => { drafts.delete(String(asked.key)); return {}; },
    view_action_plan: () => actionPlan,
    view_coverage: () => coverage,
    record_requirement: () => actionPlan,
    import_action_plan: (asked) => planImported(Boolean(asked.dry_run)),
    export_action_plan(asked) {
      if (!String(asked.path).endsWith('.xlsx')) throw invalid('path', 'The name of a workbook ends in .xlsx. Add that to the name.');
      return { file: asked.path, actions: 14 };
    },
    view_summary: (asked) => shownAs(String(asked.profile ?? 'internal')),
    list_answers: () => answers,
    answer_question: (asked) => ({ pack_id: asked.preview ? null : 'p2', answer }),
    view_pack: (asked) => (String(asked.pack_id).startsWith('pack-') ? shownAs(asked.pack_id === 'pack-1' ? 'partners' : 'internal') : answer),
    make_pack(asked) {
      if (asked.recipient === 'lscb' && asked.profile === 'internal') throw invalid('profile', 'This shows more than Safeguarding Children Partnership is usually shown. Choose the profile “partners”, or make the pack for nobody named.');
      return { pack_id: packs.packs[0]?.pack_id, files: ['summary.xlsx', 'summary.csv', 'summary.html'].map((name) => `${asked.directory}/${name}`), audit_head: summary.audit_head };
    },
    list_packs: () => packs,
    remake_pack(asked) {
      if (!asked.directory) throw invalid('directory', 'Choose the folder to write to.');
      if (asked.pack_id === 'pack-2') throw refused('refused', 'This version of Caseward would write the files otherwise than they were made, so nothing was written. Make a new pack of the same period.');
      return { pack_id: asked.pack_id, files: ['summary.xlsx', 'summary.csv', 'summary.html'].map((name) => `${asked.directory}/${name}`), audit_head: summary.audit_head };
    },
    record_thresholds(asked) {
      if (!asked.reason) throw invalid('reason', 'Say why they are changed.');
      return packs;
    },
    list_recipients: () => ({ recipients: sharing.recipients }),
    record_recipient(asked) {
      if (!asked.name) throw invalid('name', 'Enter the recipient’s name.');
      return { recipients: sharing.recipients };
    },
    list_sharing: (asked) => ({ ...sharing, recipients: sharing.recipients.filter((one) => (!asked.overdue || one.overdue_days > 0) && (!asked.recipient || one.code === asked.recipient)) }),
    record_sharing(asked) {
      if (!asked.to_role) throw invalid('to_role', 'Say whom it was given to, by their part: “Chair of the board”.');
      return sharing;
    },
    list_samples: () => samples,
    view_sample: () => sample,
    draw_sample(asked) {
      if (!asked.size) throw invalid('size', 'Enter how many cases to draw: a whole number from 1.');
      return sample;
    },
    record_sample_finding: () => sample,
    export_sample: (asked) => ({ files: ['list.csv', 'found.csv', 'sample.html'].map((name) => `${asked.directory}/${name}`), audit_head: summary.audit_head }),
    export_inspection_pack: (asked) => ({ files: ['pack.xlsx', 'cases.csv'].map((name) => `${asked.directory}/${name}`), cases: 1204, workbook: true, audit_head: summary.audit_head }),
    import_tracker: (asked) => imported(asked.dry_run === true, asked.skip_bad_rows === true),
    import_census: (asked) => imported(asked.dry_run === true, true),
    list_people: () => ({ people }),
    record_team: () => choices,
    record_code: () => choices,
    view_policy: () => policy,
    record_bank_holidays(asked) {
      const { holidays } = asked as unknown as RecordBankHolidays;
      const wrong = holidays.flatMap(({ title }, place) => (title === '' ? [`holidays.${place}.title`, 'Enter the name of the bank holiday.'] : []));
      if (wrong.length > 0) throw invalid(...wrong);
      return policy;
    },
    verify_register: () => ({ ok: true, events: 4211, head: summary.audit_head, first_bad_event: null, problems: [] }),
    backup_register: (asked) => ({ path: `${asked.directory}/caseward-2026-09-30`, bytes: 2_400_000, audit_head: summary.audit_head }),
    choose_folder: () => '/srv/council/Documents',
    choose_file: (asked) => (asked.kind === 'calendar' ? '/srv/council/reviews.ics' : '/srv/council/cse_tracker.xlsx'),
    print_page: () => window.print(),
    job_progress: () => null,
  };

  return (command, asked) => {
    const free = ['register_status', 'create_register', 'sign_in', 'sign_out'];
    if (!open && !free.includes(command)) throw refused('not_signed_in', 'Nobody is signed in. Unlock the register.');
    return structuredClone((verbs[command] ?? (() => ({})))(asked));
  };
}

function shownAs(profile: string): Summary {
  return { ...summary, profile: profile as Profile, marking: profile === 'internal' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL', suppression: profile === 'internal' ? [] : ['[c] stands for a number that is not shown.'] };
}

function inPeriod<T>(asked: Asked, page: T): T {
  if (asked.from === 'TBC') throw invalid('from', 'Enter a date as day, month and year, for example 27 3 2026.');
  return page;
}

function refused(code: CommandError['code'], message: string): CommandError {
  return { code, message, fields: [] };
}

function invalid(...pairs: string[]): CommandError {
  const fields = pairs.flatMap((field, place) => (place % 2 === 0 ? [{ field, message: pairs[place + 1] ?? '' }] : []));
  return { code: 'invalid', message: 'Some answers are missing or wrong.', fields };
}
