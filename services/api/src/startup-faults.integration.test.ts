import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { callerOf } from './trial/caller.ts'
import { canHaveSmallDisks, onSmallDisk, postmasterOf } from './trial/small-disk.ts'
import { mainFile, startedProcess } from './trial/started-process.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-startup-'))
after(async () => rm(root, { recursive: true }))
const account = { email: 'ann@example.com', password: 'seven geese fly south' }

/** What a start that fails says last, and its exit code. */
async function refusal(folder: string, below: readonly string[] = []): Promise<{ code: number | null; message: string }> {
  const [program, ...words] = [...below, process.execPath, mainFile, '--port', '0', '--data-dir', folder]
  const { PATH, HOME } = process.env
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; message: string }>()
  const child = execFile(
    program,
    words,
    { env: { PATH, HOME }, timeout: 60_000, killSignal: 'SIGKILL' },
    (_fault, stdout, stderr) => {
      assert.equal(stdout, '')
      resolve({ code: child.exitCode, message: stderr.trimEnd().split('\n').at(-1) ?? '' })
    },
  )
  return promise
}

async function refuses(folder: string, pattern: RegExp, below: readonly string[] = []): Promise<void> {
  const { code, message } = await refusal(folder, below)
  assert.equal(code, 1, message)
  assert.match(message, pattern)
}

describe('a start that is not possible ends with 1 and one sentence', () => {
  test('a data directory that cannot be', async () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    await refuses(
      file,
      /^portofino: Cannot use \/.*file as the data directory: a file is where a folder should be\. .*--data-dir\.$/,
    )
    await refuses(join(file, 'below'), /a file is where a folder should be/)
    await refuses('/proc/nowhere', /^portofino: Cannot use \/proc\/nowhere as the data directory: .*--data-dir\.$/)
  })

  if (canHaveSmallDisks(root)) {
    test('a read-only data directory', async () => {
      const folder = join(root, 'read-only')
      mkdirSync(folder)
      const below = onSmallDisk(folder, '8m,ro')
      await refuses(folder, /^portofino: Cannot start the embedded database in .*: the file system is read-only .*\.$/, below)
      await refuses(join(folder, 'below'), /^portofino: Cannot use .* the file system is read-only\. .*--data-dir\.$/, below)
    })
  }

  test('data of another PostgreSQL, damaged, or open to others: nothing is lost, and it starts when that is mended', async () => {
    const folder = join(root, 'data')
    const first = await startedProcess(folder)
    await callerOf(first.url).call('POST', '/auth/register', { json: account })
    assert.equal(await first.end('SIGTERM'), 0)
    const cluster = join(folder, 'database', 'cluster')
    for (const [file, damage, pattern] of [
      ['PG_VERSION', '17\n', /its files are of PostgreSQL 17, and this version needs 18; .*backup/],
      ['global/pg_control', 'damaged', /PostgreSQL failed \(.*pg_control/],
    ] as const) {
      const path = join(cluster, file)
      const good = readFileSync(path)
      writeFileSync(path, damage)
      await refuses(folder, pattern)
      writeFileSync(path, good)
    }
    chmodSync(cluster, 0o755)
    await refuses(folder, /others may reach it \(mode 755\); run chmod 700/)
    chmodSync(cluster, 0o700)
    const again = await startedProcess(folder)
    assert.equal((await callerOf(again.url).call('POST', '/auth/login', { json: account })).status, 200)
    assert.equal(await again.end('SIGTERM'), 0)
  })
})

describe('two servers on one data directory', () => {
  test('share its database; the last one stops it, and what a killed one left disturbs nobody', async () => {
    const folder = join(root, 'shared')
    const servers = await Promise.all([startedProcess(folder), startedProcess(folder)])
    const [one, two] = servers
    await callerOf(one.url).call('POST', '/auth/register', { json: account })
    assert.equal((await callerOf(two.url).call('POST', '/auth/login', { json: account })).status, 200)
    const postmaster = postmasterOf(folder)
    assert.equal(await one.end('SIGKILL'), null)
    assert.equal((await callerOf(two.url).call('GET', '/health')).status, 200)
    assert.equal(await two.end('SIGKILL'), null)
    const next = await startedProcess(folder)
    assert.equal(postmasterOf(folder), postmaster)
    assert.equal((await callerOf(next.url).call('POST', '/auth/login', { json: account })).status, 200)
    assert.equal(await next.end('SIGTERM'), 0)
    assert.equal(existsSync(join(folder, 'database', 'cluster', 'postmaster.pid')), false)
  })
})
