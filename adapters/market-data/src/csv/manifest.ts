import { parseIsoDate, tradingCalendar } from '@portofino/market'
import { quotation } from './currency.ts'
import { decodedText } from './decoded-text.ts'
import type { FaultList } from './fault-list.ts'
import { jsonFaultLine } from './json-fault-line.ts'
import { closeKinds, type CloseKind } from './close-kind.ts'

export const manifestFile = 'manifest.json'

/** What `manifest.json` says, checked: every symbol has a file, a kind, a currency and a market or calendar. */
export interface Manifest {
  name: string | null
  files: StatedFile[]
  symbols: StatedSymbol[]
}

export interface StatedFile {
  file: string
  sha256: string | null
  bytes: number | null
}

export interface StatedSymbol {
  symbol: string
  name: string
  market: string | null
  calendar: string | null
  /** As written: `GBp` for prices in pence. */
  currency: string
  kind: CloseKind
  file: string
  first: string | null
  last: string | null
  rows: number | null
  /** Where the entry stands in the manifest. */
  line: number | null
}

type Fields = Record<string, unknown>

/** Null with the reasons among the faults. */
export function readManifest(bytes: Uint8Array, faults: FaultList): Manifest | null {
  const decoded = decodedText(bytes)
  if (!('text' in decoded)) {
    faults.add(manifestFile, decoded.line, decoded.sentence)
    return null
  }
  const before = faults.count
  const root = parsedObject(decoded.text, faults)
  if (root === null) return null
  const files = objectsOf(root['files'] ?? []).map(statedFile)
  const entries = objectsOf(root['symbols'])
  if (entries.length === 0) faults.add(manifestFile, null, 'there is no list "symbols"; add one with an entry for each symbol')
  const calendar = textOf(root['calendar'])
  const symbols = entries.map((entry) => statedSymbol(entry, { text: decoded.text, calendar, faults }))
  reportDoubles(symbols, faults)
  const name = textOf(root['name'])
  if (name !== null && !/^[A-Za-z0-9._-]{1,64}$/.test(name)) {
    faults.add(
      manifestFile,
      null,
      `the name ${JSON.stringify(name.slice(0, 64))} is not short and plain; write 1 to 64 of A-Z a-z 0-9 . _ -`,
    )
  }
  return faults.count > before ? null : { name, files, symbols: symbols.filter((symbol) => symbol !== null) }
}

function parsedObject(text: string, faults: FaultList): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    if (isFields(value)) return value
    faults.add(manifestFile, 1, 'the manifest must be a JSON object with a list "symbols"; write {"symbols": [...]}')
  } catch {
    faults.add(manifestFile, jsonFaultLine(text), 'this is not JSON; check quotes, commas and brackets here')
  }
  return null
}

function statedFile(entry: Fields): StatedFile {
  return { file: textOf(entry['file']) ?? '', sha256: textOf(entry['sha256']), bytes: numberOf(entry['bytes']) }
}

interface EntryContext {
  text: string
  calendar: string | null
  faults: FaultList
}

function statedSymbol(entry: Fields, { text, calendar, faults }: EntryContext): StatedSymbol | null {
  const symbol = textOf(entry['symbol']) ?? ''
  const line = lineOf(text, symbol)
  const sentences = entryFaults(entry, calendar)
  for (const sentence of sentences) faults.add(manifestFile, line, sentence)
  const kind = closeKinds.get(textOf(entry['kind']) ?? '')
  if (sentences.length > 0 || kind === undefined) return null
  const market = textOf(entry['market'])
  return {
    symbol,
    name: textOf(entry['name']) ?? symbol,
    market,
    calendar: calendarOf(textOf(entry['calendar']), market, calendar),
    currency: textOf(entry['currency'])!,
    kind,
    file: textOf(entry['file'])!,
    first: textOf(entry['first']),
    last: textOf(entry['last']),
    rows: numberOf(entry['rows']),
    line,
  }
}

/** The symbol's own, else the market's if known, else the one that the manifest gives for all. */
function calendarOf(own: string | null, market: string | null, common: string | null): string | null {
  if (own !== null) return own
  return market !== null && tradingCalendar(market) !== null ? market : common
}

function entryFaults(entry: Fields, commonCalendar: string | null): string[] {
  const symbol = textOf(entry['symbol'])
  if (symbol === null || !/^[A-Z0-9.^=&_/-]{1,32}$/.test(symbol)) {
    return [
      `the symbol ${JSON.stringify(entry['symbol'] ?? null)} cannot be named in a command; write 1 to 32 of A-Z 0-9 . ^ = & _ / -`,
    ]
  }
  const [currency, kind, file] = [textOf(entry['currency']), textOf(entry['kind']), textOf(entry['file'])]
  const calendar = textOf(entry['calendar']) ?? commonCalendar
  const market = textOf(entry['market'])
  const checks: [boolean, string][] = [
    [file !== null, `${symbol} has no "file"; name the CSV file that holds its prices`],
    [currency !== null, `${symbol} has no "currency"; write an ISO 4217 code such as "USD", or "GBp" for pence`],
    [
      currency === null || quotation(currency) !== null,
      `the currency "${currency}" of ${symbol} is unknown; write an ISO 4217 code such as "USD"`,
    ],
    [
      kind !== null && closeKinds.has(kind),
      `the kind ${JSON.stringify(kind)} of ${symbol} is unknown; write one of ${[...closeKinds.keys()].join(', ')}`,
    ],
    [
      market === null || /^[A-Z0-9]{1,16}$/.test(market),
      `the market "${market}" of ${symbol} is no market code; write an ISO 10383 code such as "XNYS"`,
    ],
    [
      market !== null || calendar !== null,
      `${symbol} has neither "market" nor "calendar"; write "market": "XNYS" or where it trades`,
    ],
    [
      calendar === null || tradingCalendar(calendar) !== null,
      `the calendar "${calendar}" of ${symbol} is unknown; write XNYS, XNAS or everyday, or leave it out`,
    ],
    ...['first', 'last'].map((end): [boolean, string] => [
      entry[end] === undefined || parseIsoDate(textOf(entry[end]) ?? '') !== null,
      `"${end}" of ${symbol} is no date; write YYYY-MM-DD or leave it out`,
    ]),
  ]
  return checks.filter(([isFine]) => !isFine).map(([, sentence]) => sentence)
}

function reportDoubles(symbols: (StatedSymbol | null)[], faults: FaultList): void {
  const seen = new Set<string>()
  for (const stated of symbols) {
    if (stated === null) continue
    const key = `${stated.market}:${stated.symbol}`
    if (seen.has(key)) faults.add(manifestFile, stated.line, `${stated.symbol} is listed twice in one market; remove one entry`)
    seen.add(key)
  }
}

function lineOf(text: string, symbol: string): number | null {
  const found = text.split('\n').findIndex((line) => line.includes('"symbol"') && line.includes(JSON.stringify(symbol)))
  return found < 0 ? null : found + 1
}

function objectsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
