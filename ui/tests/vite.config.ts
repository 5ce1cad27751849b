import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

// Node's own test runner reads JavaScript only, so Vite first turns each `*.test.ts` into one file that it can run.
const here = import.meta.dirname;
const tests = readdirSync(here).filter((name) => name.endsWith('.test.ts'));

export default defineConfig({
  root: here,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: '../node_modules/.tests',
    emptyOutDir: true,
    rollupOptions: { input: tests.map((name) => `${here}/${name}`) },
  },
});
