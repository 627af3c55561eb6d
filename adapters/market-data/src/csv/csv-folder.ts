import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { isoDate, totalReturnCloses, type CorporateAction, type PriceHistory } from '@portofino/market'
import { historyVersion } from '../history-content.ts'
import { MarketDataError } from '../market-data-error.ts'
import { echo, printable } from '../plain-text.ts'
import { isMissingFile } from '../store/store-damage.ts'
import { unsoundValue } from '../unsound-value.ts'
import { quotation } from './currency.ts'
import { datedTable, reportUnlistedColumns, type DatedTable } from './dated-table.ts'
import { knownColumns } from './close-kind.ts'
import { eventColumns, eventsBySymbol, eventsFile } from './events.ts'
import { FaultList } from './fault-list.ts'
import { folderFile, hasFile, reasonOf } from './folder-file.ts'
import { soundRange } from './number-text.ts'
import { manifestFile, readManifest, type Manifest, type StatedFile } from './manifest.ts'
import type { StatedSymbol } from './stated-symbol.ts'
import { suggestedManifest } from './suggested-manifest.ts'
import { symbolPrices } from './symbol-prices.ts'
import { readTable, type Table } from './table.ts'

export interface CsvFolder {
  /** `csv:` and the manifest's name, or else the folder's. */
  name: string
  /** Whole, in the order of the manifest. */
  histories: PriceHistory[]
}

/**
 * Reads and checks everything in a folder of CSV files with a manifest. Throws one `MarketDataError` that lists the faults, each
 * with file, line and remedy; there is no half-read folder.
 */
export async function readCsvFolder(folder: string): Promise<CsvFolder> {
  const source = `csv:${printable(basename(resolve(folder)))}`
  await requireFolder(folder, source)
  if (!(await hasFile(folder, manifestFile))) await throwWithoutManifest(folder, source)
  const faults = new FaultList()
  const bytes = await folderFile(folder, manifestFile, faults)
  const manifest = bytes === null ? null : readManifest(bytes, faults)
  const histories = manifest === null ? [] : await readHistories(folder, manifest, faults)
  faults.throwIfAny(source)
  const name = manifest?.name === null || manifest === null ? source : `csv:${manifest.name}`
  return { name, histories: histories.map((history) => ({ ...history, source: name })) }
}

async function requireFolder(folder: string, source: string): Promise<void> {
  const entry = await stat(folder).catch((fault: unknown) => {
    if (isMissingFile(fault)) return null
    throw unlistable(folder, source, fault)
  })
  if (entry?.isDirectory() === true) return
  const state = entry === null ? 'does not exist' : 'is not a folder'
  const message = `${printable(folder)} ${state}; give a folder with CSV files and a ${manifestFile}`
  throw new MarketDataError(message, { code: 'not_found', source, symbol: null })
}

function unlistable(folder: string, source: string, fault: unknown): MarketDataError {
  const message = `${printable(folder)} cannot be read (${reasonOf(fault)}); allow reading it or give another folder`
  return new MarketDataError(message, { code: 'unavailable', source, symbol: null }, fault)
}

async function throwWithoutManifest(folder: string, source: string): Promise<never> {
  const suggestion = await suggestedManifest(folder).catch((fault: unknown) => {
    throw unlistable(folder, source, fault)
  })
  const message = `${manifestFile} is missing in ${printable(folder)}; write one there that says currency, market and kind, such as\n\n${suggestion}`
  throw new MarketDataError(message, { code: 'malformed', source, symbol: null })
}

async function readHistories(folder: string, manifest: Manifest, faults: FaultList): Promise<PriceHistory[]> {
  const tables = new Map<string, DatedTable>()
  const entries = [...manifest.symbols, ...manifest.unusable]
  for (const [file, listed] of Map.groupBy(entries, (entry) => entry.file)) {
    if (file === null) continue
    const table = await readStatedTable(folder, { file, manifest }, faults)
    const dated = table === null ? null : datedTable(table, faults)
    if (dated === null) continue
    const symbols = listed.map(({ symbol }) => symbol).filter((symbol) => symbol !== null)
    const isWide = symbols.some((symbol) => dated.positions.has(symbol))
    reportUnlistedColumns(dated, new Set(isWide ? symbols : knownColumns), faults)
    tables.set(file, dated)
  }
  const events = await readEvents(folder, manifest, faults)
  const read = new Set([...entries.map(({ file }) => file), ...(events === null ? [] : [eventsFile])])
  await checkOtherFiles(folder, { manifest, read }, faults)
  return manifest.symbols.flatMap((stated) => {
    const table = tables.get(stated.file)
    const history =
      table === undefined
        ? null
        : historyOf(stated, { table, events: events === null ? null : (events.get(stated.symbol) ?? []) }, faults)
    return history === null ? [] : [history]
  })
}

