import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const mainFile = fileURLToPath(new URL('main.ts', import.meta.url))
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }

test('a terminal that is closed stops the database too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-worker-process-'))
  const worker = spawn(process.execPath, [mainFile, '--data-dir', folder], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const closed = once(worker, 'close')
  for await (const line of createInterface({ input: worker.stderr })) if (line.includes('the worker works')) break
  // What comes later has to go somewhere.
  worker.stderr.resume()
  const [pid] = (await readFile(join(folder, 'database', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')
  worker.kill('SIGHUP')
  assert.deepEqual(await closed, [0, null])
  assert.throws(() => process.kill(Number(pid), 0), { code: 'ESRCH' })
  await rm(folder, { recursive: true })
})

for (const { words, code, stdout, stderr } of [
  { words: ['--help'], code: 0, stdout: /^Usage: npm run worker[\s\S]*METRICS_PORT/, stderr: /^$/ },
  { words: ['--port', '3'], code: 64, stdout: /^$/, stderr: /^portofino-worker: [^\n]*--port[\s\S]*npm run worker -- --help/ },
  {
    words: ['--data-dir', '/dev/null'],
    code: 1,
    stdout: /^$/,
    stderr:
      /^portofino-worker: Cannot use \/dev\/null as the data directory: a file is where a folder should be\. .*--data-dir\.\n$/,
  },
  { words: ['now'], code: 64, stdout: /^$/, stderr: /^portofino-worker: [^\n]*now/ },
]) {
  test(`npm run worker -- ${words.join(' ')} ends with ${code}`, async () => {
    const { promise, resolve } = Promise.withResolvers<{ stdout: string; stderr: string }>()
    const child = execFile(process.execPath, [mainFile, ...words], { env, timeout: 20_000 }, (_fault, out, errors) => {
      resolve({ stdout: out, stderr: errors })
    })
    const said = await promise
    assert.equal(child.exitCode, code)
    assert.match(said.stdout, stdout)
    assert.match(said.stderr, stderr)
  })
}
