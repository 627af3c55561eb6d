import assert from 'node:assert/strict'
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { importCsvFolder } from '../import-csv-folder.ts'
import { MarketDataError } from '../market-data-error.ts'
import { openMarketData } from '../open-source.ts'
import { csvFolders, entry, good, rows, withRows } from './csv-scenario.ts'

const folders = await csvFolders()
after(folders.remove)
const otherSources = 'Use --data.'
const always = { from: -100_000, to: 100_000 }

async function closesIn(storeFolder: string): Promise<number[]> {
  const source = await openMarketData('csv:mine', { storeFolder, otherSources })
  const [instrument] = await source.describe('ACME')
  return [...(await source.history({ instrument: instrument!, ...always })).adjusted.closes]
}

async function faultOf(work: Promise<unknown>): Promise<MarketDataError> {
  const fault: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(fault instanceof MarketDataError)
  return fault
}

/** The message after a file of an import was spoiled. */
async function damaged(spoil: (path: string) => Promise<void>, file: RegExp): Promise<string> {
  const storeFolder = await folders.make({})
  await importCsvFolder(await folders.make(good), { storeFolder })
  const [source] = await readdir(storeFolder)
  const name = (await readdir(join(storeFolder, source!))).find((found) => file.test(found))
  await spoil(join(storeFolder, source!, name!))
  const fault = await faultOf(closesIn(storeFolder))
  assert.equal(fault.code, 'malformed')
  return fault.message
}

describe('importCsvFolder', () => {
  test('stores all prices, so that the source answers without the folder', async () => {
    const [folder, storeFolder] = [await folders.make(good), await folders.make({})]
    const { name, symbols } = await importCsvFolder(folder, { storeFolder })
    assert.equal(name, 'csv:mine')
    assert.deepEqual(
      symbols.map(({ instrument, rows: count, suspicions }) => [instrument.symbol, count, suspicions]),
      [['ACME', 3, []]],
    )
    await rm(folder, { recursive: true })
    assert.deepEqual(await closesIn(storeFolder), [10.5, 11, 10.75])
  })

  test('keeps version and values of the folder itself', async () => {
    const [folder, storeFolder] = [await folders.make(good), await folders.make({})]
    const { symbols } = await importCsvFolder(folder, { storeFolder })
    const source = await openMarketData(`csv:${folder}`, { storeFolder, otherSources })
    const [instrument] = await source.describe('ACME')
    assert.equal((await source.history({ instrument: instrument!, ...always })).version, symbols[0]!.version)
  })

  test('is found by its name although there is a folder of the name, unless that has a manifest', async () => {
    const [folder, storeFolder] = [await folders.make(good), await folders.make({})]
    const named = JSON.stringify({ ...(JSON.parse(String(good['manifest.json'])) as object), name: 'fixtures' })
    await importCsvFolder(await folders.make({ ...good, 'manifest.json': named }), { storeFolder })
    const source = await openMarketData('csv:fixtures', { storeFolder, otherSources })
    assert.equal((await source.describe('ACME')).length, 1)
    assert.equal((await openMarketData(`csv:${folder}`, { storeFolder, otherSources })).name, 'csv:mine')
  })

  test('takes yields, zero and less among them, and finds nothing odd in them', async () => {
    const files = {
      'manifest.json': JSON.stringify({ name: 'mine', symbols: [{ ...entry, kind: 'yield-percent' }] }),
      'ACME.csv': rows.replace('10.5', '0').replace('11', '-0.05'),
    }
    const storeFolder = await folders.make({})
    const { symbols } = await importCsvFolder(await folders.make(files), { storeFolder })
    assert.deepEqual([symbols[0]!.instrument.returns, symbols[0]!.suspicions], ['yield', []])
    assert.deepEqual(await closesIn(storeFolder), [0, -0.05, 10.75])
  })

  test('tells what looks wrong and imports it as it is', async () => {
    const [folder, storeFolder] = [await folders.make(withRows(rows.replace('11', '1100'))), await folders.make({})]
    const { symbols } = await importCsvFolder(folder, { storeFolder })
    assert.deepEqual([...new Set(symbols[0]!.suspicions.map(({ kind }) => kind))], ['jump'])
    assert.deepEqual(await closesIn(storeFolder), [10.5, 1100, 10.75])
  })

  test('takes the place of an earlier import of the name as a whole', async () => {
    const storeFolder = await folders.make({})
    const emca = { ...entry, symbol: 'EMCA' }
    const manifest = JSON.stringify({ name: 'mine', symbols: [emca] })
    await importCsvFolder(await folders.make({ ...good, 'manifest.json': manifest }), { storeFolder })
    await importCsvFolder(await folders.make(good), { storeFolder })
    const source = await openMarketData('csv:mine', { storeFolder, otherSources })
    const symbols = [...(await source.catalog([])).instruments()].map(({ symbol }) => symbol)
    assert.deepEqual(symbols, ['ACME'])
  })

  test('leaves the earlier import and no file when the folder has a fault', async () => {
    const storeFolder = await folders.make({})
    await importCsvFolder(await folders.make(good), { storeFolder })
    const before = await readdir(storeFolder, { recursive: true })
    const symbols = [entry, { ...entry, symbol: 'EMCA', file: 'EMCA.csv' }]
    const half = { ...withRows(rows.replace('11', '12')), 'manifest.json': JSON.stringify({ name: 'mine', symbols }) }
    const fault = await faultOf(importCsvFolder(await folders.make(half), { storeFolder }))
    assert.match(fault.message, /EMCA.csv: the file is missing/)
    assert.deepEqual(await readdir(storeFolder, { recursive: true }), before)
    assert.deepEqual(await closesIn(storeFolder), [10.5, 11, 10.75])
  })

  test('names a store folder that cannot be written', async () => {
    const storeFolder = join(await folders.make({ occupied: 'by a file' }), 'occupied')
    const fault = await faultOf(importCsvFolder(await folders.make(good), { storeFolder }))
    assert.match(
      fault.message,
      /occupied cannot be written \(ENOTDIR.*\); nothing was imported, so make room or choose another data folder/,
    )
    assert.equal(fault.code, 'unavailable')
  })
})

