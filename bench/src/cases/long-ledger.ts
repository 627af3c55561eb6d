import { planRun, portfolioLedger, runLedger } from '@portofino/simulator'
import type { SimulationRequest } from '@portofino/simulator'
import { runPeer } from '../python-peer.ts'
import { closesCsv, sampleRequest, twentyStocks } from '../sample-run.ts'
import type { Row } from '../table.ts'
import { medianSeconds } from '../timing.ts'
import type { Bench } from '../bench.ts'

/** 33 years of 20 stocks with costs: from loaded prices to the value of every session, against bt. */
export async function longLedger(bench: Bench): Promise<Row[]> {
  const monthly = await sampleRequest(`${twentyStocks} 1990-01-01 2022-12-28 rebalance=monthly cost=5bps`)
  const daily = await sampleRequest(`${twentyStocks} 1990-01-01 2022-12-28 rebalance=daily cost=5bps`)
  const prices = bench.file('twenty.csv', closesCsv(monthly.histories.values(), '1990-01-01'))
  const [ours, oursDaily] = [medianSeconds(() => finalValue(monthly)), medianSeconds(() => finalValue(daily))]
  const peerRuns = { monthly: '3', daily: '1' }
  const peer = (rule: 'monthly' | 'daily', request: SimulationRequest): { name: string; seconds: number | null } => {
    if (!bench.hasPython) return { name: 'bt', seconds: null }
    bench.say(`bt, ${rule} …`)
    const { seconds, final } = runPeer('bt_backtest.py', [prices, rule, '0.0005', peerRuns[rule]])
    bench.agree(`33 years x 20, ${rule}: bt`, { ours: finalValue(request), theirs: final })
    return { name: 'bt', seconds }
  }
  const assetDays = 8313 * 20
  return [
    {
      what: '33 years x 20, monthly, costs',
      ours,
      peer: peer('monthly', monthly),
      target: { kind: 'times faster', value: 2000 },
    },
    {
      what: '33 years x 20, daily, costs',
      ours: oursDaily,
      peer: peer('daily', daily),
      target: { kind: 'times faster', value: 5000 },
    },
    {
      what: 'monthly, per asset-day',
      ours: (ours * 1e9) / assetDays,
      unit: 'nanoseconds per asset-day',
      target: { kind: 'at most', value: 2.5 },
    },
  ]
}

/** Grid, price columns, due sessions and ledger: what bt does in its `run`. */
function finalValue(request: SimulationRequest): number {
  const planning = planRun(request)
  if (planning.kind === 'failed') throw new Error('Cannot benchmark: the run must have no fault')
  const { plan } = portfolioLedger(planning.plan)
  const outcome = runLedger(plan)
  if (outcome.kind !== 'finished') throw new Error('Cannot benchmark: the run must end')
  return outcome.ledger.value.at(-1)! / plan.capital
}
