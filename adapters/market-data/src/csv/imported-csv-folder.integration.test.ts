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

describe('an import that was damaged', () => {
  test('is reported, with the way to repair it, and never used', async () => {
    const remedy = 'import the CSV folder of csv:mine again'
    const cut = await damaged((path) => truncate(path, 50), /prices$/)
    assert.match(cut, new RegExp(`does not have the content that its name states; ${remedy}`))
    const altered = await damaged(async (path) => writeFile(path, (await readFile(path)).with(120, 9)), /prices$/)
    assert.match(altered, new RegExp(`does not have the content that its name states; ${remedy}`))
    assert.match(await damaged((path) => rm(path), /prices$/), new RegExp(`cannot be read; ${remedy}`))
    assert.match(await damaged((path) => writeFile(path, '{'), /json$/), new RegExp(`cannot be understood; ${remedy}`))
  })
})
