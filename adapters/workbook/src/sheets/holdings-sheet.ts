import { headRow } from '../page/sheet-plan.ts'
import type { SheetPlan, TablePlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

/** The legs with their weights over the run, and how their returns moved together. */
export function holdingsSheet({ document: { legs, tearsheet } }: Report): SheetPlan {
  const { labels, values } = tearsheet.correlation
  const correlation: TablePlan = {
    row: headRow + legs.length + 4,
    column: 0,
    title: 'Correlation of daily returns',
    columns: [{ head: '', kind: 'text' }, ...labels.map((label) => ({ head: label, kind: 'ratio' as const }))],
    rows: values.map((row, index) => [labels[index], ...row]),
  }
  return {
    name: 'Holdings',
    title: 'Holdings',
    lead: 'Weights are shares of the portfolio’s value, short positions negative. Own return is of the instrument itself, not of the position.',
    widths: [14, 34, ...Array.from({ length: Math.max(8, labels.length - 1) }, () => 14)],
    repeatedRow: labels.length > 1 ? null : headRow,
    tables: [
      {
        row: headRow,
        column: 0,
        columns: [
          { head: 'Symbol', kind: 'text' },
          { head: 'Name', kind: 'text' },
          { head: 'Side', kind: 'text' },
          { head: 'Target', kind: 'percent' },
          { head: 'First weight', kind: 'percent' },
          { head: 'Last weight', kind: 'percent' },
          { head: 'Lowest weight', kind: 'percent' },
          { head: 'Highest weight', kind: 'percent' },
          { head: 'Mean weight', kind: 'percent' },
          { head: 'Own return', kind: 'signedPercent' },
        ],
        rows: legs.map((leg) => [
          leg.symbol ?? '$CASH',
          leg.name,
          leg.side === 'L' ? 'long' : 'short',
          leg.target,
          leg.first_weight,
          leg.last_weight,
          leg.min_weight,
          leg.max_weight,
          leg.mean_weight,
          leg.own_return,
        ]),
      },
      ...(labels.length > 1 ? [correlation] : []),
    ],
  }
}
