import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMarketData, programPrices, resolvedText } from '@portofino/market-data'
import { resultDocument, simulate } from '@portofino/simulator'
import type { RunResult, RunSeries, WholeSeries } from '../../api/queries.ts'

export interface SampleRun {
  result: RunResult
  series: WholeSeries
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A run on the sample prices, as the API sends it. For tests. */
export async function sampleRun(command: string): Promise<SampleRun> {
  const source = await openMarketData('sample', { storeFolder: join(tmpdir(), 'never-made'), otherSources: 'None other.' })
  const bench = { source, today: 20_000, dialect: 'default' as const, signal: new AbortController().signal }
  const resolved = await resolvedText(command, bench)
  if (resolved.kind === 'faulty') throw new TypeError(`Cannot make a sample run: ${resolved.diagnostics[0]!.message}`)
  const prices = await programPrices(source, resolved)
  const outcome = simulate({ program: resolved.program, ...prices, notes: resolved.diagnostics, sha256 })
  if (outcome.status !== 'ok' && outcome.status !== 'ruined') throw new TypeError(`Cannot make a sample run: ${outcome.status}`)
  const { series, trades, ...result } = JSON.parse(
    JSON.stringify(resultDocument(outcome.result, { series: true })),
  ) as RunResult & {
    series: RunSeries
    trades: WholeSeries['trades']
  }
  return { result, series: { ...series, trades } }
}
