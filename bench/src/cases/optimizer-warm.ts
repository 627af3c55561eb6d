import { frontier, maxSharpe } from '@portofino/optimizer'
import { equityLike } from '../optimizer/problems.ts'
import type { Row } from '../table.ts'
import { measured } from '../timing.ts'

const riskFree = 0.02

/** The same universe once more, from the outcome before, against our own whole frontier. */
export function optimizerWarm(): Row[] {
  return [20, 500, 1000].map((n): Row => {
    const { problem } = equityLike(n)
    const first = maxSharpe(problem, { riskFree })
    if (first.status !== 'optimal') throw new Error(`Cannot benchmark: an optimum must exist, got ${first.status}`)
    const whole = measured(() => frontier(problem))
    const { median, least, most } = measured(() => maxSharpe(problem, { riskFree }, { warm: first.warm }))
    return {
      what: `max Sharpe again, N = ${n}`,
      ours: median,
      range: [least, most],
      peer: { name: 'our whole frontier', seconds: whole.median, range: [whole.least, whole.most] },
      target: n === 20 ? { kind: 'at most', value: 2e-5 } : { kind: 'times faster', value: 25 },
    }
  })
}
