import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { csvFolders, entry, faultOf, good, manifestOf, rows, withManifest } from './csv-scenario.ts'

const folders = await csvFolders()
after(folders.remove)

const faultsOf = async (files: Record<string, string | Uint8Array>): Promise<string[]> =>
  (await faultOf(await folders.make(files))).split('\n  ').slice(1)

describe('one attempt tells', () => {
  test('faults of the manifest, of rows, of dates, of prices and of events together, in the order of the lines', async () => {
    const lines = ['date,close', '2020-01-02,10.5', '2020-01-03', '2020-01-3,11', '2020-01-06,zero', '2020-01-05,12', '']
    const files = {
      'manifest.json': manifestOf({ currency: 'XYZ', market: 'x y', kind: 'raw-close' }),
      'ACME.csv': lines.join('\n'),
      'events.csv': 'date,symbol,type,value\n2020-01-06,ACME,split,1/2/3\n',
    }
    assert.deepEqual(await faultsOf(files), [
      'manifest.json, line 5: the currency "XYZ" of ACME is unknown; write an ISO 4217 code such as "USD"',
      'manifest.json, line 5: the market "x y" of ACME is no market code; write an ISO 10383 code such as "XNYS"',
      'ACME.csv, line 3: the line has 1 column, the header 2; add what is missing or remove the line',
      'ACME.csv, line 4: the date is "2020-01-3"; write YYYY-MM-DD',
      'ACME.csv, line 5: the close is "zero"; write a number such as 12.34',
      'ACME.csv, line 6: the date 2020-01-05 is older than the one before; sort the lines by date, oldest first',
      'events.csv, line 2: the split ratio is "1/2/3"; write new shares per old, such as 2 or 1/10',
    ])
  })

  test('no fault that follows from another', async () => {
    const broken = [
      { ...entry, symbol: 'a b', file: 'prices.csv' },
      { ...entry, symbol: 'EMCA', kind: 'x', file: 'prices.csv' },
      { ...entry, symbol: 'MECA', rows: 3, kind: 'raw-close', file: 'prices.csv' },
    ]
    const files = {
      'manifest.json': JSON.stringify({ symbols: broken }, null, 1),
      'prices.csv': 'date,EMCA,a b,MECA\n2020-01-02,x,x,1\n2020-01-03,x,x,2,\n2020-01-06,x,x,\n',
      'events.csv': 'date,symbol,type,value\n2020-01-03,EMCA,split,2\n2020-01-03,MECA,split\n',
    }
    assert.deepEqual(
      (await faultsOf(files)).map((fault) => fault.slice(0, 50)),
      [
        'manifest.json, line 4: the symbol "a b" cannot be ',
        'manifest.json, line 12: the kind "x" of EMCA is un',
        'prices.csv, line 3: the line has 5 columns, the he',
        'events.csv, line 3: the line has 3 columns, the he',
      ],
    )
  })

  test('twenty faults of one file, and how many more', async () => {
    const bad = `date,close\n${Array.from({ length: 25 }, (_, k) => `2020-01-${String(k + 1).padStart(2, '0')},x\n`).join('')}`
    const told = (await faultOf(await folders.make({ ...good, 'ACME.csv': bad }))).split('\n')
    assert.equal(told.length, 22)
    assert.match(told[20]!, /ACME.csv, line 21/)
    assert.equal(told.at(-1), '  and 5 more like these')
  })

  test('the manifest of a name that is at fault, and the rest', async () => {
    const files = { ...withManifest({}, { name: 'a b' }), 'ACME.csv': rows.replace('11', '-1') }
    assert.deepEqual(await faultsOf(files), [
      'manifest.json: the name "a b" is not short and plain; write 1 to 64 of A-Z a-z 0-9 . _ -',
      'ACME.csv, line 3: the close is -1; a price must be above zero, so correct it or remove the line',
    ])
  })
})
