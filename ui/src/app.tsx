// Which window this is: no register yet, a locked one, one that cannot be used, or an open one.
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call, onSignedOut, refusal, type Refused } from './api/call';
import type { RegisterStatusView, SessionView } from './api/types';
import { draftsOf, flushDrafts } from './components/form/draft';
import { Waiting } from './components/load';
import { FirstRun } from './pages/first_run/page';
import { CannotOpen } from './pages/unlock/cannot_open';
import { Unlock } from './pages/unlock/page';
import { OpenRegister } from './open_register';
import { go } from './router';

export function App(): JSX.Element {
  const [status, setStatus] = useState<RegisterStatusView | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const [session, setSession] = useState<SessionView | null>(null);
  const [why, setWhy] = useState('');
  const lastPerson = useRef('');

  const look = useCallback(async () => {
    try {
      const found = await call('register_status', {});
      setStatus(found);
      setFailed(null);
      if (found.session) await enter(found.session);
    } catch (thrown) {
      setFailed(refusal(thrown));
    }
  }, []);

  async function enter(entered: SessionView): Promise<void> {
    // A form that was open when the register locked is there again, for the person who wrote in it.
    await draftsOf(entered.person.id).catch(() => undefined);
    if (lastPerson.current !== '' && lastPerson.current !== entered.person.id) go('#/');
    lastPerson.current = entered.person.id;
    setWhy('');
    setSession(entered);
  }

  const lock = useCallback(async (reason = '') => {
    await flushDrafts();
    await call('sign_out', {}).catch(() => undefined);
    setWhy(reason);
    setSession(null);
    await look();
  }, []);

  useEffect(() => {
    void look();
    // The last words typed are kept even when the window is closed on them.
    const leaving = () => void flushDrafts();
    window.addEventListener('pagehide', leaving);
    const stop = onSignedOut(() => {
      setSession(null);
      setWhy('The register was locked. Sign in to carry on; what you had typed is kept.');
      void look();
    });
    return () => {
      stop();
      window.removeEventListener('pagehide', leaving);
    };
  }, []);

  if (session) return <OpenRegister key={session.person.id} session={session} lock={lock} />;
  if (failed) return <CannotOpen message={failed.message} directory={null} retry={look} />;
  if (!status) return <main class="govuk-main-wrapper govuk-width-container" aria-busy="true"><Waiting says="Opening Caseward…" /></main>;
  switch (status.state) {
    case 'none': return <FirstRun directory={status.directory} enter={enter} />;
    case 'refused': return <CannotOpen message={status.message ?? ''} directory={status.directory} retry={look} />;
    default: return <Unlock status={status} why={why} lastPerson={lastPerson.current} enter={enter} />;
  }
}
