import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { findAsset, findPriceBytes } from '@portofino/database'
import { dayNumber, isoDate } from '@portofino/market'
import { contentVersion, sourceTrials } from '@portofino/market-data'
import { openPricesUnderTest } from './prices-under-test.ts'

const { inventedYahoo } = await sourceTrials()
const start = dayNumber(2014, 1, 10)
const name = { source: 'yahoo', symbol: 'STEADY', market: 'XNYS' }
const rounds = 6

test('a refresh killed at any moment loses nothing that was said, leaves nothing by halves and holds nobody up', async (context) => {
  await using prices = await openPricesUnderTest()
  const { db, url } = prices.database
  let told = { day: start - 1, version: '' }
  for (let round = 0; round < rounds; round++) {
    const program = join(import.meta.dirname, 'refreshing-process.ts')
    const child = spawn(process.execPath, [program, url, join(prices.folder, 'killed'), String(told.day + 1)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    let lines = 0
    for await (const line of createInterface(child.stdout)) {
      if (line !== 'open') told = { day: Number(line.split(' ')[0]), version: line.split(' ')[1]! }
      // At another point of the next refresh each time.
      if (++lines === 3) setTimeout(() => child.kill('SIGKILL'), round * 4)
    }
    assert.deepEqual(await ended, [null, 'SIGKILL'])

    const current = (await findAsset(db, name))?.prices
    assert.ok(current?.asked)
    const bytes = await findPriceBytes(db, { ...name, version: current.version })
    assert.equal(contentVersion(bytes!), current.version)
    assert.ok(current.asked.to >= isoDate(told.day))

    const yahoo = inventedYahoo(told.day + 1)
    const source = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now })
    const [instrument] = await source.describe('STEADY')
    const after = await source.history({ instrument: instrument!, from: dayNumber(2010, 1, 1), to: told.day + 1 })
    const fresh = inventedYahoo(told.day + 1).source
    const provided = await fresh.history({ instrument: instrument!, from: dayNumber(2010, 1, 1), to: told.day + 1 })
    assert.deepEqual(after.adjusted, provided.adjusted)
    told.day++
  }
  context.diagnostic(`${rounds} processes killed after ${told.day - start} refreshes`)
})
