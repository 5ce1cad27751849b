// The version was decided, taken back or changed while it was open here: what happened, and where to go on.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../api/call';
import { Button, Link, LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { href, type Query } from '../../router';
import { draft } from '../start/draft_route';
import { presentMeanwhile, type Meanwhile } from './presenter';

export function MeanwhileNotice({ version, reference, message, tried, typed, query, queue, reload }: {
  version: string;
  /** Empty where the address does not name the case. */
  reference: string;
  /** What Rust said. */
  message: string;
  /** A decision of this person was refused, rather than the page opened late. */
  tried: boolean;
  /** The reason as it stood on the page; empty where the page only opened. */
  typed: string;
  query: Query;
  queue: string;
  /** Opens the version again, where it still waits. */
  reload: () => void;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  // Undefined while the case is being looked at; null where it cannot tell more than Rust did.
  const [known, setKnown] = useState<Meanwhile | null | undefined>(undefined);
  const [draftReason, setDraftReason] = useState('');
  const words = typed || draftReason;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let current = true;
    void look(version, reference, query).then((found) => {
      if (!current) return;
      setKnown(found.meanwhile);
      setDraftReason(found.typed);
    });
    return () => { current = false; };
  }, [version, reference]);
  const again = known?.next?.to.startsWith(href(`/sign-off/${version}`)) ?? false;
  return (
    <div class="cw-refused" role="alert">
      <h2 class="govuk-heading-m" tabIndex={-1} ref={heading}>{tried ? 'Your decision was not recorded' : 'This does not wait for a decision'}</h2>
      {known === null && <p class="govuk-body">{message}</p>}
      {known?.says.map((said) => <p key={said} class="govuk-body"><strong>{said}</strong></p>)}
      {words && <Details summary="What you had typed"><p class="cw-lines">{words}</p></Details>}
      <div class="govuk-button-group">
        {known?.next && (again
          ? <Button onClick={reload}>{known.next.text}</Button>
          : <LinkButton to={known.next.to}>{known.next.text}</LinkButton>)}
        <LinkButton to={queue} kind={known?.next ? 'secondary' : 'primary'}>Go on to what waits</LinkButton>
        {reference && <Link to={href(`/cases/${reference}`)} quiet>Open the case {reference}</Link>}
      </div>
    </div>
  );
}

/** What became of the version, and the reason that was typed. A draft about a decided version is shown once and thrown away. */
async function look(version: string, reference: string, query: Query): Promise<{ meanwhile: Meanwhile | null; typed: string }> {
  if (reference === '') return { meanwhile: null, typed: '' };
  const { key } = draft.decision(version, '');
  const [view, kept] = await Promise.all([
    call('view_case', { reference }).catch(() => null),
    call('read_draft', { key }).catch(() => null),
  ]);
  const meanwhile = view ? presentMeanwhile(view, version, query) : null;
  if (meanwhile?.decided && kept?.body) await call('discard_draft', { key }).catch(() => undefined);
  return { meanwhile, typed: reasonIn(kept?.body ?? '') };
}

function reasonIn(body: string): string {
  try {
    const value: unknown = JSON.parse(body || '{}');
    return typeof value === 'object' && value !== null && 'reason' in value && typeof value.reason === 'string' ? value.reason : '';
  } catch {
    return '';
  }
}
