// Who uses the register, in which roles.
import type { JSX } from 'preact';
import { Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { presentPeople } from './presenter';
import { Settings } from './settings_page';

export function PeoplePage(): JSX.Element {
  const load = useLoad('list_people', {});
  return (
    <Settings>
      <Page title="People" wide>
        <LinkButton to="#/settings/person/new">Add a person</LinkButton>
        <Loading of={load} what="the people">
          {(view) => (
            <Table
              caption="People of the register" hideCaption rows={presentPeople(view)} rowKey={(person) => person.id}
              columns={[
                { heading: 'Name', names: true, cell: (person) => person.name },
                { heading: 'Roles', cell: (person) => person.roles },
                { heading: 'Team', cell: (person) => person.team },
                { heading: 'Access', cell: (person) => <Tag {...person.access} /> },
                { heading: 'Next', cell: (person) => <Link to={person.to} quiet about={person.name}>Change</Link> },
              ]}
            />
          )}
        </Loading>
      </Page>
    </Settings>
  );
}
