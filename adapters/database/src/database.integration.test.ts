import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openDatabase } from './database.ts'

test('a data directory opened twice has one server, which the last user stops', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'portofino-database-'))
  after(() => rm(dataDirectory, { recursive: true }))
  const first = await openDatabase({ dataDirectory, applicationName: 'first' })
  const second = await openDatabase({ dataDirectory, applicationName: 'second' })
  assert.equal(first.url, second.url)
  assert.equal(first.isOpenedAlone, true)
  assert.equal(second.isOpenedAlone, false)
  await first[Symbol.asyncDispose]()
  assert.equal(await second.isReachable(), true)
  await second[Symbol.asyncDispose]()
  assert.equal(await second.isReachable(), false)
})
