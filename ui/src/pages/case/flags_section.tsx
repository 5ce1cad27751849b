// What is late on a case and why, and what is coming.
import type { JSX } from 'preact';
import type { CaseView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Details } from '../../components/details';
import { SeverityTag } from '../../components/tag';
import { useDesk } from '../../session';
import { count } from '../../words/dates';
import { presentRest, standingFirst } from '../worklist/presenter';
import { useWake } from '../worklist/wake';
import { presentFlags, type CaseFlag } from './presenter';

export function FlagsSection({ view, reload }: { view: CaseView; reload: () => void }): JSX.Element {
  const { may } = useDesk();
  const { said, wake } = useWake(view.reference, reload);
  const [late, ahead] = [standingFirst(presentFlags(view, view.flags, may)), presentFlags(view, view.ahead, may)];
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">Late</h2>
      {said}
      {late.all.length === 0 && <p class="govuk-body">Nothing is late on this case.</p>}
      {late.resting.length > 0 && <p class="govuk-body">{late.says}.</p>}
      {late.standing.length > 0 && <Flags flags={late.standing} wake={wake} />}
      {late.resting.length > 0 && <><h3 class="govuk-heading-s">At rest</h3><Flags flags={late.resting} wake={wake} /></>}
      {ahead.length > 0 && <Details summary={`Coming: ${count(ahead.length, 'thing')} owed and not late`}><Flags flags={ahead} wake={wake} /></Details>}
    </section>
  );
}

function Flags({ flags, wake }: { flags: CaseFlag[]; wake: (flag: CaseFlag) => void }): JSX.Element {
  return (
    <ul class="cw-flags">
      {flags.map((flag) => (
        <li key={flag.key} class={`cw-flag cw-flag--${flag.severity}`}>
          <div class="cw-flag__head">
            <strong>{flag.says}</strong> <SeverityTag severity={flag.severity} /> <span class="cw-late">{flag.late}</span>
          </div>
          <p class="cw-why">{flag.explanation}</p>
          <Next flag={flag} wake={wake} />
        </li>
      ))}
    </ul>
  );
}

/** What would settle it; a manager may let it rest, or wake it. */
function Next({ flag, wake }: { flag: CaseFlag; wake: (flag: CaseFlag) => void }): JSX.Element {
  const { choices, may } = useDesk();
  const rest = flag.snooze && presentRest(flag.snooze, choices);
  const about = `“${flag.says}”, due ${flag.due}`;
  return (
    <>
      {rest && <p class="cw-why cw-rest"><strong>{rest.until}.</strong> {rest.why}</p>}
      <p class="cw-flag__next">
        {flag.next && <Link to={flag.next.to} quiet>{flag.next.text}</Link>}
        {flag.toRest && <Link to={flag.toRest} quiet about={about}>Let it rest</Link>}
        {rest && may.decide && <Button kind="secondary" small onClick={() => wake(flag)} about={about}>Wake</Button>}
      </p>
    </>
  );
}
