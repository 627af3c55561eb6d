import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { describeAssets, findAsset, forgetOtherAssets, listAssets, searchAssets, setCurrentPrices, usedAssets } from './assets.ts'
import { findPriceBytes, keepPriceVersion, removePriceVersions } from './price-versions.ts'
import { temporaryDatabase } from './temporary-database.ts'
import { countTickers } from './ticker-usage.ts'

const source = 'yahoo'
const acme = { symbol: 'ACME', market: 'XNYS', name: 'Acme Rockets' }
const bytes = Buffer.from([0, 1, 0x5c, 0x27, 255, 254])
const version = createHash('sha256').update(bytes).digest('hex')
const prices = { version, asOf: '2024-01-05T01:02:03.004Z', asked: { from: '1600-01-01', to: '2024-01-05' } }

describe('versions of prices', () => {
  test('come back byte by byte, and damaged ones are replaced by the same', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    const name = { source, symbol: 'ACME', market: null }
    await keepPriceVersion(db, { ...name, version, bytes })
    assert.deepEqual(await findPriceBytes(db, { ...name, version }), bytes)
    assert.equal(await findPriceBytes(db, { ...name, market: 'XNYS', version }), undefined)
    await sql`update price_versions set bytes = 'rot'`.execute(db)
    await keepPriceVersion(db, { ...name, version, bytes })
    assert.deepEqual(await findPriceBytes(db, { ...name, version }), bytes)
  })

  test('go when they are old, but never the current one', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    const older = Buffer.from('older')
    const olderVersion = createHash('sha256').update(older).digest('hex')
    await keepPriceVersion(db, { source, ...acme, version: olderVersion, bytes: older })
    await keepPriceVersion(db, { source, ...acme, version, bytes })
    await setCurrentPrices(db, { source, instrument: acme, prices })
    assert.equal(await removePriceVersions(db, new Date(Date.now() - 60_000)), 0)
    assert.equal(await removePriceVersions(db, new Date(Date.now() + 60_000)), 1)
    assert.deepEqual(await findPriceBytes(db, { source, ...acme, version }), bytes)
  })
})

describe('assets', () => {
  test('a described one has no prices; one with prices keeps what came with them', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    const index = { symbol: '^IDX', market: null, name: 'An index' }
    await describeAssets(db, source, [acme, index])
    assert.equal((await findAsset(db, { source, ...acme }))?.prices, null)
    await keepPriceVersion(db, { source, ...acme, version, bytes })
    await setCurrentPrices(db, { source, instrument: acme, prices })
    const renamed = [acme, index].map((asset, k) => ({ ...asset, name: ['Renamed', 'Another'][k] }))
    await describeAssets(db, source, renamed)
    const [first, second] = await listAssets(db, source)
    assert.deepEqual([first?.instrument, first?.prices], [acme, prices])
    assert.deepEqual([second?.instrument, second?.prices], [{ ...index, name: 'Another' }, null])
    assert.deepEqual(await listAssets(db, 'csv:prices'), [])
    assert.equal((await listAssets(db, source, ['^IDX', 'NONE'])).length, 1)
  })

  test('are never current without their bytes', async () => {
    await using database = await temporaryDatabase()
    await assert.rejects(setCurrentPrices(database.db, { source, instrument: acme, prices }), { code: '23503' })
  })

  test('are found by symbol and name, best first, whatever signs the text has', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    const named = [
      ['XACM', 'Other'],
      ['ZED', 'Best of acm'],
      ['YON', 'Macmillan'],
      ['ACME', 'Acme Rockets'],
      ['ACM', 'Zoo'],
      ['PCT', '100% sure_thing'],
    ]
    await describeAssets(
      db,
      source,
      named.map(([symbol, name]) => ({ symbol: symbol!, market: null, name })),
    )
    const found = async (text: string): Promise<unknown[]> => {
      const assets = await searchAssets(db, { source, text, limit: 20 })
      return assets.map(({ instrument }) => (instrument as typeof acme).symbol)
    }
    assert.deepEqual(await found(' acm '), ['ACM', 'ACME', 'ZED', 'XACM', 'YON'])
    assert.deepEqual(await found('%'), ['PCT'])
    assert.deepEqual(await found('_'), ['PCT'])
    assert.deepEqual(await found("'\\"), [])
  })

  test('used lately are those with fetched prices that runs named', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    const [others, whole] = [
      { ...acme, symbol: 'NEVER' },
      { ...acme, symbol: 'WHOLE' },
    ]
    for (const instrument of [acme, others, whole]) {
      await keepPriceVersion(db, { source, ...instrument, version, bytes })
      const asked = instrument === whole ? null : prices.asked
      await setCurrentPrices(db, { source, instrument, prices: { ...prices, asked } })
    }
    await db.transaction().execute(async (trx) => {
      await countTickers(trx, ['ACME', 'WHOLE', 'UNKNOWN'], new Date('2024-01-01'))
    })
    const used = async (since: string): Promise<unknown[]> => {
      const assets = await usedAssets(db, { source, since: new Date(since), limit: 10 })
      return assets.map(({ instrument }) => (instrument as typeof acme).symbol)
    }
    assert.deepEqual(await used('2023-12-01'), ['ACME'])
    assert.deepEqual(await used('2024-02-01'), [])
  })

  test('that a collection no longer has are forgotten', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    await describeAssets(db, source, [acme, { ...acme, market: null }, { ...acme, symbol: 'GONE' }])
    await describeAssets(db, 'csv:other', [acme])
    await forgetOtherAssets(db, source, [acme, { ...acme, market: null }])
    assert.equal((await listAssets(db, source)).length, 2)
    assert.equal((await listAssets(db, 'csv:other')).length, 1)
  })
})
