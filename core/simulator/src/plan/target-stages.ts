import type { TargetStage } from '../ledger/ledger-plan.ts'

interface ListedTargets {
  /** Signed, once all are listed; shape [m]. */
  targets: Float64Array
  /** The session of each holding's first price. */
  listed: readonly number[]
  /** The session from which each is cash instead; infinite for never. */
  settled: readonly number[]
  /** Whether what belongs to unlisted holdings goes to the listed ones, by their size; else it stays cash. */
  isSpread: boolean
}

/** What the portfolio aims at from session 0 on and after each late listing and each settlement within it; a settlement changes no other target. */
export function targetStages(
  { targets, listed, settled, isSpread }: ListedTargets,
  sessions: number,
): [TargetStage, ...TargetStage[]] {
  const stage = (from: number): TargetStage => {
    const present = targets.map((target, i) => (listed[i]! <= from ? target : 0))
    const size = grossOf(present)
    const scale = isSpread && size > 0 && size < grossOf(targets) ? grossOf(targets) / size : 1
    return { from, targets: present.map((target, i) => (settled[i]! <= from ? 0 : target * scale)) }
  }
  const changes = [...listed, ...settled].filter((session) => session > 0 && session < sessions)
  return [stage(0), ...[...new Set(changes)].toSorted((a, b) => a - b).map(stage)]
}

function grossOf(targets: Float64Array): number {
  return targets.reduce((total, target) => total + Math.abs(target), 0)
}
