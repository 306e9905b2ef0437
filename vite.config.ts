import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Relative base: `dist/` works from any folder of any static host.
export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: { alias: [{ find: /^monaco-editor\/esm\/vs\//, replacement: 'monaco-editor/' }] },
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 5000, assetsInlineLimit: 0 },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
})
