import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { dayNumber, isoDate, tradingCalendar, type PriceHistory } from '@portofino/market'
import { historyVersion } from '../history-content.ts'
import { openSampleSource } from './sample-source.ts'
import type { SampleManifest } from './sample-manifest.ts'

const folder = new URL('../../sample/', import.meta.url)
const manifest: SampleManifest = JSON.parse(await readFile(new URL('manifest.json', folder), 'utf8'))
const always = { from: dayNumber(1900, 1, 1), to: dayNumber(2100, 1, 1) }

async function wholeHistory(symbol: string): Promise<PriceHistory> {
  const source = await openSampleSource({ otherSources: '' })
  const [instrument] = await source.describe(symbol)
  return source.history({ instrument: instrument!, ...always })
}

/** As Python writes a float: the shortest text that reads back the same, with a decimal at least. */
function decimalText(price: number): string {
  return Number.isInteger(price) ? `${price}.0` : String(price)
}

describe('sample', () => {
  for (const { file, sha256, symbols } of manifest.madeFrom) {
    test(`holds every digit of ${file}: written again it has the digest of the file that it was made from`, async () => {
      const histories = await Promise.all(symbols.map(wholeHistory))
      const rows = Array.from(histories[0]!.adjusted.days, (day, t) =>
        [isoDate(day), ...histories.map(({ adjusted }) => decimalText(adjusted.closes[t]!))].join(),
      )
      const text = `${['date', ...symbols].join()}\n${rows.join('\n')}\n`
      assert.equal(createHash('sha256').update(text).digest('hex'), sha256)
    })
  }

  test('names 20 stocks with total return and a price index of no market', async () => {
    const source = await openSampleSource({ otherSources: 'Use csv:DIR.' })
    const instruments = [...(await source.catalog([])).instruments()]
    assert.equal(instruments.filter(({ returns, currency }) => returns === 'total' && currency === 'USD').length, 20)
    assert.deepEqual(await source.describe('^GSPC'), [
      {
        symbol: '^GSPC',
        name: 'S&P 500 Index',
        market: null,
        calendar: 'XNYS',
        currency: 'USD',
        returns: 'price',
        first: dayNumber(1990, 1, 2),
        last: dayNumber(2022, 12, 28),
      },
    ])
  })

  test('has a price on each New York session from first to last and on no other day', async () => {
    const { adjusted } = await wholeHistory('KO')
    assert.equal(adjusted.days.length, 8313)
    assert.deepEqual(adjusted.days, tradingCalendar('XNYS')!.sessions(dayNumber(1990, 1, 2), dayNumber(2022, 12, 28)))
  })

  test('states the version that its content has', async () => {
    for (const { symbol, version } of manifest.symbols) {
      const history = await wholeHistory(symbol)
      assert.equal(history.version, version)
      assert.equal(historyVersion(history), version, symbol)
    }
  })

  test('ships license and label', async () => {
    assert.equal(manifest.label, 'for testing and examples')
    assert.match(await readFile(new URL('LICENSE-skfolio', folder), 'utf8'), /BSD 3-Clause License/)
    assert.match(await readFile(new URL('README.md', folder), 'utf8'), /For testing and examples/)
  })
})
