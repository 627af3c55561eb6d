import assert from 'node:assert/strict'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readCsvFolder } from './csv-folder.ts'
import { csvFolders, entry, faultOf, good, manifestOf, rows } from './csv-scenario.ts'

const folders = await csvFolders()
after(folders.remove)

describe('a CSV folder is refused with', () => {
  test('a folder that is missing, or a file', async () => {
    const folder = await folders.make(good)
    assert.match(await faultOf(join(folder, 'none')), /none does not exist; give a folder with CSV files and a manifest.json$/)
    assert.match(await faultOf(join(folder, 'ACME.csv')), /ACME.csv is not a folder; give a folder with CSV files/)
  })

  test('a link out of the folder', async () => {
    const folder = await folders.make({ 'manifest.json': manifestOf() })
    await symlink('/etc/hostname', join(folder, 'ACME.csv'))
    assert.match(await faultOf(folder), /ACME.csv: the path leaves the folder/)
  })

  test('something that is no plain file', async () => {
    const folder = await folders.make({ 'manifest.json': manifestOf() })
    await mkdir(join(folder, 'ACME.csv'))
    assert.match(await faultOf(folder), /ACME.csv: this is not a plain file; replace it by one/)
  })

  test('a file too large to be prices, without reading it', async () => {
    const folder = await folders.make(good)
    await truncate(join(folder, 'ACME.csv'), 300 * 2 ** 20)
    assert.match(await faultOf(folder), /ACME.csv: the file has 300 MB, more than the 256 MB allowed; write one file per symbol/)
  })

  test('a missing manifest, with one to paste that then works', async () => {
    const wide = 'date,ACME,EMCA\n2020-01-02,1,2\n'
    const folder = await folders.make({
      'ACME.csv': rows,
      'prices.csv': wide.replaceAll('ACME', 'CAME'),
      'events.csv': 'date,symbol,type,value\n',
    })
    const message = await faultOf(folder)
    assert.match(message, /^manifest.json is missing in .*; write one there that says currency, market and kind, such as\n\n\{/)
    const suggestion = message.slice(message.indexOf('{'))
    await writeFile(join(folder, 'manifest.json'), suggestion)
    assert.match(await faultOf(folder), /has 6 faults.*the currency "FILL IN" of ACME is unknown/s)
    const filledIn = suggestion
      .replaceAll('"currency":"FILL IN"', '"currency":"USD"')
      .replaceAll('"market":"FILL IN"', '"market":"XNYS"')
    await writeFile(join(folder, 'manifest.json'), filledIn)
    const { histories } = await readCsvFolder(folder)
    assert.deepEqual(
      histories.map(({ instrument }) => instrument.symbol),
      ['ACME', 'CAME', 'EMCA'],
    )
  })

  test('names that hide something, shown in the manifest to paste', async () => {
    const message = await faultOf(await folders.make({ 'A\u202EB.csv': 'date,X\u200BY,Z\n' }))
    assert.match(message, /"symbol":"X\\u200bY".*"file":"A\\u202eB.csv"/)
  })

  test('all are told at once: five of a file, twenty in all, and how many more', async () => {
    const symbols = Array.from({ length: 6 }, (_, k) => ({ ...entry, symbol: `S${k}`, file: `${k}.csv` }))
    const bad = `date,close\n${Array.from({ length: 9 }, (_, k) => `2020-01-0${k + 1},x\n`).join('')}`
    const files = Object.fromEntries(symbols.map(({ file }) => [file, bad]))
    const lines = (await faultOf(await folders.make({ ...files, 'manifest.json': JSON.stringify({ symbols }) }))).split('\n')
    assert.match(lines[0]!, /has 54 faults/)
    assert.equal(lines.length, 22)
    assert.match(lines[5]!, /0.csv, line 6/)
    assert.match(lines[6]!, /1.csv, line 2/)
    assert.equal(lines.at(-1), '  and 34 more like these')
  })
})
