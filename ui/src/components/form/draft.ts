// A half-written form, kept in the register as one types: after a pause, when a field is left, and before the page goes.
// When Rust has locked meanwhile, the words wait in memory for the same person to sign in again.
import { call, refusal, type Refused } from '../../api/call';

export interface DraftName {
  /** Which form; also how the start page finds its way back to it (see `pages/start/draft_route.ts`). */
  key: string;
  /** How the list of unfinished work names it. */
  title: string;
}

export interface Keeper {
  type(body: string): void;
  flush(): Promise<void>;
  /** The form was sent or is not wanted. */
  discard(): Promise<void>;
}

const PAUSE = 800;

export function keep(name: DraftName, kept: (outcome: Date | Refused) => void): Keeper {
  let unsaved: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();

  async function save(): Promise<void> {
    clearTimeout(timer);
    const body = unsaved;
    if (body === null) return last;
    unsaved = null;
    last = last.then(async () => {
      try {
        await call('save_draft', { ...name, body });
        kept(new Date());
      } catch (thrown) {
        const refused = refusal(thrown);
        if (refused.code === 'not_signed_in') waiting.set(name.key, { ...name, body, person });
        kept(refused);
      }
    });
    return last;
  }

  const keeper: Keeper = {
    type(body) {
      unsaved = body;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    },
    flush: save,
    async discard() {
      unsaved = null;
      clearTimeout(timer);
      await last;
      await call('discard_draft', { key: name.key });
    },
  };
  open.add(keeper);
  return keeper;
}

/** The form is gone from the page; what was typed last is saved first. */
export function release(keeper: Keeper): void {
  void keeper.flush();
  open.delete(keeper);
}

/** Before the register locks or the window goes. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...open].map((keeper) => keeper.flush()));
}

/** Whose words are typed from now on; what waited for this person is saved, what waited for another stays theirs. */
export async function draftsOf(id: string): Promise<void> {
  person = id;
  for (const [key, draft] of [...waiting]) {
    if (draft.person !== id) continue;
    await call('save_draft', { key, title: draft.title, body: draft.body });
    waiting.delete(key);
  }
}

const open = new Set<Keeper>();
const waiting = new Map<string, DraftName & { body: string; person: string }>();
let person = '';
