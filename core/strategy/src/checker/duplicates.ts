import { addFractions } from '@portofino/numeric'
import type { Fix } from '../diagnostic.ts'
import { subjectKey } from '../instrument-key.ts'
import type { DraftLeg } from '../parser/leg.ts'
import type { Report } from '../parser/report.ts'
import { weightOf } from '../parser/weight.ts'
import { printLeg } from '../print-leg.ts'

/** E122 for every leg whose instrument stands in an earlier one, on whichever side. */
export function checkDuplicates(legs: readonly DraftLeg[], report: Report): void {
  const first = new Map<string, DraftLeg>()
  for (const leg of legs) {
    const key = subjectKey(leg.subject)
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, leg)
    else report('E122', { t: key }, { span: leg.part.span, related: [earlier.part.span], fixes: mergers(earlier, leg) })
  }
}

/** E113, at the first leg that is too many. */
export function checkCount(legs: readonly DraftLeg[], limit: number, report: Report): void {
  if (legs.length > limit) report('E113', { n: limit }, { span: legs[limit]!.part.span })
}

function mergers(earlier: DraftLeg, later: DraftLeg): Fix[] {
  return mergedLegs(earlier, later).map((merged) => ({
    title: merged,
    edits: [earlier.part.replacedBy(merged), later.part.removed()],
  }))
}

/** One leg with both weights, so the sum stays; on either side if they differ. As it would be typed. */
export function mergedLegs(earlier: SharedLeg, later: SharedLeg): string[] {
  const { subject } = earlier
  const share = earlier.share === null || later.share === null ? null : addFractions(earlier.share, later.share)
  const weight = share === null ? ({ kind: 'rest', span: subject.span } as const) : weightOf(share, subject.span)
  const sides = new Set([earlier.side, later.side])
  return Array.from(sides, (side) => printLeg({ subject, side, weight, span: subject.span }))
}

type SharedLeg = Pick<DraftLeg, 'subject' | 'side' | 'share'>
