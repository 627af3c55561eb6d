import assert from 'node:assert/strict'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { dayNumber, isoDate } from '@portofino/market'
import { readCsvFolder } from './csv-folder.ts'
import { csvFolders, entry, good, rows, sha256, withManifest, withRows, type Files } from './csv-scenario.ts'

const folders = await csvFolders()
after(folders.remove)

describe('a good CSV folder', () => {
  test('gives checked histories under the name of its manifest', async () => {
    const { name, histories } = await readCsvFolder(await folders.make(good))
    assert.equal(name, 'csv:mine')
    const [{ instrument, adjusted, raw, actions, source, asOf }] = histories as [(typeof histories)[number]]
    assert.deepEqual(instrument, {
      symbol: 'ACME',
      name: 'Acme plc',
      market: 'XNYS',
      calendar: 'XNYS',
      currency: 'USD',
      returns: 'total',
      first: dayNumber(2020, 1, 2),
      last: dayNumber(2020, 1, 6),
    })
    assert.deepEqual([...adjusted.days].map(isoDate), ['2020-01-02', '2020-01-03', '2020-01-06'])
    assert.deepEqual([...adjusted.closes], [10.5, 11, 10.75])
    assert.deepEqual([raw, actions, source, asOf], [null, [], 'csv:mine', '2020-01-06'])
  })

  const accepted: [string, Files][] = [
    ['a byte order mark of UTF-8', withRows(`\uFEFF${rows}`)],
    ['line ends of Windows', withRows(rows.replaceAll('\n', '\r\n'))],
    ['quoted cells', withRows(rows.replaceAll(/([^,\n]+)/g, '"$1"'))],
    ['exponents', withRows(rows.replace('10.5', '1.05e1'))],
    ['empty lines at the end', withRows(`${rows}\n\n`)],
    [
      'a last line without end, when the manifest states the digest',
      { ...withManifest({}, { files: [{ file: 'ACME.csv', sha256: sha256(rows.trimEnd()) }] }), 'ACME.csv': rows.trimEnd() },
    ],
    [
      'its own figures in the manifest',
      withManifest(
        { first: '2020-01-02', last: '2020-01-06', rows: 3 },
        { files: [{ file: 'ACME.csv', sha256: sha256(rows), bytes: rows.length }] },
      ),
    ],
    ['the column adjusted_close alone', withRows(rows.replace('close', 'adjusted_close'))],
    ['a column named like the symbol', withRows(rows.replace('close', 'ACME'))],
  ]
  for (const [what, files] of accepted) {
    test(`may have ${what}`, async () => {
      const { histories } = await readCsvFolder(await folders.make(files))
      assert.deepEqual([...histories[0]!.adjusted.closes], [10.5, 11, 10.75])
    })
  }

  test('with one column per symbol leaves out the days without a price', async () => {
    const symbols = ['ACME', 'EMCA'].map((symbol) => ({ ...entry, symbol, file: 'prices.csv' }))
    const files = {
      'manifest.json': JSON.stringify({ symbols }),
      'prices.csv': 'date,ACME,EMCA\n2020-01-02,1,\n2020-01-03,2,20\n2020-01-06,,30\n',
    }
    const [acme, emca] = (await readCsvFolder(await folders.make(files))).histories
    assert.deepEqual([...acme!.adjusted.closes], [1, 2])
    assert.deepEqual([...emca!.adjusted.closes], [20, 30])
    assert.equal(isoDate(emca!.adjusted.days[0]!), '2020-01-03')
  })

  test('in pence becomes pounds, dividends included', async () => {
    for (const currency of ['GBp', 'GBX']) {
      const files = {
        ...withManifest({ currency, market: 'XLON', kind: 'raw-close' }),
        'events.csv': 'date,symbol,type,value\n2020-01-03,ACME,dividend,50\n',
      }
      const { instrument, raw, actions, adjusted } = (await readCsvFolder(await folders.make(files))).histories[0]!
      assert.equal(instrument.currency, 'GBP')
      assert.equal(instrument.calendar, null)
      assert.deepEqual([...raw!.close], [0.105, 0.11, 0.1075])
      assert.deepEqual(actions, [{ type: 'dividend', day: dayNumber(2020, 1, 3), amount: 0.5 }])
      assert.ok(Math.abs(adjusted.closes[1]! / adjusted.closes[0]! - 0.61 / 0.105) < 1e-12)
    }
  })

  test('of raw closes takes total return from its events, or from adjusted_close only when there are none', async () => {
    const given = {
      ...withManifest({ kind: 'raw-close-with-adjusted-close' }),
      'ACME.csv': 'date,close,adjusted_close\n2020-01-02,10,4\n2020-01-03,5,5\n',
    }
    const withoutEvents = (await readCsvFolder(await folders.make(given))).histories[0]!
    assert.deepEqual([...withoutEvents.adjusted.closes], [4, 5])
    assert.equal(withoutEvents.raw, null)
    const events = 'date,symbol,type,value\n2020-01-03,ACME,split,2/1\n'
    const computed = (await readCsvFolder(await folders.make({ ...given, 'events.csv': events }))).histories[0]!
    assert.deepEqual([...computed.adjusted.closes], [5, 5])
    assert.deepEqual([...computed.raw!.close], [10, 5])
    const none = (await readCsvFolder(await folders.make({ ...given, 'events.csv': 'date,symbol,type,value\n' }))).histories[0]!
    assert.deepEqual([...none.adjusted.closes], [10, 5])
  })
})

describe('raw plus events', () => {
  test('is the adjusted close that the source gives, within 1e-9, for real prices with 3 splits and 92 dividends', async () => {
    const fixture = fileURLToPath(new URL('../../../../fixtures/raw-prices', import.meta.url))
    const computed = (await readCsvFolder(fixture)).histories
    const { default: manifest } = await import('../../../../fixtures/raw-prices/manifest.json', { with: { type: 'json' } })
    const withoutEvents = await folders.make({ 'manifest.json': JSON.stringify({ ...manifest, files: [] }) })
    for (const { file } of manifest.symbols) await copyFile(join(fixture, file), join(withoutEvents, file))
    const given = (await readCsvFolder(withoutEvents)).histories
    assert.equal(computed.flatMap(({ actions }) => actions).length, 95)
    for (const [k, { adjusted, instrument }] of computed.entries()) {
      const scale = given[k]!.adjusted.closes[0]! / adjusted.closes[0]!
      assert.ok(adjusted.days.length > 2000)
      adjusted.closes.forEach((close, t) => {
        const error = Math.abs((close * scale) / given[k]!.adjusted.closes[t]! - 1)
        assert.ok(error < 1e-9, `${instrument.symbol} differs by ${error} on ${isoDate(adjusted.days[t]!)}`)
      })
    }
  })
})
