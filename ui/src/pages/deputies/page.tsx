// Who decides for whom: a manager on leave names another for a period, so that nothing waits for their return.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, refusal, type Refused } from '../../api/call';
import type { DeputyView } from '../../api/types';
import { Button } from '../../components/button';
import { Select } from '../../components/form/choice';
import { ErrorSummary } from '../../components/form/error_summary';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { DateField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Done, Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { useDesk } from '../../session';
import { managersOf, nameDeputy, presentDeputies, type DeputyLine, type DeputyValues } from './presenter';

export function DeputiesPage(): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('list_deputies', {});
  const [outcome, setOutcome] = useState<{ done: string; refused: Refused | null; turn: number }>({ done: '', refused: null, turn: 0 });
  const said = (done: string, refused: Refused | null = null) => setOutcome({ done, refused, turn: outcome.turn + 1 });
  const end = async (line: DeputyLine) => {
    try {
      await call('end_deputy', { id: line.id });
      said(`${line.deputy} no longer decides for ${line.manager}.`);
      load.reload();
    } catch (thrown) {
      said('', refusal(thrown));
    }
  };
  return (
    <Page title="Who decides for whom" wide back={may.decide ? { to: '#/sign-off', text: 'what waits for sign-off' } : { to: '#/settings', text: 'settings' }}>
      <p class="govuk-body cw-page--text">A manager who is away names another manager for those days. What the deputy decides says for whom, and nobody decides their own work.</p>
      {outcome.refused && <ErrorSummary key={outcome.turn} refused={outcome.refused} />}
      {outcome.done && <Done key={outcome.turn}><p class="govuk-notification-banner__heading">{outcome.done}</p></Done>}
      <Loading of={load} what="who decides for whom">
        {({ deputies }) => (deputies.length === 0
          ? <Empty>Nobody has named a deputy yet.</Empty>
          : <Deputies deputies={deputies} end={end} />)}
      </Loading>
      {may.keep && <NameForm done={(words) => { said(words); load.reload(); }} />}
    </Page>
  );
}

function Deputies({ deputies, end }: { deputies: DeputyView[]; end: (line: DeputyLine) => Promise<void> }): JSX.Element {
  return (
    <Table
      caption="Deputies: in force and to come first, then what is over" hideCaption rows={presentDeputies(deputies)} rowKey={(line) => line.id}
      columns={[
        { heading: 'Manager', names: true, cell: (line) => line.manager },
        { heading: 'Decides for them', cell: (line) => line.deputy },
        { heading: 'First day', tight: true, cell: (line) => line.from },
        { heading: 'Last day', tight: true, cell: (line) => line.to },
        { heading: 'State', cell: (line) => <Tag {...line.state} /> },
        { heading: 'Next', cell: (line) => (line.mayEnd ? <Button kind="secondary" small onClick={() => void end(line)} about={`that ${line.deputy} decides for ${line.manager}`}>{line.endText}</Button> : '') },
      ]}
    />
  );
}

function NameForm({ done }: { done: (words: string) => void }): JSX.Element {
  const { choices, may, session } = useDesk();
  const form = useForm<DeputyValues>({ manager: '', deputy: '', from: '', to: '' });
  const me = session.person.id;
  const { away, deputies } = managersOf(choices, form.values.manager || (may.decide ? me : ''));
  const send = async (values: DeputyValues) => {
    await call('name_deputy', nameDeputy(values, !may.decide));
    const name = deputies.find(({ value }) => value === values.deputy)?.label ?? 'The deputy';
    return () => {
      void form.startAgain();
      done(`${name} was named.`);
    };
  };
  return (
    <section class="cw-section cw-page--text" aria-labelledby="name-deputy">
      <h2 class="govuk-heading-m" id="name-deputy">Name a deputy</h2>
      <FormBody form={form} onSubmit={send} buttons={<Button type="submit" busy={form.busy}>Name the deputy</Button>}>
        {may.administer && <Select name="manager" label="Which manager is away?" choices={away.filter(({ value }) => value !== me)} blank={may.decide ? 'I am' : ''} />}
        <Select name="deputy" label="Who decides meanwhile?" hint={deputies.length > 0 ? 'Another manager. What waits for you stands in their queue too.' : 'No other manager can sign in yet. An administrator gives them a passphrase under People.'} choices={deputies} />
        <div class="cw-row__fields">
          <DateField name="from" label="First day" />
          <DateField name="to" label="Last day" />
        </div>
      </FormBody>
    </section>
  );
}
