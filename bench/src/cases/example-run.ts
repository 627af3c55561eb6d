import { measure } from '@portofino/metrics'
import type { MeasuredRun } from '@portofino/metrics'
import { simulate } from '@portofino/simulator'
import type { SimulationResult } from '@portofino/simulator'
import { parse } from '@portofino/strategy'
import type { Bench } from '../bench.ts'
import { runPeer } from '../python-peer.ts'
import { closesCsv, sampleRequest } from '../sample-run.ts'
import type { Row } from '../table.ts'
import { medianSeconds } from '../timing.ts'

export const exampleCommand = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'

/** The example, 754 sessions of two stocks: parse, metrics, the whole simulation. */
export async function exampleRun(bench: Bench): Promise<Row[]> {
  const request = await sampleRequest(`${exampleCommand} rebalance=monthly cost=5bps bench=^GSPC`)
  const outcome = simulate(request)
  if (outcome.status !== 'ok') throw new Error('Cannot benchmark: the example must run')
  const run = measuredRun(outcome.result)
  return [
    { what: 'parse of the example', ours: medianSeconds(() => parse(exampleCommand)), target: { kind: 'at most', value: 50e-6 } },
    { what: '754 x 2, all metrics', ours: medianSeconds(() => measure(run)), target: { kind: 'at most', value: 1e-3 } },
    {
      what: '754 x 2, run, costs, all metrics, tearsheet',
      ours: medianSeconds(() => simulate(request)),
      peer: await dayLoop(bench),
      target: { kind: 'at most', value: 3e-3 },
    },
  ]
}

/** The peer does less: no costs, no benchmark, three measures. */
async function dayLoop(bench: Bench): Promise<{ name: string; seconds: number | null }> {
  const name = 'pandas day loop'
  if (!bench.hasPython) return { name, seconds: null }
  const request = await sampleRequest(exampleCommand)
  const prices = bench.file('two.csv', closesCsv(request.histories.values(), '2020-01-01'))
  const { seconds, final } = runPeer('day_loop.py', [prices, '9'])
  const outcome = simulate(request)
  if (outcome.status === 'ok') bench.agree('example: pandas', { ours: outcome.result.series.index.at(-1)!, theirs: final })
  return { name, seconds }
}

/** What the kernel was given, put together again from the result. */
function measuredRun({ series, period }: SimulationResult): MeasuredRun {
  const { days, index, gross, net, cash, value, benchmark } = series
  const exposure = { gross, net, cash: cash.map((money, t) => money / value[t]!) }
  const { periodsPerYear } = period
  return { index, days, periodsPerYear, riskFree: 0, benchmark, exposure, tradedShare: 1, flows: [], ruined: false, trials: null }
}
