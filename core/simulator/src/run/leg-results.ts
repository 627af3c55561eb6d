import { mean } from '@portofino/numeric'
import type { LegResult } from '../result.ts'
import type { SimulatedLeg, SimulatedRun } from '../simulated-run.ts'

/** What each leg weighed, and what its instrument did by itself from its first session in the run to the last. */
export function legResults({ legs }: SimulatedRun): LegResult[] {
  return legs.map((leg) => {
    const { weights } = leg
    return {
      symbol: leg.instrument?.symbol ?? null,
      name: leg.instrument?.name ?? 'Cash',
      side: leg.side,
      target: leg.target,
      firstWeight: weights[0]!,
      lastWeight: weights[weights.length - 1]!,
      ...extremes(weights),
      meanWeight: mean(weights)!,
      ownReturn: ownReturn(leg),
    }
  })
}

function extremes(weights: Float64Array): Pick<LegResult, 'minWeight' | 'maxWeight'> {
  let least = weights[0]!
  let most = least
  for (const weight of weights) {
    if (weight < least) least = weight
    if (weight > most) most = weight
  }
  return { minWeight: least, maxWeight: most }
}

function ownReturn({ closes, listed }: SimulatedLeg): number | null {
  if (closes === null || listed >= closes.length) return null
  return closes[closes.length - 1]! / closes[listed]! - 1
}