interface List {
  format: number
  collected: { instrument: Record<string, unknown>; version: string; asOf: string }[]
}

const one = (listed: object, rename = 'symbol'): unknown =>
  JSON.parse(JSON.stringify({ format: 1, collected: [listed] }).replace('symbol', rename))
const withField = (listed: List['collected'][number], name: string, value: unknown): object => ({
  ...listed,
  instrument: { ...listed.instrument, [name]: value },
})

/** Every way in which the list of an import can be other than it was written, and what is said. */
const spoiledLists: [string, (list: List) => unknown, RegExp][] = [
  ['no JSON', () => undefined, /collection.json is damaged: it is no JSON/],
  ['an empty object', () => ({}), /its "format" is not 1/],
  ['a list', () => [], /it is no object/],
  ['null', () => null, /it is no object/],
  ['another format', (list) => ({ ...list, format: 99 }), /its "format" is not 1/],
  ['no entries', () => ({ format: 1 }), /it has no list "collected"/],
  ['an entry that is none', () => ({ format: 1, collected: [null] }), /an entry is no object/],
  ['an entry twice', ({ collected: [first] }) => ({ format: 1, collected: [first, first] }), /it lists ACME twice/],
  ['a path as version', ({ collected: [first] }) => one({ ...first!, version: '../../secret' }), /its "version" is no digest/],
  ['no instrument', ({ collected: [first] }) => one({ ...first!, instrument: undefined }), /its "instrument" is no object/],
  ['a day that is none', ({ collected: [first] }) => one(withField(first!, 'last', 'x')), /its "instrument" is none/],
  ['an unknown calendar', ({ collected: [first] }) => one(withField(first!, 'calendar', 'X')), /its "instrument" is none/],
  ['a time that is none', ({ collected: [first] }) => one({ ...first!, asOf: 'x2020' }), /its "asOf" is no time/],
  [
    'swapped versions',
    ({ collected: [first, second] }) => ({
      format: 1,
      collected: [
        { ...first!, version: second!.version },
        { ...second!, version: first!.version },
      ],
    }),
    /the prices of ACME are damaged: their symbol is ACME, but .* has EMCA/,
  ],
  [
    'another currency',
    ({ collected: [first] }) => one(withField(first!, 'currency', 'EUR')),
    /their currency is EUR, but .* has USD/,
  ],
  ['another name', ({ collected: [first] }) => one(withField(first!, 'symbol', 'ACME'), 'SYMBOL'), /its "instrument" is none/],
]

describe('a list of an import that is not as it was written is told, with the remedy, and never used:', () => {
  for (const [what, spoil, sentence] of spoiledLists) {
    test(what, async () => {
      const storeFolder = await folders.make({})
      const symbols = [entry, { ...entry, symbol: 'EMCA', file: 'EMCA.csv' }]
      const files = { ...good, 'manifest.json': JSON.stringify({ name: 'mine', symbols }), 'EMCA.csv': rows.replace('11', '12') }
      await importCsvFolder(await folders.make(files), { storeFolder })
      const path = join(storeFolder, (await readdir(storeFolder))[0]!, 'collection.json')
      await writeFile(path, JSON.stringify(spoil(JSON.parse(await readFile(path, 'utf8')) as List)) ?? '{')
      const fault = await faultOf(closesIn(storeFolder))
      assert.equal(fault.code, 'malformed')
      assert.match(fault.message, sentence)
      assert.match(fault.message, /; import the CSV folder of csv:mine again$/)
    })
  }
})

describe('an import that was damaged', () => {
  test('is reported, with the way to repair it, and never used', async () => {
    const remedy = 'import the CSV folder of csv:mine again'
    const cut = await damaged((path) => truncate(path, 50), /prices$/)
    assert.match(cut, new RegExp(`does not have the content that its name states; ${remedy}`))
    const altered = await damaged(async (path) => writeFile(path, (await readFile(path)).with(120, 9)), /prices$/)
    assert.match(altered, new RegExp(`does not have the content that its name states; ${remedy}`))
    assert.match(await damaged((path) => rm(path), /prices$/), new RegExp(`is missing; ${remedy}`))
  })
})
