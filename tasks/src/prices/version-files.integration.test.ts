import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { contentVersion } from '@portofino/market-data'
import { createLogger } from '@portofino/telemetry'
import { openVersionFiles } from './version-files.ts'

const day = 86_400_000

describe('openVersionFiles', () => {
  const logger = createLogger({ level: 'silent', name: 'test' })
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portofino-versions-'))
  })
  after(async () => rm(folder, { recursive: true }))

  test('forgets what is two days old as more comes, in a process that runs for long', async () => {
    let now = Date.now()
    const files = await openVersionFiles(folder, logger, () => now)
    const kept = async (text: string) => {
      const bytes = Buffer.from(text)
      await files.keep(contentVersion(bytes), bytes)
      await utimes(join(folder, `${contentVersion(bytes)}.prices`), now / 1000, now / 1000)
      return contentVersion(bytes)
    }
    const [first, second] = [await kept('one'), await kept('two')]
    now += 1.9 * day
    const third = await kept('three')
    assert.deepEqual(new Set(await readdir(folder)), new Set([first, second, third].map((name) => `${name}.prices`)))
    now += 0.2 * day
    const fourth = await kept('four')
    assert.deepEqual(new Set(await readdir(folder)), new Set([third, fourth].map((name) => `${name}.prices`)))
    assert.equal(await files.read(first), null)
  })
})
