// Usage: node adapters/market-data/src/sample/pack-sample-prices.ts CSV-FOLDER
// Packs a folder of wide CSV files with a manifest into adapters/market-data/sample/.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseIsoDate } from '@portofino/market'
import { contentVersion, historyVersion } from '../history-content.ts'
import { encodeDeltas } from './delta-varints.ts'
import { checkDigest, packedColumn, unpackedColumn } from './packed-prices.ts'
import type { SampleEntry, SampleManifest } from './sample-manifest.ts'

interface CsvManifest {
  calendar: string
  licenseFile: string
  files: { file: string; sha256: string }[]
  symbols: { symbol: string; name: string; currency: string; market: string | null; kind: string; file: string }[]
}

const target = new URL('../../sample/', import.meta.url)

function columnsOf(text: string): Map<string, string[]> {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const header = rows[0] ?? []
  return new Map(header.map((column, k) => [column, rows.slice(1).map((row) => row[k] ?? '')]))
}

async function readColumns(folder: string, file: { file: string; sha256: string }): Promise<Map<string, string[]>> {
  const bytes = await readFile(join(folder, file.file))
  checkDigest(bytes, file)
  return columnsOf(bytes.toString())
}

async function writePacked(file: string, bytes: Uint8Array): Promise<{ file: string; sha256: string }> {
  await writeFile(new URL(file, target), bytes)
  return { file, sha256: contentVersion(bytes) }
}

async function packSymbol(
  { symbol, name, currency, market, kind }: CsvManifest['symbols'][number],
  { texts, dates, calendar }: { texts: string[]; dates: string[]; calendar: string },
): Promise<SampleEntry> {
  const { decimals, bytes } = packedColumn(texts)
  const packed = await writePacked(`${symbol.replace('^', 'index-')}.bin`, bytes)
  const returns = kind === 'price-index' ? 'price' : 'total'
  const adjusted = {
    days: Int32Array.from(dates, (date) => parseIsoDate(date)!),
    closes: unpackedColumn(bytes, { rows: texts.length, decimals }),
  }
  const instrument = { symbol, market, calendar: market ?? calendar, currency, returns } as const
  const version = historyVersion({ instrument, adjusted, raw: null, actions: [] })
  const [first, last] = [dates[0]!, dates.at(-1)!]
  return {
    symbol,
    name,
    currency,
    market,
    returns,
    first,
    last,
    prices: { file: packed.file, decimals, sha256: packed.sha256 },
    version,
  }
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('Cannot pack the sample prices: the CSV folder must be given, got nothing')
const csv: CsvManifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
const files = new Map<string, Map<string, string[]>>()
for (const file of csv.files) files.set(file.file, await readColumns(folder, file))
const dates = files.get(csv.symbols[0]!.file)!.get('date')!

await mkdir(target, { recursive: true })
const symbols: SampleEntry[] = []
for (const entry of csv.symbols) {
  const columns = files.get(entry.file)!
  if (columns.get('date')!.join() !== dates.join())
    throw new Error(`Cannot pack ${entry.file}: its dates must be those of the first file`)
  symbols.push(await packSymbol(entry, { texts: columns.get(entry.symbol)!, dates, calendar: csv.calendar }))
}
const sessions = await writePacked('sessions.bin', encodeDeltas(dates.map((date) => parseIsoDate(date)!)))
const manifest: SampleManifest = {
  label: 'for testing and examples',
  calendar: csv.calendar,
  madeFrom: csv.files.map(({ file, sha256 }) => ({ file, sha256, symbols: [...files.get(file)!.keys()].slice(1) })),
  sessions: { file: sessions.file, rows: dates.length, sha256: sessions.sha256 },
  symbols,
}
await writeFile(new URL('manifest.json', target), `${JSON.stringify(manifest, null, 2)}\n`)
await copyFile(join(folder, csv.licenseFile), new URL(csv.licenseFile, target))
