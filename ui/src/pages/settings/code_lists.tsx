// The code lists: codes are added, reworded and withdrawn, and never taken out of the record.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { CodeView, RecordCode } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { DateField, TextField } from '../../components/form/text';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { go, href } from '../../router';
import { useDesk } from '../../session';
import { count } from '../../words/dates';
import type { PageProps } from '..';
import { sayList } from './presenter';
import { Settings } from './settings_page';

export function CodeListsPage(): JSX.Element {
  const { choices } = useDesk();
  const lists = Object.keys(choices.lists).sort((a, b) => sayList(a).localeCompare(sayList(b), 'en-GB'));
  return (
    <Settings>
      <Page title="Code lists">
        <p class="govuk-body">The words that forms offer. A withdrawn code stays where it was used and is no longer offered.</p>
        <Table
          caption="Code lists" hideCaption rows={lists} rowKey={(list) => list}
          columns={[
            { heading: 'List', names: true, cell: (list) => <Link to={href(`/settings/lists/${list}`)} quiet>{sayList(list)}</Link> },
            { heading: 'Codes', numeric: true, cell: (list) => (choices.lists[list] ?? []).length },
          ]}
        />
      </Page>
    </Settings>
  );
}

export function CodeListPage({ at, query }: PageProps): JSX.Element {
  const { choices } = useDesk();
  const list = at.list ?? '';
  const codes = choices.lists[list] ?? [];
  const changing = codes.find(({ code }) => code === query.code) ?? null;
  return (
    <Settings>
      <Page title={sayList(list)} back={{ to: '#/settings/lists', text: 'code lists' }}>
        <CodeForm key={changing?.code ?? ''} list={list} code={changing} />
        <Table<CodeView>
          caption={count(codes.length, 'code')} rows={codes} rowKey={({ code }) => code}
          columns={[
            { heading: 'Code', names: true, tight: true, cell: ({ code }) => code },
            { heading: 'Words', cell: ({ label }) => label },
            { heading: 'Offered', cell: ({ offered }) => (offered ? 'Yes' : <Tag text="Withdrawn" colour="grey" />) },
            { heading: 'Next', cell: ({ code }) => <Link to={href(`/settings/lists/${list}`, { code })} quiet about={code}>Change</Link> },
          ]}
        />
      </Page>
    </Settings>
  );
}

function CodeForm({ list, code }: { list: string; code: CodeView | null }): JSX.Element {
  const { setChoices } = useDesk();
  const empty = { list, code: code?.code ?? '', label: code?.label ?? '', withdrawn_from: '' };
  const form = useForm<RecordCode>(empty);
  const here = href(`/settings/lists/${list}`);
  const send = async (values: RecordCode) => {
    const choices = await call('record_code', values);
    return () => {
      setChoices(choices);
      void form.startAgain();
      go(here);
    };
  };
  return (
    <>
      <h2 class="govuk-heading-m">{code ? `Change ${code.code}` : 'Add a code'}</h2>
      <FormBody
        form={form} onSubmit={send}
        buttons={<><Button type="submit" busy={form.busy}>{code ? 'Save the code' : 'Add the code'}</Button>{code && <Link to={here} quiet>Cancel</Link>}</>}
      >
        {!code && <TextField name="code" label="Code" hint="Letters, digits, underscore or hyphen; it never changes." width={20} />}
        <TextField name="label" label="Words" />
        {code && <DateField name="withdrawn_from" label="No longer offered from" hint={code.offered ? 'Leave empty to keep offering it.' : 'It is withdrawn now. Leave empty to offer it again.'} />}
      </FormBody>
    </>
  );
}
