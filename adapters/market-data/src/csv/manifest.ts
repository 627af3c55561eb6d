import { echo, isPlain } from '../plain-text.ts'
import { decodedText } from './decoded-text.ts'
import type { FaultList } from './fault-list.ts'
import { jsonFaultLine } from './json-fault-line.ts'
import { countOf, isFields, textOf, type Fields } from './json-fields.ts'
import { symbolReading, type StatedSymbol } from './stated-symbol.ts'

export const manifestFile = 'manifest.json'

/** What `manifest.json` says, as far as it can be used: every symbol has a file, a kind and a currency, perhaps a stand-in. */
export interface Manifest {
  name: string | null
  files: StatedFile[]
  symbols: StatedSymbol[]
  /** Entries that say too little to read prices by: only the form of their file can be checked. */
  unusable: { symbol: string | null; file: string | null }[]
}

/** Length and digest are compared with the file where they are stated. */
export interface StatedFile {
  file: string
  sha256: string | null
  bytes: number | null
  /** Where the entry stands in the manifest, if it can be told. */
  line: number | null
}

/** What is wrong goes to the faults, and what is right is read; null when nothing is. */
export function readManifest(bytes: Uint8Array, faults: FaultList): Manifest | null {
  const decoded = decodedText(bytes)
  if (!('text' in decoded)) {
    faults.add(manifestFile, decoded.line, decoded.sentence)
    return null
  }
  const root = parsedObject(decoded.text, faults)
  if (root === null) return null
  const name = textOf(root['name'])
  if (root['name'] !== undefined && !/^[A-Za-z0-9._-]{1,64}$/.test(name ?? '')) {
    const written = name === null ? echo(root['name']) : `"${echo(name)}"`
    faults.add(manifestFile, null, `the name ${written} is not short and plain; write 1 to 64 of A-Z a-z 0-9 . _ -`)
  }
  return { name, files: statedFiles(root['files'], decoded.text, faults), ...statedSymbols(root, decoded.text, faults) }
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

function statedFiles(list: unknown, text: string, faults: FaultList): StatedFile[] {
  if (list === undefined) return []
  const entries = Array.isArray(list) && list.every((entry) => isFields(entry) && isStatedFile(entry)) ? list : null
  if (entries === null) {
    const form = '{"file": "ACME.csv", "sha256": "...", "bytes": 123}'
    faults.add(manifestFile, null, `"files" must be a list of entries such as ${form}; correct it or leave it out`)
  }
  const lines = fileLines(text)
  return (entries ?? []).map((entry: Fields) => ({
    line: lines.get(textOf(entry['file'])!) ?? null,
    file: textOf(entry['file'])!,
    sha256: textOf(entry['sha256'])?.toLowerCase() ?? null,
    bytes: countOf(entry['bytes']),
  }))
}

function isStatedFile({ file, sha256, bytes }: Fields): boolean {
  return (
    isPlain(textOf(file) ?? '\0') &&
    (sha256 === undefined || textOf(sha256) !== null) &&
    (bytes === undefined || countOf(bytes) !== null)
  )
}

function statedSymbols(root: Fields, text: string, faults: FaultList): Pick<Manifest, 'symbols' | 'unusable'> {
  const entries: unknown[] = Array.isArray(root['symbols']) ? root['symbols'] : []
  if (entries.length === 0) faults.add(manifestFile, null, 'there is no list "symbols"; add one with an entry for each symbol')
  const lines = symbolLines(text)
  const seen = new Set<string>()
  const read: Pick<Manifest, 'symbols' | 'unusable'> = { symbols: [], unusable: [] }
  for (const entry of entries) {
    const { stated, symbol, file, sentences } = symbolReading(entry, textOf(root['calendar']))
    const line = lines.get(symbol ?? '') ?? null
    const double = stated === null ? [] : doubleFault(stated, seen)
    for (const sentence of [...sentences, ...double]) faults.add(manifestFile, line, sentence)
    if (stated === null || double.length > 0) read.unusable.push({ symbol, file })
    else read.symbols.push({ ...stated, line })
  }
  return read
}

function doubleFault({ symbol, market }: Omit<StatedSymbol, 'line'>, seen: Set<string>): string[] {
  const key = `${market}:${symbol}`
  const isDouble = seen.has(key)
  seen.add(key)
  return isDouble ? [`${symbol} is listed twice in one market; remove one entry`] : []
}

/** Where each symbol is first written. */
function symbolLines(text: string): Map<string, number> {
  return firstLines(text, text.matchAll(/"symbol"\s*:\s*"([^"\\]*)"/g))
}

/** Where each file is first written in an entry that tells its length or digest. */
function fileLines(text: string): Map<string, number> {
  const entries = [...text.matchAll(/\{[^{}]*\}/g)].filter(([entry]) => /"(?:bytes|sha256)"\s*:/.test(entry))
  const names = entries.flatMap(({ index, 0: entry }) => {
    const name = /"file"\s*:\s*"([^"\\]*)"/.exec(entry)
    return name === null ? [] : [{ index: index + name.index, 1: name[1]! }]
  })
  return firstLines(text, names)
}

function firstLines(text: string, names: Iterable<{ index: number; 1?: string }>): Map<string, number> {
  const lines = new Map<string, number>()
  let [line, counted] = [1, 0]
  for (const { index, 1: name = '' } of names) {
    for (; counted < index; counted++) if (text[counted] === '\n') line++
    if (!lines.has(name)) lines.set(name, line)
  }
  return lines
}
