import { metricIds } from '@portofino/metrics'
import type { Measures, MetricId } from '@portofino/metrics'
import { wireNumber } from './wire-number.ts'

export interface MeasuresDocument {
  metrics: Record<MetricId, number | null>
  /** Why a metric is null, by its id. */
  metric_reasons: Partial<Record<MetricId, string>>
  /** `short`: a yearly rate from less than 365 days. */
  metric_flags: Partial<Record<MetricId, 'short'>>
}

export function measuresDocument({ values, reasons, flags }: Measures): MeasuresDocument {
  const metrics = { ...values }
  for (const id of metricIds) metrics[id] = wireNumber(values[id])
  return { metrics, metric_reasons: { ...reasons }, metric_flags: { ...flags } }
}
