import assert from 'node:assert/strict'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createAccount, findUserByEmail, openDatabase, temporaryDatabase } from '@portofino/database'
import type { Database } from '@portofino/database'
import { portofinoProcess } from './spawned-portofino.ts'

const email = 'ann@example.com'

const portofino = async (words: string[], { url }: Pick<Database, 'url'>) =>
  portofinoProcess(words, { environment: { DATABASE_URL: url } })

describe('portofino backup and restore', () => {
  let folder = ''
  let file = ''
  let source: Database
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portofino-backup-'))
    file = join(folder, 'portofino.backup')
    source = await temporaryDatabase()
    await source.db
      .transaction()
      .execute(async (trx) => createAccount(trx, { email, passwordHash: 'none', firstIsOperator: true }))
  })
  after(async () => {
    await source[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })
  test('what was backed up comes back in an empty database', async () => {
    const written = await portofino(['backup', file], source)
    assert.deepEqual([written.code, written.stderr], [0, ''])
    assert.match(written.stdout, /portofino\.backup: 1 account, 0 runs, 0 reports, prices of \d+ symbols \(\d+ KiB\)\.\n$/)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    await using target = await temporaryDatabase()
    const restored = await portofino(['restore', file], target)
    assert.deepEqual([restored.code, restored.stderr], [0, ''])
    assert.match(restored.stdout, /^1 account, 0 runs, 0 reports, prices of \d+ symbols: back as they were at \d{4}-/)
    const [was, is] = await Promise.all([source, target].map(async ({ db }) => findUserByEmail(db, email)))
    assert.deepEqual(is, was)
  })

  test('a database that holds something is left alone unless --replace is given', async () => {
    const refused = await portofino(['restore', file], source)
    assert.deepEqual([refused.code, refused.stdout], [2, ''])
    assert.match(refused.stderr, /^portofino restore: .*not empty/)
    assert.equal((await portofino(['restore', file, '--replace'], source)).code, 0)
  })

  test('a database that another process uses is left alone until that has ended', async () => {
    const url = { dataDirectory: '', databaseUrl: source.url }
    {
      await using _ = await openDatabase({ ...url, applicationName: 'portofino-worker' })
      const { code, stdout, stderr } = await portofino(['restore', file, '--replace'], source)
      assert.deepEqual([code, stdout], [2, ''])
      assert.equal(stderr, 'portofino restore: portofino-worker is using this database; stop it first.\n')
    }
    assert.equal((await portofino(['restore', file, '--replace'], source)).code, 0)
  })

  test('a file that is no backup ends with one sentence, and is not overwritten', async () => {
    const other = join(folder, 'letter.txt')
    await writeFile(other, 'Dear Ann')
    for (const words of [
      ['restore', other],
      ['backup', other],
      ['restore', join(folder, 'nowhere')],
    ]) {
      const { code, stdout, stderr } = await portofino([...words, ...(words[0] === 'restore' ? ['--replace'] : [])], source)
      assert.deepEqual([code, stdout], [2, ''], words.join(' '))
      assert.match(stderr, /^portofino (backup|restore): [^\n]+\n$/)
    }
    assert.equal((await stat(other)).size, 8)
  })

  test('a backup that exists is replaced only with --force', async () => {
    const { mtimeMs } = await stat(file)
    const refused = await portofino(['backup', file], source)
    assert.deepEqual(
      [refused.code, refused.stderr],
      [2, `portofino backup: ${file} exists; --force replaces it where it is a backup.\n`],
    )
    assert.equal((await stat(file)).mtimeMs, mtimeMs)
    assert.equal((await portofino(['backup', file, '--force'], source)).code, 0)
  })

  test('a restore of nothing makes no database', async () => {
    const dataDirectory = join(folder, 'new')
    for (const [name, reason] of [
      ['nope', 'there is no such file'],
      ['.', 'it is no file'],
    ] as const) {
      const nothing = join(folder, name)
      const { code, stderr } = await portofinoProcess(['restore', nothing], { environment: { DATA_DIR: dataDirectory } })
      assert.deepEqual([code, stderr], [2, `portofino restore: Cannot restore ${nothing}: ${reason}.\n`])
    }
    await assert.rejects(stat(dataDirectory), { code: 'ENOENT' })
  })

  test('a database that does not answer is one sentence', async () => {
    const { code, stderr } = await portofino(['backup', join(folder, 'x')], { url: 'postgres://nobody@127.0.0.1:1/none' })
    assert.equal(code, 2)
    assert.match(stderr, /^portofino backup: [^\n]+\n$/)
  })

  test('the file must be named', async () => {
    const { code, stderr } = await portofino(['backup'], source)
    assert.deepEqual([code, stderr.split('\n')[0]], [64, 'portofino backup: no file given; write its name behind'])
  })
})
