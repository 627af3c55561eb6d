import { defineConfig } from '@playwright/test'
import { browserHere } from './e2e/browser/this-machine.ts'

const browser = browserHere()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'e2e/.results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./e2e/fail-on-skip.ts']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...(browser && { launchOptions: { executablePath: browser.path } }),
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Rome',
    screenshot: 'only-on-failure',
  },
})
