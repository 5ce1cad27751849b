// Meeting mode: one case on the screen, one key to the next. Moving on saves what was decided.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MeetingView } from '../../api/types';
import { Link } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import type { PageProps } from '..';
import { CaseOnScreen } from './case_on_screen';
import { caseOf, toMeeting } from './presenter';

export function MeetingModePage({ at, query }: PageProps): JSX.Element {
  const id = at.meeting ?? '';
  const load = useLoad('view_meeting', { id });
  if (load.view) return <Mode first={load.view} asked={query.case} />;
  return <Page title="Meeting" back={{ to: toMeeting(id), text: 'the meeting' }} error={load.refused !== null}><Loading of={load} what="the meeting">{() => null}</Loading></Page>;
}

function Mode({ first, asked }: { first: MeetingView; asked: string | undefined }): JSX.Element {
  const [view, setView] = useState(first);
  const [said, setSaid] = useState('');
  // Without a case in the address, the one that was found first stays while its decision is saved.
  const [begun] = useState(() => caseOf(first, undefined)?.reference);
  const found = caseOf(view, asked ?? begun);
  return (
    <>
      {found
        ? <CaseOnScreen key={found.reference} view={view} found={found} setView={setView} say={setSaid} />
        : <Page title={view.name}><p class="govuk-body">This case is not in the meeting. <Link to={toMeeting(view.id)}>Go to the meeting</Link></p></Page>}
      <p role="status" class="govuk-body-s cw-said">{said}</p>
    </>
  );
}
