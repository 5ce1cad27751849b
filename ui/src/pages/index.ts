// Every page and its address.
import type { ComponentType } from 'preact';
import { match, type Query } from '../router';
import { ActionFormPage } from './action_plan/action_form';
import { ActionUpdatePage } from './action_plan/action_update';
import { CoveragePage } from './action_plan/coverage_page';
import { ExportPlanPage } from './action_plan/export_page';
import { ImportPlanPage } from './action_plan/import_page';
import { ObjectiveFormPage } from './action_plan/objective_form';
import { ActionPlanPage } from './action_plan/page';
import { RequirementFormPage } from './action_plan/requirement_form';
import { CasePage } from './case/page';
import { ChangeCasePage } from './case/change_case';
import { EpisodePage } from './case/episode_form';
import { OpenCasePage } from './case/open_case';
import { PlanUpdatePage } from './case/plan_update';
import { ReopenPage } from './case/reopen_form';
import { ReviewDatePage } from './case/review_date_form';
import { CasesPage } from './cases/page';
import { CauseFiguresPage } from './causes/figures';
import { CausesPage } from './causes/page';
import { DecisionPage } from './decision/page';
import { DecisionsPage } from './decisions/page';
import { DeputiesPage } from './deputies/page';
import { ImportPage } from './import/page';
import { InspectionPage } from './inspection/page';
import { ItemPage } from './item/page';
import { MeetingFormPage } from './meetings/meeting_form';
import { MeetingModePage } from './meetings/mode';
import { MeetingsPage } from './meetings/page';
import { MeetingPage } from './meetings/overview';
import { NotFoundPage } from './not_found';
import { MissingPage } from './oversight/missing_page';
import { inOversight } from './oversight/room';
import { VoicePage } from './oversight/voice_page';
import { WorkersPage } from './oversight/workers_page';
import { AnswerGivenPage, QuestionsPage } from './questions/page';
import { QueuePage } from './queue/page';
import { DrawSamplePage } from './samples/draw_form';
import { SampleFindingPage } from './samples/finding_form';
import { SamplesPage } from './samples/page';
import { SamplePage } from './samples/sample';
import { BackupPage } from './settings/backup';
import { BankHolidaysPage } from './settings/bank_holidays';
import { CodeListPage, CodeListsPage } from './settings/code_lists';
import { PassphrasePage } from './settings/passphrase';
import { PeoplePage } from './settings/people';
import { PersonPage } from './settings/person_form';
import { PolicyPage } from './settings/policy';
import { PolicyFormPage } from './settings/policy_form';
import { ChangeSmallNumbersPage, SmallNumbersPage } from './settings/small_numbers';
import { TeamsPage } from './settings/teams';
import { VerifyPage } from './settings/verify';
import { SharingPage } from './sharing/page';
import { RecipientPage } from './sharing/recipient';
import { RecordSharingPage } from './sharing/record';
import { StartPage } from './start/page';
import { WriteAgainPage } from './summary/again';
import { PackPage } from './summary/pack';
import { SummaryPage } from './summary/page';
import { inSummary } from './summary/room';
import { WorklistPage } from './worklist/page';
import { RestPage } from './worklist/rest';

export interface PageProps {
  /** What the names in the address stand for, such as `reference`. */
  at: Record<string, string>;
  query: Query;
}

const PAGES: [string, ComponentType<PageProps>][] = [
  ['/', StartPage],
  ['/worklist', WorklistPage],
  ['/worklist/rest', RestPage],
  ['/worklist/causes', inOversight(CausesPage)],
  ['/worklist/causes/figures', inOversight(CauseFiguresPage)],
  ['/cases', CasesPage],
  ['/cases/new', OpenCasePage],
  ['/cases/:reference', CasePage],
  ['/cases/:reference/change', ChangeCasePage],
  ['/cases/:reference/reopen', ReopenPage],
  ['/cases/:reference/review-date', ReviewDatePage],
  ['/cases/:reference/write/:kind', ItemPage],
  ['/cases/:reference/write/:kind/:item', ItemPage],
  ['/cases/:reference/missing/:episode', EpisodePage],
  ['/cases/:reference/plan/:action', PlanUpdatePage],
  ['/sign-off', QueuePage],
  ['/sign-off/:version', DecisionPage],
  ['/oversight/voice', inOversight(VoicePage)],
  ['/oversight/missing', inOversight(MissingPage)],
  ['/oversight/workers', inOversight(WorkersPage)],
  ['/meetings', MeetingsPage],
  ['/meetings/new', MeetingFormPage],
  ['/meetings/:meeting', MeetingPage],
  ['/meetings/:meeting/change', MeetingFormPage],
  ['/meetings/:meeting/cases', MeetingModePage],
  ['/decisions', inOversight(DecisionsPage)],
  ['/deputies', inOversight(DeputiesPage)],
  ['/action-plan', ActionPlanPage],
  ['/action-plan/objective/:objective', ObjectiveFormPage],
  ['/action-plan/objective/:objective/action/:action', ActionFormPage],
  ['/action-plan/update/:action', ActionUpdatePage],
  ['/action-plan/coverage', CoveragePage],
  ['/action-plan/requirement/:requirement', RequirementFormPage],
  ['/action-plan/import', ImportPlanPage],
  ['/action-plan/export', ExportPlanPage],
  ['/summary', inSummary(SummaryPage)],
  ['/summary/pack/:pack', inSummary(PackPage)],
  ['/summary/again/:pack', inSummary(WriteAgainPage)],
  ['/sharing', inSummary(SharingPage)],
  ['/sharing/record', inSummary(RecordSharingPage)],
  ['/sharing/recipient/:recipient', inSummary(RecipientPage)],
  ['/samples', inSummary(SamplesPage)],
  ['/samples/new', inSummary(DrawSamplePage)],
  ['/samples/:sample', inSummary(SamplePage)],
  ['/samples/:sample/case/:reference', inSummary(SampleFindingPage)],
  ['/questions', inSummary(QuestionsPage)],
  ['/questions/:pack', inSummary(AnswerGivenPage)],
  ['/inspection', inSummary(InspectionPage)],
  ['/import', ImportPage],
  ['/settings', PeoplePage],
  ['/settings/person/:person', PersonPage],
  ['/settings/passphrase', PassphrasePage],
  ['/settings/teams', TeamsPage],
  ['/settings/lists', CodeListsPage],
  ['/settings/lists/:list', CodeListPage],
  ['/settings/policy', PolicyPage],
  ['/settings/policy/new', PolicyFormPage],
  ['/settings/bank-holidays', BankHolidaysPage],
  ['/settings/small-numbers', SmallNumbersPage],
  ['/settings/small-numbers/:profile', ChangeSmallNumbersPage],
  ['/settings/verify', VerifyPage],
  ['/settings/backup', BackupPage],
];

export function pageAt(path: string): { Show: ComponentType<PageProps>; names: Record<string, string> } {
  for (const [pattern, Show] of PAGES) {
    const names = match(pattern, path);
    if (names) return { Show, names };
  }
  return { Show: NotFoundPage, names: {} };
}
