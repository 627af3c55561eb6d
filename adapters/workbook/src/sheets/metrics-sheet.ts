import { definitions } from '@portofino/metrics'
import type { Definition, MetricId } from '@portofino/metrics'
import { headRow } from '../page/sheet-plan.ts'
import type { SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'
import { metricEntry } from './metric-entry.ts'

/** Groups in the order in which a person asks, with their titles. */
export const groupTitles: Record<Definition['group'], string> = {
  return: 'Return',
  risk: 'Risk',
  drawdown: 'Falls',
  ratio: 'Return for risk',
  distribution: 'Single days and months',
  benchmark: 'Against the benchmark',
  exposure: 'Exposure',
  flows: 'With flows',
}

/** Groups that need positions, which an index has not. */
const onlyOfPortfolios: ReadonlySet<Definition['group']> = new Set(['benchmark', 'exposure', 'flows'])

/** Every measure: id, name, value, unit, definition, and why it is undefined where it is. */
export function metricsSheet({ document, benchmarkName }: Report): SheetPlan {
  const { benchmark } = document
  const compared = benchmark === null ? [] : ([{ head: `Benchmark ${benchmarkName}`, kind: 'ratio' }] as const)
  return {
    name: 'Metrics',
    title: 'Metrics',
    lead: 'Every measure of the run. A dash marks a number that is undefined; its reason stands in the last column.',
    widths: [26, 30, 11, ...compared.map(() => 11), 9, 66, 34],
    tables: [
      {
        row: headRow,
        column: 0,
        columns: [
          { head: 'Id', kind: 'code' },
          { head: 'Name', kind: 'text' },
          { head: 'Value', kind: 'ratio' },
          ...compared,
          { head: 'Unit', kind: 'remark' },
          { head: 'Definition', kind: 'wrapped' },
          { head: 'Remark', kind: 'wrapped' },
        ],
        rows: definitions.map((definition) => [
          definition.id,
          definition.name,
          metricEntry(definition, document.metrics),
          ...(benchmark === null
            ? []
            : [onlyOfPortfolios.has(definition.group) ? undefined : metricEntry(definition, benchmark.metrics)]),
          definition.unit,
          definition.meaning,
          remark(document, definition.id),
        ]),
      },
    ],
  }
}

/** Measures whose name says that something was lost. */
const isLoss = /^(max_drawdown$|c?var_)/

function remark({ metrics, metric_reasons, metric_flags }: Report['document'], id: MetricId): string | undefined {
  if (metrics[id] === null) return `Undefined: ${metric_reasons[id] ?? 'no reason was recorded'}.`
  if (metric_flags[id] === 'short') return 'A yearly rate from less than a year: read it with care.'
  return isLoss.test(id) ? 'A loss, shown as a positive share.' : undefined
}
