import type { Definition } from './definition.ts'
import type { MeasuredRun } from './measured-run.ts'
import type { Metric, RunContext } from './metric.ts'
import { metricIds, metrics, type MetricId } from './metrics.ts'
import { runContext } from './run-context.ts'
import { checkRun } from './run-check.ts'

/** Every measure of a run: a finite number, or null with a reason. */
export interface Measures {
  values: Record<MetricId, number | null>
  /** Why a value is null, in plain words; an entry for each null, and no other. */
  reasons: Partial<Record<MetricId, string>>
  /** `short`: a yearly rate from less than 365 days. */
  flags: Partial<Record<MetricId, 'short'>>
}

/**
 * All measures of a run.
 *
 * Nothing is infinite or undefined: what has no value is null, with a reason. A ruined run has a total return and growth
 * of −1 and a maximum drawdown of 1; measures that are ratios, or relative to the benchmark, are null then.
 *
 * ```ts
 * const { values, reasons, flags } = measure({
 *   index: Float64Array.of(1, 1.02, 1.0098, 1.040094, 1.01929212),
 *   days: Int32Array.of(18263, 18264, 18267, 18268, 18269),
 *   periodsPerYear: 252,
 *   riskFree: 0,
 *   benchmark: null,
 *   exposure: null,
 *   tradedShare: 0,
 *   flows: [],
 *   ruined: false,
 *   trials: null,
 * })
 * assert.equal(values.max_drawdown?.toFixed(8), '0.02000000')
 * assert.equal(values.beta, null)
 * assert.equal(reasons.beta, 'no benchmark was given')
 * assert.equal(flags.cagr, 'short')
 * ```
 *
 * @throws RangeError when the arrays of the run do not fit together, or a value is not a number from zero on
 */
export function measure(run: MeasuredRun): Measures {
  checkRun(run)
  const context = runContext(run)
  const values: Measures['values'] = Object.fromEntries(metricIds.map((id): unknown[] => [id, context.value(metrics[id])]))
  const reasons: Measures['reasons'] = {}
  const flags: Measures['flags'] = {}
  for (const id of metricIds) {
    const metric: Metric = metrics[id]
    if (values[id] === null) {
      reasons[id] = reason(metric, context)
      continue
    }
    const flag = metric.flag?.(context) ?? null
    if (flag !== null) flags[id] = flag
  }
  return { values, reasons, flags }
}

/** Definitions of all measures, in the order of the tearsheet. */
export const definitions: readonly Definition<MetricId>[] = metricIds.map((id) => metrics[id].definition)

/**
 * Definition of a measure.
 *
 * ```ts
 * assert.equal(definition('sortino').name, 'Sortino ratio')
 * ```
 */
export function definition(id: MetricId): Definition<MetricId> {
  return metrics[id].definition
}

function reason(metric: Metric, context: RunContext): string {
  for (const need of metric.needs) {
    const unmet = need(context)
    if (unmet !== null) return unmet
  }
  return metric.otherwise
}
