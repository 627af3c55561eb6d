import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { dayNumber } from '@portofino/market'
import { loadPrices } from './load-prices.ts'
import { marketDataForms, openMarketData } from './open-source.ts'

const storeFolder = await mkdtemp(join(tmpdir(), 'portofino-open-'))
after(() => rm(storeFolder, { recursive: true }))
const options = { storeFolder, otherSources: 'Use --data.' }
const rawPrices = fileURLToPath(new URL('../../../fixtures/raw-prices', import.meta.url))

describe('openMarketData', () => {
  test('opens what each form names', async () => {
    assert.equal((await openMarketData('sample', options)).name, 'sample')
    assert.equal((await openMarketData(`csv:${rawPrices}`, options)).name, 'csv:raw-prices')
    assert.equal((await openMarketData('yahoo', options)).name, 'yahoo')
  })

  test('refuses anything else with the forms that there are', async () => {
    for (const spec of ['', 'Sample', 'csv', 'csv:', 'ftp:x']) {
      const message = `Cannot open market data: the source must be one of ${marketDataForms.join(', ')}, got "${spec}"`
      await assert.rejects(openMarketData(spec, options), new RangeError(message))
    }
  })

  test('tells the limit of a seed', async () => {
    assert.equal((await openMarketData('synthetic:4294967295', options)).name, 'synthetic')
    const fault = { name: 'MarketDataError', message: /the seed must be a whole number within 0..4294967295$/ }
    await assert.rejects(openMarketData('synthetic:99999999999999999999999', options), fault)
  })

  test('tells a folder that is not there', async () => {
    await assert.rejects(
      openMarketData('csv:no-such-folder', options),
      /no-such-folder does not exist; give a folder with CSV files/,
    )
  })

  test('with loadPrices gives what a run on the sample needs', async () => {
    const source = await openMarketData('sample', options)
    const catalog = await source.catalog([])
    const instruments = new Map(['AAPL', 'MSFT', '^GSPC'].map((symbol) => [symbol, catalog.find(symbol)[0]!]))
    const { histories, marketSessions, data } = await loadPrices(source, instruments, {
      from: dayNumber(2020, 1, 1),
      to: dayNumber(2023, 1, 1),
    })
    assert.equal(histories.get('MSFT')!.adjusted.closes.at(-1), 233.434)
    assert.equal(histories.get('AAPL')!.adjusted.days[0], dayNumber(1990, 1, 2))
    assert.equal(marketSessions.size, 0)
    assert.deepEqual([data.source, data.asOf], ['sample', '2022-12-28'])
  })
})
