import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { keepPriceVersion } from '@portofino/database'
import { dayNumber, type PriceHistory } from '@portofino/market'
import { contentVersion, importCsvFolder, MarketDataError, type MarketDataSource, openMarketData } from '@portofino/market-data'
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

  test('is refused where the bytes of the database fit their version, but not what they should be', async () => {
    await using prices = await openPricesUnderTest()
    await prices.open(`csv:${await csvFolder('swapped', [10, 11], ['OTHER'])}`)
    const refused = async (message: RegExp): Promise<void> => {
      const elsewhere = await prices.open('csv:mine')
      const [acme] = await elsewhere.describe('ACME')
      const asked = elsewhere.history({ instrument: acme!, ...ever })
      await assert.rejects(
        asked,
        (fault) => fault instanceof MarketDataError && fault.code === 'malformed' && message.test(fault.message),
      )
    }
    const { rows } = await sql<{ bytes: Buffer; symbol: string }>`select symbol, bytes from price_versions`.execute(
      prices.database.db,
    )
    const bytesOf = (symbol: string): Buffer => Buffer.from(rows.find((row) => row.symbol === symbol)!.bytes)
    const store = async (bytes: Buffer): Promise<void> => {
      const version = contentVersion(bytes)
      await keepPriceVersion(prices.database.db, { source: 'csv:mine', symbol: 'ACME', market: 'XNYS', version, bytes })
      await sql`update assets set version = ${version} where symbol = 'ACME'`.execute(prices.database.db)
    }
    await store(bytesOf('OTHER'))
    await refused(/the prices of ACME are damaged: their symbol is ACME, but .* has OTHER; start the server again/)
    const last = bytesOf('ACME').length - 4
    const disordered = bytesOf('ACME')
    disordered.writeInt32LE(disordered.readInt32LE(last - 4), last)
    await store(disordered)
    await refused(/the database holds as prices of ACME is damaged: its days are in disorder/)
    const negative = bytesOf('ACME')
    negative.writeDoubleLE(-11, last - 12)
    await store(negative)
    await refused(/the database holds as prices of ACME is damaged: the .* of 2024-01-03 is -11/)
  })
})
