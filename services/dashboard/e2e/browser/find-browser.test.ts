import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findBrowser, howToGetOne } from './find-browser.ts'
import type { Machine } from './find-browser.ts'

const own = '/home/ann/.cache/ms-playwright/chromium-1200/chrome-linux/chrome'
const machine = (paths: readonly string[], rest: Partial<Machine> = {}): Machine => ({
  environment: { PATH: '/usr/local/bin:/usr/bin' },
  platform: 'linux',
  playwrightPath: own,
  exists: (path) => paths.includes(path),
  ...rest,
})

describe('findBrowser', () => {
  test('takes the one that is given before all others', () => {
    const environment = { PATH: '/usr/bin', E2E_CHROMIUM_PATH: '/opt/chrome' }
    assert.equal(findBrowser(machine(['/opt/chrome', own, '/usr/bin/chromium'], { environment }))?.path, '/opt/chrome')
  })

  test('refuses a given one that is not there, whatever else there is', () => {
    const environment = { E2E_CHROMIUM_PATH: '/opt/chrome' }
    assert.throws(() => findBrowser(machine([own], { environment })), /E2E_CHROMIUM_PATH names \/opt\/chrome/)
  })

  test("takes Playwright's own before the system's", () => {
    assert.deepEqual(findBrowser(machine([own, '/usr/bin/chromium'])), { path: own, from: "Playwright's own" })
  })

  test('takes chromium before chromium-browser before google-chrome, wherever they are on the path', () => {
    const all = ['/usr/local/bin/google-chrome', '/usr/bin/chromium-browser', '/usr/bin/chromium']
    assert.equal(findBrowser(machine(all))?.path, '/usr/bin/chromium')
    assert.equal(findBrowser(machine(all.slice(0, 2)))?.path, '/usr/bin/chromium-browser')
    assert.equal(findBrowser(machine(all.slice(0, 1)))?.path, '/usr/local/bin/google-chrome')
  })

  test('knows the places of macOS and of Windows', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    assert.equal(findBrowser(machine([chrome], { platform: 'darwin' }))?.path, chrome)
    const exe = String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`
    const environment = { PROGRAMFILES: String.raw`C:\Program Files` }
    assert.equal(findBrowser(machine([exe], { platform: 'win32', environment }))?.path, exe)
  })

  test('finds none where there is none', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) assert.equal(findBrowser(machine([], { platform })), null)
  })
})

test('where there is none, two commands that get one are named', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    assert.match(howToGetOne(platform), /\n {2}.* install .*\n {2}npx playwright install chromium\n/)
  }
})
