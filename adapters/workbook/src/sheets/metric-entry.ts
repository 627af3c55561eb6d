import type { Definition, MetricId } from '@portofino/metrics'
import type { MeasuresDocument } from '@portofino/simulator'
import type { CellKind } from '../page/cell-kind.ts'
import type { KindEntry } from '../page/sheet-plan.ts'

/** A measure as a cell: gains with their sign, shares without. */
export function metricEntry(definition: Definition<MetricId>, metrics: MeasuresDocument['metrics']): KindEntry {
  return { value: metrics[definition.id], kind: metricKind(definition) }
}

function metricKind({ id, unit, group }: Definition): CellKind {
  if (unit !== 'percent') return 'ratio'
  const isGain = group === 'return' || group === 'flows' || /^(alpha$|m2$|best_|worst_)/.test(id)
  return isGain ? 'signedPercent' : 'percent'
}
