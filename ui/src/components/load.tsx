// Fetching a view: what was there stays on the page while the next comes, and a wait of over a second says what it is.
import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { call, refusal, type Refused, type Request, type Verb, type View } from '../api/call';
import { cancelJob, jobProgress, type JobProgress } from '../api/desk';
import { sayNumber } from '../words/dates';
import { Button } from './button';
import { RefusedNotice } from './notice';

export interface Load<T> { view: T | null; refused: Refused | null; busy: boolean; reload: () => void }

export function useLoad<V extends Verb>(verb: V, request: Request<V>): Load<View<V>> {
  const [asked, setAsked] = useState(0);
  const wanted = `${verb} ${JSON.stringify(request)} ${asked}`;
  const [state, setState] = useState<{ of: string; view: View<V> | null; refused: Refused | null }>({
    of: '',
    view: null,
    refused: null,
  });
  useEffect(() => {
    let current = true;
    call(verb, request).then(
      (view) => current && setState({ of: wanted, view, refused: null }),
      (thrown) => current && setState({ of: wanted, view: null, refused: refusal(thrown) }),
    );
    return () => { current = false; };
  }, [wanted]);
  const reload = useCallback(() => setAsked((n) => n + 1), []);
  return { view: state.view, refused: state.refused, busy: state.of !== wanted, reload };
}

export function Loading<T>({ of, what, children }: {
  of: Load<T>;
  /** As in "Fetching the worklist". */
  what: string;
  children: (view: T) => ComponentChildren;
}): JSX.Element {
  return (
    <div aria-busy={of.busy}>
      {of.busy && <Waiting says={`Fetching ${what}…`} />}
      {of.refused && <RefusedNotice refused={of.refused} retry={of.reload} />}
      {of.view !== null && children(of.view)}
    </div>
  );
}

const LOOKS_A_SECOND = 4;

/** Words for something that takes over a second, a bar where it can be counted how far it is, and a way to stop it. */
export function Waiting({ says }: { says: string }): JSX.Element {
  const [looks, setLooks] = useState(0);
  const [job, setJob] = useState<JobProgress | null>(null);
  useEffect(() => {
    const look = () => {
      setLooks((n) => n + 1);
      jobProgress().then(setJob, () => setJob(null));
    };
    const timer = setInterval(look, 1000 / LOOKS_A_SECOND);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor(looks / LOOKS_A_SECOND);
  return (
    <div class="cw-waiting">
      <p role="status" class="govuk-body govuk-!-margin-bottom-0">{seconds > 0 ? says : ''}</p>
      {seconds > 2 && !job && <p class="govuk-hint govuk-!-margin-bottom-0" aria-hidden="true">{seconds} seconds</p>}
      {job && <ProgressOf job={job} says={says} />}
    </div>
  );
}

function ProgressOf({ job, says }: { job: JobProgress; says: string }): JSX.Element {
  return (
    <div class="cw-progress">
      <progress class="cw-progress__bar" aria-label={says} max={job.total} value={job.done} />
      <p class="govuk-hint govuk-!-margin-bottom-0" aria-hidden="true">{sayNumber(job.done)} of {sayNumber(job.total)} {job.counted}</p>
      <Button kind="secondary" small onClick={() => void cancelJob()}>Cancel</Button>
    </div>
  );
}
