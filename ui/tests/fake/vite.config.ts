import { defineConfig } from 'vite';

// `npx vite build --config tests/fake/vite.config.ts` writes to /tmp/caseward-fake, to be served by any file server.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: '/tmp/caseward-fake', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, cssMinify: false, minify: false, modulePreload: { polyfill: false } },
  css: { preprocessorOptions: { scss: { loadPaths: [`${import.meta.dirname}/../../node_modules`], quietDeps: true } } },
});
