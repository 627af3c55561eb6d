import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { parseIsoDate } from '@portofino/market'
import { priceStore } from '../store/price-store.ts'
import { storedSource } from '../store/stored-source.ts'
import { inventedYahoo } from './invented-yahoo.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-altered-'))
after(() => rm(root, { recursive: true }))

const today = parseIsoDate('2014-01-10')!
const yahoo = inventedYahoo(today)
const source = storedSource(yahoo.source, { store: priceStore(root, 'yahoo'), otherSources: '', now: yahoo.now })

async function found(): Promise<{ currency: string; version: string }> {
  const [instrument] = (await source.catalog(['STEADY'])).find('STEADY')
  const { version } = await source.history({ instrument: instrument!, from: 0, to: today })
  return { currency: instrument!.currency, version }
}

describe('what Yahoo told is fetched again after its list in the store was altered:', () => {
  for (const [text, altered] of [
    ['USD', 'EUR'],
    ['"STEADY"', '"OTHER"'],
    ['"format": 1', '"format": 99'],
    ['"asOf": "', '"asOf": "x'],
    ['"instrument"', '"instrumental"'],
  ] as const) {
    test(`${text} to ${altered}`, async () => {
      const good = await found()
      const path = join(
        root,
        (await readdir(root, { recursive: true })).find((name) => name.endsWith('current.json'))!,
      )
      const written = await readFile(path, 'utf8')
      assert.ok(written.includes(text))
      await writeFile(path, written.replace(text, altered))
      assert.deepEqual(await found(), good)
      assert.ok(!(await readFile(path, 'utf8')).includes(altered))
    })
  }
})
