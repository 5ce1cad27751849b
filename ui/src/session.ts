// Who sits at the window, and what the register offers them. One context, so that no page asks twice.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChoicesView, SessionView } from './api/types';
import { may, type May } from './words/roles';

export interface Desk {
  session: SessionView;
  choices: ChoicesView;
  setChoices: (choices: ChoicesView) => void;
  reloadChoices: () => Promise<void>;
  lock: (why?: string) => Promise<void>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk & { may: May } {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A page was shown outside the register.');
  return { ...desk, may: may(desk.session.person.roles) };
}
