import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'portofino-no-browser-'))
after(() => rmSync(folder, { recursive: true }))

/** On a machine without a browser. */
function run(environment: Record<string, string>): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: folder, HOME: folder, PLAYWRIGHT_BROWSERS_PATH: folder, ...environment },
    encoding: 'utf8',
  })
}

test('without a browser the tests are skipped aloud, naming two commands; in continuous integration they fail', () => {
  for (const [environment, code] of [
    [{}, 0],
    [{ CI: 'true' }, 1],
  ] as const) {
    const { status, stderr } = run(environment)
    assert.equal(status, code, stderr)
    assert.match(stderr, /NO BROWSER TEST RAN.*\n {2}.* install .*\n {2}npx playwright install chromium\n/)
  }
})
