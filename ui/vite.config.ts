import { defineConfig } from 'vite';

// Nothing is inlined, so that a strict CSP holds. The style sheet is not minified: it is read from the disk, and the
// minifier trips over a media query for an old browser that GOV.UK Frontend still carries.
export default defineConfig({
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, cssMinify: false, modulePreload: { polyfill: false }, rollupOptions: { checks: { pluginTimings: false } } },
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } } },
});
