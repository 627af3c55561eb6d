import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

/** Where a process and a thread of it keep compiled modules. */
const program = `
  import { enableCompileCache, getCompileCacheDir } from 'node:module'
  import { Worker } from 'node:worker_threads'
  import { threadEnvironment } from ${JSON.stringify(new URL('thread-environment.ts', import.meta.url).href)}
  if (process.argv[1] !== undefined) enableCompileCache(process.argv[1])
  const code = "require('node:worker_threads').parentPort.postMessage(require('node:module').getCompileCacheDir() ?? null)"
  const thread = new Worker(code, { eval: true, execArgv: [], env: threadEnvironment() })
  thread.once('message', (folder) => console.log(JSON.stringify([getCompileCacheDir() ?? null, folder])))
`

async function folders(...words: string[]): Promise<[string | null, string | null]> {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, ...words], { env })
  return JSON.parse(stdout) as [string | null, string | null]
}

test('a thread finds compiled modules where its process does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-compiled-'))
  const [own, thread] = await folders(folder)
  await rm(folder, { recursive: true })
  assert.ok(own?.startsWith(folder))
  assert.equal(thread, own)
})

test('one of a process that keeps none keeps none', async () => {
  assert.deepEqual(await folders(), [null, null])
})
