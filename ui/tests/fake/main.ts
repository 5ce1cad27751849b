// The window without Rust, to look at its pages in an ordinary browser. Never shipped: `vite.config.ts` beside it builds
// it elsewhere. `?state=none|locked|refused|open` and `?roles=manager,analyst` choose what is looked at.
import { fakeRegister } from './register';

Object.freeze(Object.prototype);
const asked = new URLSearchParams(window.location.search);
const register = fakeRegister(asked.get('state') ?? 'open', (asked.get('roles') ?? 'practitioner,manager,analyst,administrator').split(','));

Object.assign(window, {
  __TAURI_INTERNALS__: {
    async invoke(command: string, args: { request?: unknown }) {
      await new Promise((done) => setTimeout(done, Number(asked.get('delay') ?? 5)));
      return register(command.replace('plugin:desk|', ''), (args.request ?? args) as Record<string, unknown>);
    },
  },
});

await import('../../src/main');
