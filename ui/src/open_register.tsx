// The window on an open register: the frame, and the page that the address asks for.
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { call, refusal, type Refused } from './api/call';
import type { ChoicesView, SessionView } from './api/types';
import { Frame } from './components/frame';
import { useIdleLock } from './components/idle';
import { Waiting } from './components/load';
import { RefusedNotice } from './components/notice';
import { pageAt } from './pages';
import { useRoute } from './router';
import { DeskContext } from './session';

export function OpenRegister({ session, lock }: { session: SessionView; lock: (why?: string) => Promise<void> }): JSX.Element {
  const route = useRoute();
  const [choices, setChoices] = useState<ChoicesView | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const idle = useIdleLock(lock);

  const reloadChoices = useCallback(async () => {
    try {
      setChoices(await call('list_choices', {}));
      setRefused(null);
    } catch (thrown) {
      setRefused(refusal(thrown));
    }
  }, []);
  useEffect(() => void reloadChoices(), []);

  const page = () => {
    if (refused) return <RefusedNotice refused={refused} retry={() => void reloadChoices()} />;
    if (!choices) return <div aria-busy="true"><Waiting says="Opening the register…" /></div>;
    const { Show, names } = pageAt(route.path);
    return (
      <DeskContext.Provider value={{ session, choices, setChoices, reloadChoices, lock }}>
        <Show key={route.path} at={names} query={route.query} />
      </DeskContext.Provider>
    );
  };

  return (
    <Frame session={session} path={route.path} lock={() => void lock()} locksSoon={idle}>
      {page()}
    </Frame>
  );
}
