import { mean } from '@portofino/numeric'
import type { Exposure } from './measured-run.ts'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { positions } from './needs.ts'

/** Mean, highest and last of an exposure over all sessions; each null for no sessions. */
export interface ExposureSummary {
  mean: number | null
  max: number | null
  last: number | null
}

/**
 * Mean, highest and last exposure; null for no sessions.
 *
 * ```ts
 * assert.deepEqual(exposureSummary(Float64Array.of(1, 1.5, 0.5)), { mean: 1, max: 1.5, last: 0.5 })
 * ```
 *
 * @param exposure after trades, as fractions of the value, session 0 included; shape [n + 1]
 */
export function exposureSummary(exposure: Float64Array): ExposureSummary {
  return { mean: statistics.mean.of(exposure), max: statistics.max.of(exposure), last: statistics.last.of(exposure) }
}

const statistics = {
  mean: { word: 'mean', of: (values: Float64Array): number | null => finite(mean(values) ?? Number.NaN) },
  max: {
    word: 'highest',
    of: (values: Float64Array): number | null => finite(values.reduce((highest, value) => Math.max(highest, value), -Infinity)),
  },
  last: { word: 'last', of: (values: Float64Array): number | null => finite(values.at(-1) ?? Number.NaN) },
} as const

const kinds = {
  gross: {
    name: 'Gross exposure',
    plainName: 'invested, long and short together',
    meaning: 'All positions, short ones counted positive, as a share of the value.',
    formula: 'sum of sizes of w',
  },
  net: {
    name: 'Net exposure',
    plainName: 'invested, long minus short',
    meaning: 'Long minus short positions, as a share of the value.',
    formula: 'sum of w',
  },
  cash: {
    name: 'Cash',
    plainName: 'held as cash',
    meaning: 'Cash as a share of the value; proceeds of short sales count, and below zero money is borrowed.',
    formula: 'c/V',
  },
} as const

export const grossExposureMeanMetric: Metric<'exposure_gross_mean'> = metric({
  id: 'exposure_gross_mean',
  kind: 'gross',
  statistic: 'mean',
})
export const grossExposureMaxMetric: Metric<'exposure_gross_max'> = metric({
  id: 'exposure_gross_max',
  kind: 'gross',
  statistic: 'max',
})
export const grossExposureLastMetric: Metric<'exposure_gross_last'> = metric({
  id: 'exposure_gross_last',
  kind: 'gross',
  statistic: 'last',
})
export const netExposureMeanMetric: Metric<'exposure_net_mean'> = metric({
  id: 'exposure_net_mean',
  kind: 'net',
  statistic: 'mean',
})
export const netExposureMaxMetric: Metric<'exposure_net_max'> = metric({ id: 'exposure_net_max', kind: 'net', statistic: 'max' })
export const netExposureLastMetric: Metric<'exposure_net_last'> = metric({
  id: 'exposure_net_last',
  kind: 'net',
  statistic: 'last',
})
export const cashMeanMetric: Metric<'exposure_cash_mean'> = metric({ id: 'exposure_cash_mean', kind: 'cash', statistic: 'mean' })
export const cashMaxMetric: Metric<'exposure_cash_max'> = metric({ id: 'exposure_cash_max', kind: 'cash', statistic: 'max' })
export const cashLastMetric: Metric<'exposure_cash_last'> = metric({ id: 'exposure_cash_last', kind: 'cash', statistic: 'last' })

interface Row<Id extends string> {
  id: Id
  kind: keyof Exposure
  statistic: keyof ExposureSummary
}

function metric<Id extends string>({ id, kind, statistic }: Row<Id>): Metric<Id> {
  const { name, plainName, meaning, formula } = kinds[kind]
  const { word, of } = statistics[statistic]
  return {
    definition: {
      id,
      name: `${name}, ${word}`,
      plainName: `${word} share ${plainName}`,
      group: 'exposure',
      unit: 'percent',
      meaning: `${meaning} After the trades of each session; here the ${word} of all sessions.`,
      formula: `${word} of ${formula} over t = 0..n`,
      undefinedWhen: 'The run is of an index without positions.',
      source: null,
    },
    needs: [positions],
    compute: ({ run }) => (run.exposure === null ? null : of(run.exposure[kind])),
    otherwise: 'the value is too small',
  }
}
