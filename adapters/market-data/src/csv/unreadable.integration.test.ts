import assert from 'node:assert/strict'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { importCsvFolder } from '../import-csv-folder.ts'
import { MarketDataError } from '../market-data-error.ts'
import { openMarketData } from '../open-source.ts'
import { csvFolders, good, manifestOf, rows } from './csv-scenario.ts'

const folders = await csvFolders()
const locked: string[] = []
after(async () => {
  for (const folder of locked) await chmod(folder, 0o755)
  await folders.remove()
})
const nobody = 65_534
const otherSources = 'Use --data.'

// What is imported when needed must be there before this user may no longer read it.
before(async () => {
  const [folder, storeFolder] = [await folders.make(good), await folders.make({})]
  await importCsvFolder(folder, { storeFolder })
  await openMarketData(`csv:${folder}`, { storeFolder, otherSources })
})

/** What a user sees who may not do everything: for root, no file is unreadable. */
async function asNobody(work: () => Promise<unknown>): Promise<MarketDataError> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(nobody)
  const fault: unknown = await work()
    .then(
      () => null,
      (thrown: unknown) => thrown,
    )
    .finally(() => {
      if (isRoot) process.seteuid?.(0)
    })
  assert.ok(fault instanceof MarketDataError, String(fault))
  return fault
}

async function folderOf(modes: Record<string, number>, files = good): Promise<string> {
  const folder = await folders.make(files)
  // Above the folder as well, for whom `mkdtemp` makes folders only for its maker.
  await chmod(join(folder, '..'), 0o755)
  await chmod(folder, 0o755)
  locked.push(folder)
  for (const [file, mode] of Object.entries(modes)) await chmod(join(folder, file), mode)
  return folder
}

const cases: [what: string, folder: () => Promise<string>, sentence: RegExp][] = [
  [
    'a folder that nobody else may enter',
    () => folderOf({ '.': 0o600 }),
    /manifest.json: the file cannot be read \(EACCES.*; allow reading it and its folder$/s,
  ],
  [
    'a folder within such a folder',
    async () => join(await folderOf({ '.': 0o600 }), 'inside'),
    /(inside cannot be read \(EACCES.*; allow reading it or give another folder|cannot be read \(EACCES.*and its folder)$/s,
  ],
  [
    'a folder without a manifest that may not be listed',
    () => folderOf({ '.': 0o311 }, { 'ACME.csv': rows }),
    /case-\w+ cannot be read \(EACCES.*; allow reading it or give another folder$/,
  ],
  [
    'a folder without a manifest whose files may not be read',
    () => folderOf({ 'ACME.csv': 0o200 }, { 'ACME.csv': rows }),
    /^manifest.json is missing in .*"symbol":"ACME"/s,
  ],
  [
    'a CSV file that may not be read',
    () => folderOf({ 'ACME.csv': 0o200 }),
    /ACME.csv: the file cannot be read \(EACCES.*; allow reading it and its folder$/,
  ],
  [
    'a manifest that may not be read',
    () => folderOf({ 'manifest.json': 0o200 }),
    /manifest.json: the file cannot be read \(EACCES.*; allow reading it and its folder$/,
  ],
  [
    'a file name longer than any',
    () => folderOf({}, { 'manifest.json': manifestOf({ file: `${'x'.repeat(300)}.csv` }) }),
    /: the file cannot be read \(ENAMETOOLONG.*; allow reading it and its folder$/,
  ],
]

describe('what cannot be read is one sentence with a remedy:', () => {
  for (const [what, make, sentence] of cases) {
    test(what, async () => {
      const folder = await make()
      const storeFolder = join(folder, 'store')
      assert.match((await asNobody(() => openMarketData(`csv:${folder}`, { storeFolder, otherSources }))).message, sentence)
      assert.match((await asNobody(() => importCsvFolder(folder, { storeFolder }))).message, sentence)
    })
  }

  test('the list of an import', async () => {
    const storeFolder = await folders.make({})
    await importCsvFolder(await folders.make(good), { storeFolder })
    await chmod(join(storeFolder, '..'), 0o755)
    await chmod(storeFolder, 0o600)
    const fault = await asNobody(() => openMarketData('csv:mine', { storeFolder, otherSources }))
    assert.match(fault.message, /collection.json cannot be read \(EACCES.*; allow reading it or choose another data folder$/)
    await chmod(storeFolder, 0o755)
  })
})
