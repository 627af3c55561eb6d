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

type Kind = keyof Exposure
type Statistic = keyof ExposureSummary
type ExposureId = `exposure_${Kind}_${Statistic}`

export const exposureMetrics: { readonly [Id in ExposureId]: Metric<Id> } = {
  exposure_gross_mean: metric('gross', 'mean'),
  exposure_gross_max: metric('gross', 'max'),
  exposure_gross_last: metric('gross', 'last'),
  exposure_net_mean: metric('net', 'mean'),
  exposure_net_max: metric('net', 'max'),
  exposure_net_last: metric('net', 'last'),
  exposure_cash_mean: metric('cash', 'mean'),
  exposure_cash_max: metric('cash', 'max'),
  exposure_cash_last: metric('cash', 'last'),
}

function metric<K extends Kind, S extends Statistic>(kind: K, statistic: S): Metric<`exposure_${K}_${S}`> {
  const { name, plainName, meaning, formula } = kinds[kind]
  const { word, of } = statistics[statistic]
  return {
    definition: {
      id: `exposure_${kind}_${statistic}`,
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