async function readEvents(folder: string, manifest: Manifest, faults: FaultList): Promise<Map<string, CorporateAction[]> | null> {
  if (!(await hasFile(folder, eventsFile))) return null
  const table = await readStatedTable(folder, { file: eventsFile, manifest }, faults)
  const faulty = new Set(manifest.unusable.map(({ symbol }) => symbol ?? ''))
  return table === null ? new Map() : eventsBySymbol(table, { symbols: manifest.symbols, faulty }, faults)
}

async function readStatedTable(
  folder: string,
  { file, manifest }: { file: string; manifest: Manifest },
  faults: FaultList,
): Promise<Table | null> {
  const bytes = await folderFile(folder, file, faults)
  if (bytes === null) return null
  const isWhole = isAsStated(
    bytes,
    manifest.files.find((entry) => entry.file === file),
    faults,
  )
  return readTable({ file, bytes, isWhole, mayBeBare: file === eventsFile }, faults)
}

/** Files that the manifest lists although no symbol is read from them. */
async function checkOtherFiles(
  folder: string,
  { manifest, read }: { manifest: Manifest; read: ReadonlySet<string | null> },
  faults: FaultList,
): Promise<void> {
  for (const stated of manifest.files) {
    if (read.has(stated.file)) continue
    const bytes = await folderFile(folder, stated.file, faults)
    if (bytes !== null) isAsStated(bytes, stated, faults)
  }
}

/** Whether length or digest are stated and right. What is stated and wrong becomes a fault. */
function isAsStated(bytes: Uint8Array, stated: StatedFile | undefined, faults: FaultList): boolean {
  if (stated === undefined) return false
  const found = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  const keys = (['bytes', 'sha256'] as const).filter((key) => stated[key] !== null)
  for (const key of keys.filter((name) => stated[name] !== found[name])) {
    const remedy = 'correct the manifest or get the file again'
    faults.add(
      manifestFile,
      stated.line,
      `"${key}" of ${stated.file} is ${echo(stated[key])}, but the file has ${found[key]}; ${remedy}`,
    )
  }
  return keys.length > 0 && keys.every((key) => stated[key] === found[key])
}

function historyOf(
  stated: StatedSymbol,
  { table, events }: { table: DatedTable; events: CorporateAction[] | null },
  faults: FaultList,
): PriceHistory | null {
  const prices = symbolPrices(stated, table, faults)
  if (prices === null) return null
  const { raw, given } = prices
  if (raw !== null && events === null && given === null) {
    const remedy = `add ${eventsFile}, if there were none with its first line only: ${eventColumns}`
    faults.add(stated.file, null, `nothing tells the splits and dividends of ${stated.symbol}; ${remedy}`)
    return null
  }
  const isLedger = raw !== null && events !== null
  const adjusted = isLedger ? totalReturnCloses(raw, events) : given!
  const { symbol, name, market, calendar, kind } = stated
  const [first, last] = [adjusted.days[0]!, adjusted.days.at(-1)!]
  const instrument = {
    symbol,
    name,
    market,
    calendar,
    currency: quotation(stated.currency)!.currency,
    returns: kind.returns,
    first,
    last,
  }
  const content = { instrument, adjusted, raw: isLedger ? raw : null, actions: events ?? [] }
  const unsound = unsoundValue(content)
  if (unsound !== null) {
    // Cells were checked one by one, so it is their product that cannot be.
    const sentence = `with its splits and dividends the ${unsound.what} of ${symbol} becomes ${unsound.value}; ${soundRange}, so correct them`
    faults.add(stated.file, table.days.indexOf(unsound.day) + 2, sentence)
    return null
  }
  return { ...content, source: '', asOf: isoDate(last), version: historyVersion(content) }
}
