// The fields of each kind of item.
import type { JSX } from 'preact';
import type { ContentForm, ItemKind } from '../../api/types';
import { Checkboxes, OneOf, Radios } from '../../components/form/choice';
import { Rows } from '../../components/form/rows';
import { DateField, LinesField, TextArea, TextField } from '../../components/form/text';
import { useDesk } from '../../session';
import { levelsOffered, offered } from '../../words/choices';
import { CHILD_SEEN, PROGRESSING } from '../../words/labels';
import { blankAction } from './values';

const NO_NAMES = 'No names, addresses, dates of birth or numbers.';

/** `standing` is the content that is being changed: its codes are offered even when they were withdrawn since. */
export function ItemFields({ kind, standing }: { kind: ItemKind; standing: ContentForm }): JSX.Element {
  const level = 'level' in standing ? standing.level : '';
  switch (kind) {
    case 'assessment': return <AssessmentFields standing={standing} level={level} />;
    case 'plan': return <PlanFields />;
    case 'review_arrangement': return <ArrangementFields />;
    case 'review': return <ReviewFields standing={standing} level={level} />;
    case 'closure': return <ClosureFields standing={standing} level={level} />;
  }
}

type Standing = { standing: ContentForm; level: string };

function AssessmentFields({ standing, level }: Standing): JSX.Element {
  const { choices } = useDesk();
  const codes = standing.kind === 'assessment' ? standing : null;
  return (
    <>
      <DateField name="content.started_on" label="When was the assessment started?" />
      <DateField name="content.completed_on" label="When was it completed?" />
      <Radios name="content.child_seen" label="Was the child seen?" choices={words(CHILD_SEEN)} />
      <Checkboxes name="content.indicators" label="Indicators present" choices={offered(choices, 'indicator_group', codes?.indicators)} />
      <OneOf name="content.evidence_of_harm" label="Evidence of harm" hint="Apart from risk: what is known to have happened." choices={offered(choices, 'evidence_of_harm', codes ? [codes.evidence_of_harm] : [])} />
      <Radios name="content.level" label="Level of risk, in your own judgement" hint="Caseward never works a level out. A manager confirms it at sign-off." choices={levelsOffered(choices, level)} />
      <TextField name="content.tool" label="Assessment tool, if one was used" hint="Left empty, it is recorded as professional judgement." width={30} />
      <div class="cw-row__fields">
        <TextField name="content.tool_version" label="Its version" width={10} plain />
        <TextField name="content.score" label="Its score, if it has one" width={5} numeric plain />
      </div>
      <TextArea name="content.summary" label="Summary" hint={NO_NAMES} rows={10} />
    </>
  );
}

function PlanFields(): JSX.Element {
  return (
    <>
      <Rows name="content.goals" title="Goals" one="goal" blank={() => ''}>
        {(name, place) => <TextArea name={name} label={`Goal ${place + 1}`} hint={place === 0 ? `What should be different for the child. ${NO_NAMES}` : undefined} rows={2} plain />}
      </Rows>
      <Rows name="content.actions" title="Actions" one="action" blank={blankAction}>
        {(name, place) => (
          <>
            <TextArea name={`${name}.what`} label={`Action ${place + 1}: what will be done`} rows={2} plain />
            <div class="cw-row__fields">
              <TextField name={`${name}.owner_role`} label="Owner, by role" hint="For example, social worker" width={20} plain />
              <TextField name={`${name}.agency`} label="Agency" hint="For example, police" width={20} plain />
              <DateField name={`${name}.due_on`} label="Due" plain />
            </div>
          </>
        )}
      </Rows>
    </>
  );
}

function ArrangementFields(): JSX.Element {
  return (
    <>
      <DateField name="content.next_review_on" label="When will the next review be held?" />
      <TextField name="content.chair_role" label="Who will chair it, by role" hint="For example, independent reviewing officer" width={30} />
      <LinesField name="content.agencies" label="Agencies to attend" hint="One on each line." />
      <TextArea name="content.bring_forward_if" label="What would bring the review forward" hint={NO_NAMES} rows={4} />
    </>
  );
}

function ReviewFields({ standing, level }: Standing): JSX.Element {
  const { choices } = useDesk();
  const code = standing.kind === 'review' ? standing.participation : '';
  return (
    <>
      <DateField name="content.held_on" label="When was the review held?" />
      <LinesField name="content.agencies" label="Agencies present" hint="One on each line." />
      <Radios name="content.participation" label="How did the child take part?" choices={offered(choices, 'participation', [code])} />
      <TextArea name="content.changed_by_views" label="What changed because of the child’s views" hint={NO_NAMES} rows={4} />
      <Radios name="content.level" label="Level of risk" choices={levelsOffered(choices, level)} />
      <Radios name="content.plan_progressing" label="Is the plan progressing?" choices={words(PROGRESSING)} />
      <DateField name="content.next_review_on" label="When will the next review be held?" hint="Leave empty if no date was agreed; the case is then flagged." />
    </>
  );
}

function ClosureFields({ standing, level }: Standing): JSX.Element {
  const { choices } = useDesk();
  const code = standing.kind === 'closure' ? standing.reason : '';
  return (
    <>
      <p class="govuk-body">The case closes when a manager has signed this off, and not before.</p>
      <DateField name="content.closing_on" label="When does the case close?" />
      <Radios name="content.reason" label="Why does it close?" choices={offered(choices, 'closure_reason', [code])} />
      <TextArea name="content.where_now" label="Where the child is now" hint={`In general words, such as "with foster carers". ${NO_NAMES}`} rows={3} />
      <Radios name="content.level" label="Level of risk at closure" choices={levelsOffered(choices, level)} />
    </>
  );
}

function words(all: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(all).map(([value, label]) => ({ value, label }));
}
