import type { TargetStage } from '../ledger/ledger-plan.ts'

export interface ListedTargets {
  /** Signed, once all are listed; shape [m]. */
  targets: Float64Array
  /** The session of each holding's first price. */
  listed: readonly number[]
  /** Whether what belongs to unlisted holdings goes to the listed ones, by their size; else it stays cash. */
  isSpread: boolean
}

/** What the portfolio aims at from session 0 on and after each late listing within it. */
export function targetStages({ targets, listed, isSpread }: ListedTargets, sessions: number): [TargetStage, ...TargetStage[]] {
  const stage = (from: number): TargetStage => {
    const present = targets.map((target, i) => (listed[i]! <= from ? target : 0))
    const size = grossOf(present)
    const scale = isSpread && size > 0 && size < grossOf(targets) ? grossOf(targets) / size : 1
    return { from, targets: scale === 1 ? present : present.map((target) => target * scale) }
  }
  const listings = [...new Set(listed)].filter((session) => session > 0 && session < sessions).toSorted((a, b) => a - b)
  return [stage(0), ...listings.map(stage)]
}

function grossOf(targets: Float64Array): number {
  return targets.reduce((total, target) => total + Math.abs(target), 0)
}
