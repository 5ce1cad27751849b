// What is late on a case and why, and what is coming.
import type { JSX } from 'preact';
import type { CaseView } from '../../api/types';
import { Link } from '../../components/button';
import { Details } from '../../components/details';
import { SeverityTag } from '../../components/tag';
import { useDesk } from '../../session';
import { count } from '../../words/dates';
import { presentFlags, type CaseFlag } from './presenter';

export function FlagsSection({ view }: { view: CaseView }): JSX.Element {
  const { may } = useDesk();
  const [late, ahead] = [presentFlags(view, view.flags, may), presentFlags(view, view.ahead, may)];
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">Late</h2>
      {late.length === 0 ? <p class="govuk-body">Nothing is late on this case.</p> : <Flags flags={late} />}
      {ahead.length > 0 && <Details summary={`Coming: ${count(ahead.length, 'thing')} owed and not late`}><Flags flags={ahead} /></Details>}
    </section>
  );
}

function Flags({ flags }: { flags: CaseFlag[] }): JSX.Element {
  return (
    <ul class="cw-flags">
      {flags.map((flag) => (
        <li key={flag.key} class={`cw-flag cw-flag--${flag.severity}`}>
          <div class="cw-flag__head">
            <strong>{flag.says}</strong> <SeverityTag severity={flag.severity} /> <span class="cw-late">{flag.late}</span>
          </div>
          <p class="cw-why">{flag.explanation}</p>
          {flag.next && <p class="cw-flag__next"><Link to={flag.next.to} quiet>{flag.next.text}</Link></p>}
        </li>
      ))}
    </ul>
  );
}
