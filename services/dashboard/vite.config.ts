import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { apiAddress, textIfThere } from './build/api-address.ts'
import { apiProxy } from './build/api-proxy.ts'
import { compressedFiles } from './build/compressed-files.ts'
import { pagePreloadsFile } from './build/page-preloads.ts'
import { fewFiles } from './build/few-files.ts'
import { stylesInPage } from './build/page-styles.ts'
import { thirdPartyLicenses } from './build/third-party-licenses.ts'

const address = apiAddress(process.env['NEXT_PUBLIC_API_URL'], textIfThere(join(import.meta.dirname, 'dashboard.json')))
if (address !== undefined) process.env['NEXT_PUBLIC_API_URL'] = address

export default defineConfig({
  envPrefix: ['VITE_', 'NEXT_PUBLIC_'],
  plugins: [react(), thirdPartyLicenses(import.meta.dirname), pagePreloadsFile(), stylesInPage(), compressedFiles()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Compressing takes most of the time, as it should.
    rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: fewFiles } },
  },
  server: {
    port: Number(process.env['DASHBOARD_PORT'] || '5173'),
    strictPort: true,
    proxy: apiProxy(process.env['PORTOFINO_API'] ?? 'http://localhost:8000'),
  },
})
