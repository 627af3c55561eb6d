import { instrumentKey } from '@portofino/strategy'
import { percentNumber } from './percent.ts'
import type { RunPlan } from './run-plan.ts'

/** A yearly rate as a fraction, or yields in percent on the run's sessions; shape [n + 1]. */
export type RiskFreeRate = { kind: 'rate'; rate: number } | { kind: 'yields'; percent: Float64Array }

export function riskFreeRate({ portfolio, priced }: RunPlan): RiskFreeRate {
  const written = portfolio.options.rf?.value
  if (written === undefined) return { kind: 'rate', rate: 0 }
  if (written.kind === 'rate') return { kind: 'rate', rate: percentNumber(written.percent) }
  return { kind: 'yields', percent: priced.get(instrumentKey(written))!.column.closes }
}

/** As the measures want it: a yearly fraction, or the return of each session from the yield of the one before; shape [n]. */
export function riskFreeReturns(riskFree: RiskFreeRate, periodsPerYear: number): number | Float64Array {
  if (riskFree.kind === 'rate') return riskFree.rate
  const { percent } = riskFree
  const returns = new Float64Array(percent.length - 1)
  for (let t = 0; t < returns.length; t++) returns[t] = (1 + percent[t]! / 100) ** (1 / periodsPerYear) - 1
  return returns
}
