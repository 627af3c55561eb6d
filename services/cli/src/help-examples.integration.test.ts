import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commands } from './commands.ts'
import { exitCode } from './exit-code.ts'
import { mainFile, plainEnvironment } from './spawned-portofino.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** These work on the data of a server, which their own tests set up. */
const needData = new Set(['user', 'backup', 'restore'])
const usages = await Promise.all(commands.filter(({ name }) => !needData.has(name)).map(async ({ load }) => (await load()).usage))

describe('every example of the help runs as it stands, in the root folder', () => {
  let dataDirectory: string
  before(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'portofino-examples-'))
  })
  after(() => rm(dataDirectory, { recursive: true }))

  for (const example of usages.flatMap(({ examples }) => examples)) {
    test(example, async () => {
      const script = `portofino() { "$NODE" "$MAIN" "$@"; }; ${example}`
      const env = { ...plainEnvironment, PORTOFINO_DATA_DIR: dataDirectory, NODE: process.execPath, MAIN: mainFile }
      const child = spawn('sh', ['-c', script], { cwd: root, env })
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
      // `check` shows off with a faulty command, drawn on standard error.
      if (child.exitCode === exitCode.faultyCommand) assert.match(`${example}\n${stderr}`, /^portofino check .*\nE\d{3} /)
      else assert.deepEqual([child.exitCode, stderr, stdout === ''], [exitCode.done, '', false])
    })
  }
})
