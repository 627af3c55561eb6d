import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { dayNumber, type PriceHistory } from '@portofino/market'
import { importCsvFolder, type MarketDataSource, openMarketData } from '@portofino/market-data'
import { sql } from 'kysely'
import { openPricesUnderTest } from './prices-under-test.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-collected-'))
after(async () => rm(root, { recursive: true }))
const fixture = join(import.meta.dirname, '../../../fixtures/raw-prices')
const ever = { from: dayNumber(1990, 1, 1), to: dayNumber(2030, 1, 1) }

/** A folder with these closes of ACME and the symbols beside it. */
async function csvFolder(folder: string, closes: readonly number[], others: readonly string[] = []): Promise<string> {
  const path = join(root, folder)
  await cp(fixture, path, { recursive: true, filter: (from) => from === fixture })
  const symbols = ['ACME', ...others]
  const manifest = symbols.map((symbol) => {
    return { symbol, name: symbol, currency: 'USD', market: 'XNYS', kind: 'adjusted-close-total-return', file: 'prices.csv' }
  })
  await writeFile(join(path, 'manifest.json'), JSON.stringify({ name: 'mine', symbols: manifest }))
  const rows = closes.map((close, k) => [`2024-01-0${k + 2}`, ...symbols.map(() => close)].join(','))
  await writeFile(join(path, 'prices.csv'), `${['date,ACME', ...others].join(',')}\n${rows.join('\n')}\n`)
  return path
}

async function allOf(source: MarketDataSource): Promise<PriceHistory[]> {
  const instruments = Array.from((await source.catalog([])).instruments())
  const histories = await Promise.all(instruments.map(async (instrument) => source.history({ instrument, ...ever })))
  return histories.toSorted((a, b) => (a.instrument.symbol < b.instrument.symbol ? -1 : 1))
}

describe('a CSV folder in the database', () => {
  test('is to the last bit what the command line reads, on hosts without the folder too', async () => {
    await using prices = await openPricesUnderTest()
    const alone = await allOf(await openMarketData(`csv:${fixture}`, { storeFolder: root, otherSources: 'None.' }))
    assert.deepEqual(await allOf(await prices.open(`csv:${fixture}`)), alone)
    const elsewhere = await prices.open('csv:/no/such/place/raw-prices')
    assert.equal(elsewhere.name, 'csv:raw-prices')
    assert.deepEqual(await allOf(elsewhere), alone)
    await assert.rejects(prices.open('csv:unheard-of'), /unheard-of does not exist/)
  })

  test('may be an import of this host', async () => {
    await using prices = await openPricesUnderTest()
    const dataDirectory = join(root, 'importer')
    await importCsvFolder(fixture, { storeFolder: join(dataDirectory, 'prices') })
    const here = await prices.open('csv:raw-prices', { dataDirectory })
    assert.deepEqual(await allOf(await prices.open('csv:raw-prices')), await allOf(here))
  })

  test('when changed replaces the collection as a whole; other hosts see it soon', async () => {
    await using prices = await openPricesUnderTest()
    const folder = await csvFolder('changing', [10, 11], ['OTHER'])
    const clock = { now: 0 }
    const elsewhereAt = { now: () => clock.now }
    await prices.open(`csv:${folder}`)
    const elsewhere = await prices.open('csv:mine', elsewhereAt)
    assert.deepEqual(
      (await allOf(elsewhere)).map(({ adjusted }) => [...adjusted.closes]),
      [
        [10, 11],
        [10, 11],
      ],
    )
    await csvFolder('changing', [10, 12, 13])
    await prices.open(`csv:${folder}`)
    clock.now += 60_000
    assert.deepEqual(
      (await allOf(elsewhere)).map(({ adjusted }) => [...adjusted.closes]),
      [[10, 12, 13]],
    )
    assert.deepEqual(await elsewhere.describe('OTHER'), [])
  })

  test('with a fault changes nothing', async () => {
    await using prices = await openPricesUnderTest()
    const folder = await csvFolder('faulty', [10, 11])
    const source = await prices.open(`csv:${folder}`)
    const before = await allOf(source)
    await csvFolder('faulty', [10, -11])
    await assert.rejects(prices.open(`csv:${folder}`), /prices\.csv/)
    assert.deepEqual(await allOf(source), before)
  })

  test('that is damaged in the database is told, and mended where the folder is', async () => {
    await using prices = await openPricesUnderTest()
    const folder = await csvFolder('damaged', [10, 11])
    const before = await allOf(await prices.open(`csv:${folder}`))
    await sql`update price_versions set bytes = 'rot'`.execute(prices.database.db)
    await assert.rejects(allOf(await prices.open('csv:mine')), /start the server again where the folder of csv:mine is/)
    await prices.open(`csv:${folder}`)
    assert.deepEqual(await allOf(await prices.open('csv:mine')), before)
  })
})
