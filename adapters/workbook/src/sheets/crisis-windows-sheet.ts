import { headRow } from '../page/sheet-plan.ts'
import type { Column, SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

/** What happened in the great falls that the run covers. */
export function crisisWindowsSheet({ document: { tearsheet }, benchmarkName }: Report): SheetPlan {
  const compared: Column[] = benchmarkName === null ? [] : [{ head: `Benchmark ${benchmarkName}`, kind: 'signedPercent' }]
  const none = [{ value: 'The run covers none of them.', kind: 'text' }] as const
  return {
    name: 'Crisis windows',
    title: 'Crisis windows',
    lead: 'Falls of the United States stock market since 1990, as far as the run covers them from first to last day.',
    widths: [34, 13, 13, 13, ...compared.map(() => 20), 20],
    tables: [
      {
        row: headRow,
        column: 0,
        columns: [
          { head: 'Window', kind: 'text' },
          { head: 'From', kind: 'date' },
          { head: 'To', kind: 'date' },
          { head: 'Return', kind: 'signedPercent' },
          ...compared,
          { head: 'Maximum drawdown', kind: 'percent' },
        ],
        rows:
          tearsheet.crises.length === 0
            ? [none]
            : tearsheet.crises.map((crisis) => [
                crisis.name,
                crisis.from,
                crisis.to,
                crisis.return,
                ...compared.map(() => crisis.benchmark_return),
                crisis.max_drawdown,
              ]),
      },
    ],
  }
}
