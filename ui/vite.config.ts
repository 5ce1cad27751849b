import { defineConfig } from 'vite';

// WebKitGTK of Debian 12 and WebView2 both know ES2022; nothing is inlined, so that the strict CSP holds.
export default defineConfig({
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } } },
});
