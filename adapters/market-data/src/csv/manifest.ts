import { decodedText } from './decoded-text.ts'
import type { FaultList } from './fault-list.ts'
import { jsonFaultLine } from './json-fault-line.ts'
import { countOf, isFields, textOf, type Fields } from './json-fields.ts'
import { symbolReading, type StatedSymbol } from './stated-symbol.ts'

export const manifestFile = 'manifest.json'

/** What `manifest.json` says, checked: every symbol has a file, a kind, a currency and a market or calendar. */
export interface Manifest {
  name: string | null
  files: StatedFile[]
  symbols: StatedSymbol[]
}

/** Length and digest are compared with the file where they are stated. */
export interface StatedFile {
  file: string
  sha256: string | null
  bytes: number | null
}

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
  const name = textOf(root['name'])
  if (root['name'] !== undefined && !/^[A-Za-z0-9._-]{1,64}$/.test(name ?? '')) {
    const written = JSON.stringify(root['name']).slice(0, 66)
    faults.add(manifestFile, null, `the name ${written} is not short and plain; write 1 to 64 of A-Z a-z 0-9 . _ -`)
  }
  const manifest = { name, files: statedFiles(root['files'], faults), symbols: statedSymbols(root, decoded.text, faults) }
  return faults.count > before ? null : manifest
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

function statedFiles(list: unknown, faults: FaultList): StatedFile[] {
  if (list === undefined) return []
  const entries = Array.isArray(list) && list.every((entry) => isFields(entry) && isStatedFile(entry)) ? list : null
  if (entries === null) {
    const form = '{"file": "ACME.csv", "sha256": "...", "bytes": 123}'
    faults.add(manifestFile, null, `"files" must be a list of entries such as ${form}; correct it or leave it out`)
  }
  return (entries ?? []).map((entry: Fields) => ({
    file: textOf(entry['file'])!,
    sha256: textOf(entry['sha256'])?.toLowerCase() ?? null,
    bytes: countOf(entry['bytes']),
  }))
}

function isStatedFile({ file, sha256, bytes }: Fields): boolean {
  return (
    textOf(file) !== null && (sha256 === undefined || textOf(sha256) !== null) && (bytes === undefined || countOf(bytes) !== null)
  )
}

function statedSymbols(root: Fields, text: string, faults: FaultList): StatedSymbol[] {
  const entries: unknown[] = Array.isArray(root['symbols']) ? root['symbols'] : []
  if (entries.length === 0) faults.add(manifestFile, null, 'there is no list "symbols"; add one with an entry for each symbol')
  const lines = symbolLines(text)
  const seen = new Set<string>()
  return entries.flatMap((entry) => {
    const reading = symbolReading(entry, textOf(root['calendar']))
    const line = isFields(entry) ? (lines.get(textOf(entry['symbol']) ?? '') ?? null) : null
    const sentences = 'sentences' in reading ? reading.sentences : doubleFault(reading.stated, seen)
    for (const sentence of sentences) faults.add(manifestFile, line, sentence)
    return 'stated' in reading && sentences.length === 0 ? [{ ...reading.stated, line }] : []
  })
}

function doubleFault({ symbol, market }: Omit<StatedSymbol, 'line'>, seen: Set<string>): string[] {
  const key = `${market}:${symbol}`
  const isDouble = seen.has(key)
  seen.add(key)
  return isDouble ? [`${symbol} is listed twice in one market; remove one entry`] : []
}

/** Where each symbol is first written. */
function symbolLines(text: string): Map<string, number> {
  const lines = new Map<string, number>()
  let [line, counted] = [1, 0]
  for (const { index, 1: symbol } of text.matchAll(/"symbol"\s*:\s*"([^"\\]*)"/g)) {
    for (; counted < index; counted++) if (text[counted] === '\n') line++
    if (!lines.has(symbol!)) lines.set(symbol!, line)
  }
  return lines
}
