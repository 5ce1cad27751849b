// The teams that cases belong to.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { RecordTeam } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { TextField } from '../../components/form/text';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { go, href } from '../../router';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { Settings } from './settings_page';

export function TeamsPage({ query }: PageProps): JSX.Element {
  const { choices } = useDesk();
  const was = choices.teams.find((team) => team === query.rename) ?? '';
  return (
    <Settings>
      <Page title="Teams">
        {choices.teams.length === 0 ? <Empty>There is no team yet. Add the first below.</Empty> : (
          <Table
            caption="Teams" hideCaption rows={choices.teams} rowKey={(team) => team}
            columns={[
              { heading: 'Team', names: true, cell: (team) => team },
              { heading: 'Next', cell: (team) => <Link to={href('/settings/teams', { rename: team })} quiet about={team}>Rename</Link> },
            ]}
          />
        )}
        <TeamForm key={was} was={was} />
      </Page>
    </Settings>
  );
}

function TeamForm({ was }: { was: string }): JSX.Element {
  const { setChoices } = useDesk();
  const form = useForm<RecordTeam>({ name: was, was });
  const send = async (values: RecordTeam) => {
    const choices = await call('record_team', values);
    return () => {
      setChoices(choices);
      form.set('name', '');
      go('#/settings/teams');
    };
  };
  return (
    <>
      <h2 class="govuk-heading-m">{was ? `Rename ${was}` : 'Add a team'}</h2>
      <FormBody
        form={form} onSubmit={send}
        buttons={<><Button type="submit" busy={form.busy}>{was ? 'Rename the team' : 'Add the team'}</Button>{was && <Link to="#/settings/teams" quiet>Cancel</Link>}</>}
      >
        <TextField name="name" label="Name of the team" width={30} />
      </FormBody>
    </>
  );
}
