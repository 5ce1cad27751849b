// A list on paper: the whole of what is filtered rather than the fifty rows on the screen, what it was filtered by, its
// marking and its day. Case lists are OFFICIAL-SENSITIVE (Government Security Classifications), and paper is passed on.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call, refusal, type Refused, type Request, type Verb, type View } from '../api/call';
import type { SessionView } from '../api/types';
import { sayDate, sayNumber } from '../words/dates';
import { Button } from './button';
import { RefusedNotice } from './notice';
import { printOpened } from './print';

/** So many rows Rust gives at once; more than that is no list to carry to a meeting. */
export const ON_PAPER = 500;

export interface Paper<T> {
  /** What is printed, once it was asked for under the filters that stand. */
  whole: T | null;
  refused: Refused | null;
  busy: boolean;
  print: () => void;
}

export function usePaper<V extends Verb>(verb: V, request: Request<V>): Paper<View<V>> {
  const wanted = `${verb} ${JSON.stringify(request)}`;
  const [state, setState] = useState({ of: '', turn: 0, whole: null as View<V> | null, refused: null as Refused | null, busy: false });
  const refuse = (thrown: unknown) => setState((was) => ({ ...was, of: wanted, refused: refusal(thrown), busy: false }));
  const print = async () => {
    setState((was) => ({ ...was, busy: true }));
    try {
      const whole = await call(verb, request);
      setState(({ turn }) => ({ of: wanted, turn: turn + 1, whole, refused: null, busy: false }));
    } catch (thrown) {
      refuse(thrown);
    }
  };
  // The rows must stand on the page before the printer draws it.
  useEffect(() => { if (state.turn > 0) printOpened().catch(refuse); }, [state.turn]);
  const here = state.of === wanted;
  return { whole: here ? state.whole : null, refused: here ? state.refused : null, busy: state.busy, print: () => void print() };
}

export function PrintButton<T>({ paper, what }: { paper: Paper<T>; what: string }): JSX.Element {
  return <Button kind="secondary" small busy={paper.busy} onClick={paper.print} about={what}>Print</Button>;
}

/** A list on the screen, and its whole on paper once that was fetched. */
export function OnPaper<T extends { total: number; rows: unknown[] }>({ paper, says, whole, children }: {
  paper: Paper<T>;
  /** By what it is filtered, in words. */
  says: string;
  whole: (found: T) => ComponentChildren;
  /** What the screen shows. */
  children: ComponentChildren;
}): JSX.Element {
  const found = paper.whole;
  const cut = found ? sayCut(found.rows.length, found.total) : '';
  return (
    <>
      {paper.refused && <RefusedNotice refused={paper.refused} retry={paper.print} />}
      <div class={found ? 'cw-screen-only' : ''}>{children}</div>
      {found && (
        <div class="cw-print-only">
          <p class="govuk-body">{says}</p>
          {cut && <p class="govuk-body"><strong>{cut}</strong></p>}
          {whole(found)}
          <p class="govuk-body">{sayEnd(found.rows.length, found.total)}</p>
        </div>
      )}
    </>
  );
}

/** The top of whatever is printed from an open register. */
export function PaperHead({ session }: { session: SessionView }): JSX.Element {
  return (
    <div class="cw-print-only cw-paper-head">
      <p class="cw-marking">OFFICIAL-SENSITIVE. Pseudonymised, and personal data inside the authority.</p>
      <p class="govuk-body">Printed on {sayDate(session.today)} by {session.person.name}, {session.authority}.</p>
    </div>
  );
}

/** Empty when all of it is there. */
export function sayCut(shown: number, total: number): string {
  return shown < total ? `Only the first ${sayNumber(shown)} of ${sayNumber(total)} are printed. Filter the list to print the rest.` : '';
}

/** The last line, so that a missing sheet is noticed. */
export function sayEnd(shown: number, total: number): string {
  return shown < total ? `End of the first ${sayNumber(shown)} of ${sayNumber(total)}.` : `End of the list: ${sayNumber(total)} in all.`;
}
