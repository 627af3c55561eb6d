// What the tests of CSV folders share: a good folder to spoil, and a place for it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MarketDataError } from '../market-data-error.ts'
import { readCsvFolder } from './csv-folder.ts'

export type Files = Record<string, string | Uint8Array>

/** Name and sentence of a test, and the files between. */
export type FaultCase = [what: string, files: Files, sentence: string]

export const entry = {
  symbol: 'ACME',
  name: 'Acme plc',
  currency: 'USD',
  market: 'XNYS',
  kind: 'adjusted-close-total-return',
  file: 'ACME.csv',
}
export const rows = 'date,close\n2020-01-02,10.5\n2020-01-03,11\n2020-01-06,10.75\n'
export const manifestOf = (symbol: object = {}, rest: object = {}): string =>
  JSON.stringify({ name: 'mine', ...rest, symbols: [{ ...entry, ...symbol }] }, null, 2)
export const good: Files = { 'manifest.json': manifestOf(), 'ACME.csv': rows }
export const withRows = (text: string | Uint8Array): Files => ({ ...good, 'ACME.csv': text })
export const withManifest = (symbol: object, rest?: object): Files => ({ ...good, 'manifest.json': manifestOf(symbol, rest) })
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A folder of folders. */
export async function csvFolders(): Promise<CsvFolders> {
  const root = await mkdtemp(join(tmpdir(), 'portofino-csv-'))
  return {
    make: async (files) => {
      const folder = await mkdtemp(join(root, 'case-'))
      for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content)
      return folder
    },
    remove: () => rm(root, { recursive: true }),
  }
}

export interface CsvFolders {
  make: (files: Files) => Promise<string>
  remove: () => Promise<void>
}

/** The message with which the folder is refused. */
export async function faultOf(folder: string): Promise<string> {
  const fault: unknown = await readCsvFolder(folder).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(fault instanceof MarketDataError, `expected a fault, got ${String(fault)}`)
  return fault.message
}

/** Checks that the folder has this one fault. */
export async function assertFault(folder: string, sentence: string): Promise<void> {
  const [first, ...rest] = (await faultOf(folder)).split('\n  ')
  assert.match(first!, /^csv:case-\w+ has a fault; nothing of it was used:$/)
  assert.deepEqual(rest, [sentence])
}
