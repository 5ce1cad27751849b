// Questions from the public: the answer that may be given, and what was given before.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { AnswerQuestion, AnswersView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { printOpened } from '../../components/print';
import { Table } from '../../components/table';
import { go } from '../../router';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { Preview, TableSection } from '../summary/shown';
import { SHORT, askAnswer, presentAnswer, presentGiven, type AnswerShown } from './presenter';

export function QuestionsPage({ query }: PageProps): JSX.Element {
  const { session } = useDesk();
  const given = useLoad('list_answers', {});
  const asked = askAnswer(query, session.today);
  return (
    <Page title="Questions from the public" wide>
      <p class="govuk-body cw-page--text">
        Requests under the Freedom of Information Act ask the same few things. The answers come from the tables of the packs for the public, so that they agree with them. Small numbers are hidden, and what is left is checked together with everything that was given before. A period covers whole quarters; what is open is counted on its last day.
      </p>
      <Loading of={given} what="the questions">
        {(view) => (
          <>
            <Asked asked={asked} questions={view.questions} />
            <h2 class="govuk-heading-m">Answers that were given</h2>
            <Given view={view} />
          </>
        )}
      </Loading>
    </Page>
  );
}

function Asked({ asked, questions }: { asked: AnswerQuestion; questions: AnswersView['questions'] }): JSX.Element {
  const load = useLoad('answer_question', asked);
  const wrong = (name: string) => load.refused?.fields.find(({ field }) => field === name)?.message ?? null;
  return (
    <>
      <Filters path="/questions" label="The question and its period" apply="Show the answer" clear="Last full quarter" few>
        <FilterSelect name="question" label="Question" choices={questions.map(({ question }) => ({ value: question, label: SHORT[question] }))} value={asked.question} />
        <FilterText name="from" label="From" value={asked.from} error={wrong('from')} />
        <FilterText name="to" label="To" value={asked.to} error={wrong('to')} />
      </Filters>
      <Loading of={load} what="the answer">
        {({ answer }) => (
          <section class="cw-section" aria-label="The answer">
            <p class="govuk-body-l">{answer.title}</p>
            <Preview instead="This answer was not given to anybody, so it is not printed. Keep it as given first, and print that.">
              <Answer shown={presentAnswer(answer)} />
              <GiveForm asked={asked} />
            </Preview>
          </section>
        )}
      </Loading>
    </>
  );
}

function Answer({ shown }: { shown: AnswerShown }): JSX.Element {
  return (
    <>
      {shown.tables.map((table) => <TableSection key={table.id} table={table} />)}
      <h3 class="govuk-heading-s">What is not shown</h3>
      <ul class="govuk-list govuk-list--bullet cw-list">{shown.hidden.map((line) => <li key={line}>{line}</li>)}</ul>
    </>
  );
}

function GiveForm({ asked }: { asked: AnswerQuestion }): JSX.Element {
  const form = useForm({ request: '' });
  const send = async ({ request }: { request: string }) => {
    const { pack_id } = await call('answer_question', { ...asked, request, preview: false });
    return () => {
      sayOnNextPage('The answer was kept as given. It will be read together with every later pack and answer.');
      go(`#/questions/${pack_id}`);
    };
  };
  return (
    <FormBody form={form} onSubmit={send} working="Keeping the answer…" buttons={<Button type="submit" busy={form.busy}>Keep this answer as given</Button>}>
      <TextField name="request" label="Number of the request" hint="The authority’s own, for example FOI 2026/118. Not the name of whoever asked." width={20} />
    </FormBody>
  );
}

function Given({ view }: { view: AnswersView }): JSX.Element {
  const rows = presentGiven(view);
  if (rows.length === 0) return <Empty>No answer has been given yet.</Empty>;
  return (
    <Table
      caption="Answers that were given, the newest first" hideCaption rows={rows} rowKey={(row) => row.key}
      columns={[
        { heading: 'Request', names: true, tight: true, cell: (row) => <Link to={row.to} quiet about={row.asks}>{row.request}</Link> },
        { heading: 'Question', cell: (row) => row.asks },
        { heading: 'Period', cell: (row) => row.period },
        { heading: 'Given', cell: (row) => row.given },
      ]}
    />
  );
}

const BACK = { to: '#/questions', text: 'questions from the public' };

export function AnswerGivenPage({ at }: PageProps): JSX.Element {
  const load = useLoad('view_pack', { pack_id: at.pack ?? '' });
  const shown = load.view && presentAnswer(load.view);
  return (
    <Page title={shown?.asks ?? 'Answer'} wide back={BACK} error={load.refused !== null}>
      <Loading of={load} what="the answer">
        {() => shown && (
          <>
            <p class="cw-marking cw-marking--own">{shown.marking}</p>
            <p class="govuk-body-l">{shown.period}</p>
            <Button kind="secondary" small onClick={() => void printOpened()}>Print this answer</Button>
            <Answer shown={shown} />
          </>
        )}
      </Loading>
    </Page>
  );
}
