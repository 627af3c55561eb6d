// Runs the browser tests with the browser that this machine has, and says which one that is. Words are handed on to Playwright.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { howToGetOne } from './browser/find-browser.ts'
import { browserHere } from './browser/this-machine.ts'

const isContinuousIntegration = Boolean(process.env['CI'])
const found = browserHere()
if (found === null) {
  process.stderr.write(`\n${howToGetOne(process.platform)}\n\n`)
  process.exitCode = isContinuousIntegration ? 1 : 0
} else {
  process.stderr.write(`Browser: ${found.path} (${found.from})\n`)
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const folder = dirname(import.meta.dirname)
  const words = [playwright, 'test', '--config', join(folder, 'playwright.config.ts'), ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, words, { cwd: folder, stdio: 'inherit' })
  process.exitCode = status ?? 1
}
