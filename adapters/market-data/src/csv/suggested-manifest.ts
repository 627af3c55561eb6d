import { open, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { printableJson } from '../plain-text.ts'
import { eventsFile } from './events.ts'

const placeholder = 'FILL IN'
const headerBytes = 4096

/** A manifest to paste: symbols and kinds from the headers of the folder's CSV files; currency and market are the user's to say. */
export async function suggestedManifest(folder: string): Promise<string> {
  const files = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv') && entry.name !== eventsFile)
    .map(({ name }) => name)
    .toSorted()
  const symbols: string[] = []
  for (const file of files) {
    // What cannot be read is suggested by its name; reading it will tell why.
    const header = (await firstLine(join(folder, file)).catch(() => '')).split(',').map((name) => name.trim())
    for (const entry of entriesOf(file, header)) symbols.push(`    ${printableJson(entry)}`)
  }
  const list = symbols.length > 0 ? symbols : [`    ${printableJson(entryOf('ACME', 'ACME.csv', 'adjusted-close-total-return'))}`]
  const name = basename(resolve(folder))
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, 64)
  return `{\n  "name": "${name === '' ? 'my-prices' : name}",\n  "symbols": [\n${list.join(',\n')}\n  ]\n}`
}

function entriesOf(file: string, header: string[]): ReturnType<typeof entryOf>[] {
  const own = file.replace(/\.csv$/, '').toUpperCase()
  const suffix = header.includes('adjusted_close') ? '-with-adjusted-close' : ''
  if (header.includes('open')) return [entryOf(own, file, `raw-ohlcv${suffix}`)]
  if (header.includes('close') && suffix !== '') return [entryOf(own, file, `raw-close${suffix}`)]
  if (header.includes('close') || header.length < 2) return [entryOf(own, file, 'adjusted-close-total-return')]
  return header.slice(1).map((symbol) => entryOf(symbol, file, 'adjusted-close-total-return'))
}

function entryOf(
  symbol: string,
  file: string,
  kind: string,
): Record<'symbol' | 'name' | 'currency' | 'market' | 'kind' | 'file', string> {
  return { symbol, name: symbol, currency: placeholder, market: placeholder, kind, file }
}

async function firstLine(path: string): Promise<string> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headerBytes) })
  return buffer
    .toString('utf8', 0, bytesRead)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)[0]!
}
