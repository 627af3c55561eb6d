import { createHash } from 'node:crypto'
import { parseIsoDate } from '@portofino/market'
import type { PriceHistory } from '@portofino/market'
import { resultDocument, simulate } from '@portofino/simulator'
import type { ResultDocument } from '@portofino/simulator'
import { instrumentKey, instrumentsOf, parse } from '@portofino/strategy'

const years = 4
const start = '2018-01-01'

/** Longs, a short, costs, interest and a benchmark over three calendar years, in euros. */
export const richCommand =
  'AAA-L-60% BBB-S-30% CCC-L-50% 2018-03-05 2021-02-10 rebalance=monthly cost=5bps bench=IDX capital=250000 cash=1% gross=140%'

/** The stored document of a command on invented prices, as it is read back from storage. */
export function inventedDocument(command: string, { currency = 'EUR', close = wave }: InventedMarket = {}): ResultDocument {
  const { ast: program, diagnostics } = parse(command)
  if (program === null) throw new Error(`Cannot invent a document: ${diagnostics[0]?.message}, got ${command}`)
  const references = instrumentsOf(program)
  const outcome = simulate({
    program,
    histories: new Map(
      references.map((reference, i) => [
        instrumentKey(reference),
        history(reference.symbol, { currency, close: (day) => close(day, i) }),
      ]),
    ),
    marketSessions: new Map(),
    notes: diagnostics,
    data: { source: 'invented', asOf: '2021-12-31', version: 'a'.repeat(64) },
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  })
  if (outcome.status !== 'ok' && outcome.status !== 'ruined')
    throw new Error(`Cannot invent a document: ${JSON.stringify(outcome)}`)
  const document: ResultDocument = JSON.parse(JSON.stringify(resultDocument(outcome.result, { series: true })))
  return document
}

interface InventedMarket {
  currency?: string
  /** By day since the first and position of the instrument. */
  close?: (day: number, instrument: number) => number
}

function wave(day: number, instrument: number): number {
  const slow = Math.sin(day / (90 + 40 * instrument) + instrument)
  const quick = Math.sin(day * (1.7 + instrument) * 1.3)
  return 100 * Math.exp(0.0004 * day + 0.12 * slow + 0.01 * quick)
}

function history(symbol: string, { currency, close }: { currency: string; close: (day: number) => number }): PriceHistory {
  const first = parseIsoDate(start)!
  const count = 365 * years
  const instrument = {
    symbol,
    name: `${symbol} Inc.`,
    market: null,
    calendar: 'everyday',
    currency,
    returns: 'total' as const,
    first: null,
    last: null,
  }
  const days = Int32Array.from({ length: count }, (_, day) => first + day)
  const closes = Float64Array.from({ length: count }, (_, day) => close(day))
  return {
    instrument,
    adjusted: { days, closes },
    raw: null,
    actions: [],
    source: 'invented',
    asOf: '2021-12-31',
    version: symbol,
  }
}
