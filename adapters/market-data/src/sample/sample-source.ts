import { readFile } from 'node:fs/promises'
import type { Day, Instrument, PriceHistory } from '@portofino/market'
import { parseIsoDate } from '@portofino/market'
import { listedSource } from '../listed-source.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { decodeDeltas } from './delta-varints.ts'
import { checkDigest, unpackedColumn } from './packed-prices.ts'
import type { SampleEntry, SampleManifest } from './sample-manifest.ts'

const folder = new URL('../../sample/', import.meta.url)
const name = 'sample'

/** The shipped prices: twenty US stocks and the S&P 500 index, 1990 to 2022, for testing and examples. Needs no network. */
export async function openSampleSource({ otherSources }: { otherSources: string }): Promise<MarketDataSource> {
  const manifest: SampleManifest = JSON.parse((await readShipped('manifest.json')).toString())
  const entries = new Map(manifest.symbols.map((entry) => [instrumentOf(entry, manifest.calendar), entry]))
  let sessions: Promise<Int32Array> | null = null

  async function load(instrument: Instrument): Promise<PriceHistory> {
    const { prices, version, last } = entries.get(instrument)!
    sessions ??= readSessions(manifest)
    const [days, bytes] = await Promise.all([sessions, readChecked(prices)])
    const closes = unpackedColumn(bytes, { rows: days.length, decimals: prices.decimals })
    return { instrument, adjusted: { days, closes }, raw: null, actions: [], source: name, asOf: last, version }
  }
  return listedSource({ name, otherSources, instruments: [...entries.keys()], load })
}

function instrumentOf(entry: SampleEntry, calendar: string): Instrument {
  const { symbol, name: fullName, currency, market, returns, first, last } = entry
  return {
    symbol,
    name: fullName,
    market,
    calendar: market ?? calendar,
    currency,
    returns,
    first: dayOf(first),
    last: dayOf(last),
  }
}

function dayOf(text: string): Day {
  const day = parseIsoDate(text)
  if (day === null) throw new RangeError(`Cannot read the sample prices: a date must be YYYY-MM-DD, got "${text}"`)
  return day
}

async function readSessions({ sessions }: SampleManifest): Promise<Int32Array> {
  return decodeDeltas(await readChecked(sessions), sessions.rows)
}

async function readChecked(packed: { file: string; sha256: string }): Promise<Uint8Array> {
  const bytes = await readShipped(packed.file)
  try {
    checkDigest(bytes, packed)
  } catch (cause) {
    throw unreadable(packed.file, cause)
  }
  return bytes
}

async function readShipped(file: string): Promise<Buffer> {
  try {
    return await readFile(new URL(file, folder))
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

function unreadable(file: string, cause: unknown): MarketDataError {
  const message = `The shipped file ${file} of the sample prices is missing or damaged; restore the folder ${folder.pathname}`
  return new MarketDataError(message, { code: 'malformed', source: name, symbol: null }, cause)
}
