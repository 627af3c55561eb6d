import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalog } from '@portofino/market'
import { openMarketData, programPrices, resolvedText } from '@portofino/market-data'
import type { MarketDataSource } from '@portofino/market-data'
import { simulate } from '@portofino/simulator'
import { instrumentsOf } from '@portofino/strategy'
import type { Program } from '@portofino/strategy'
import type { Example, ExampleFile } from './examples.ts'

/** Points of a sparkline: more than it has pixels apart. */
const points = 120

const written = [
  {
    title: 'Buy and hold',
    text: 'Two stocks, half each, left alone for three years.',
    command: 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01',
  },
  {
    title: 'Long and short',
    text: 'Own Walmart, bet against Best Buy, reset each month.',
    command: 'WMT-L-60% BBY-S-40% 2005-01-01 2010-12-31 rebalance=monthly',
  },
  {
    title: 'Rebalanced, with a benchmark',
    text: 'Four defensive stocks, evened out each December.',
    command: 'JNJ-L-25% KO-L-25% PG-L-25% WMT-L-25% 2000-01-01 2022-12-28 rebalance=annual bench=^GSPC',
  },
]

/** The examples with their figures, from the sample prices. */
export async function computedExamples(): Promise<ExampleFile> {
  const storeFolder = await mkdtemp(join(tmpdir(), 'portofino-examples-'))
  try {
    const source = await openMarketData('sample', { storeFolder, otherSources: '' })
    const computed = await Promise.all(written.map(async (example) => computedExample(example, source)))
    const instruments = new Map(computed.flatMap(({ named }) => named).map((asset) => [asset.symbol, asset]))
    return { examples: computed.map(({ example }) => example), instruments: [...instruments.values()] }
  } finally {
    await rm(storeFolder, { recursive: true, force: true })
  }
}

async function computedExample(example: (typeof written)[number], source: MarketDataSource) {
  const { signal } = new AbortController()
  const resolved = await resolvedText(example.command, { source, today: 20_000, dialect: 'default', signal })
  if (resolved.kind === 'faulty')
    throw new Error(`Cannot compute the example "${example.title}": ${resolved.diagnostics[0]?.message}`)
  const { program, catalog } = resolved
  const prices = await programPrices(source, resolved)
  const outcome = simulate({ program, ...prices, notes: [], sha256 })
  if (outcome.status !== 'ok') throw new Error(`Cannot compute the example "${example.title}": it ${outcome.status}`)
  const { metrics, series } = outcome.result
  const figures: Example = {
    ...example,
    cagr: rounded(metrics.values.cagr),
    max_drawdown: rounded(metrics.values.max_drawdown),
    line: sampled(series.index),
    benchmark: series.benchmark === null ? null : sampled(series.benchmark),
  }
  return { example: figures, named: namesOf(program, catalog) }
}

function namesOf(program: Program, catalog: Catalog): ExampleFile['instruments'] {
  return instrumentsOf(program).flatMap(({ symbol }) =>
    // Which days have prices is for the server to say: it may have others than the sample.
    catalog.find(symbol).map(({ name, market, currency }) => ({ symbol, name, market, currency, first: null, last: null })),
  )
}

function sampled(values: Float64Array): number[] {
  return Array.from({ length: points }, (_, i) => rounded(values[Math.round((i * (values.length - 1)) / (points - 1))]!)!)
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(5))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

if (import.meta.main) {
  const text = JSON.stringify(await computedExamples())
  await writeFile(join(import.meta.dirname, 'examples.json'), `${text}\n`)
}
