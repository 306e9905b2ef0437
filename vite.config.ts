import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Nothing but the page's own files, no inline script, no eval. Monaco writes its theme into style elements. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Puts the policy into the built page. The dev server's own scripts are inline, so there it stays out. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
}

// Relative base: `dist/` works from any folder of any static host.
export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy],
  resolve: { alias: [{ find: /^monaco-editor\/esm\/vs\//, replacement: 'monaco-editor/' }] },
  worker: { format: 'es' },
  // Found late (the pane is lazy), these would make the dev server reload the page.
  optimizeDeps: { entries: ['index.html', 'src/panes/yaml/monaco.ts'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 5000, assetsInlineLimit: 0 },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['src/golden/seed.ts'],
    testTimeout: 60_000,
  },
})
