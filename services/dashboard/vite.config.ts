import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['PORTOFINO_API'] ?? 'http://localhost:8000'
const prefixes = [
  'auth',
  'simulate',
  'check',
  'tasks',
  'ws',
  'history',
  'report',
  'assets',
  'definitions',
  'health',
  'metrics',
  'docs',
  'openapi.json',
]

export default defineConfig({
  envPrefix: ['VITE_', 'NEXT_PUBLIC_'],
  plugins: [react(), tailwindcss()],
  build: { manifest: true, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    port: 5173,
    strictPort: true,
    // `/assets?q=` is the API's, `/assets/…` are our own files.
    proxy: Object.fromEntries(
      prefixes.map((prefix) => [`^/${prefix}(${prefix === 'assets' ? '' : '/|'}\\?|$)`, { target: api, ws: true }]),
    ),
  },
})
