import { percentAxis } from '../page/axis-scale.ts'
import { columnChart } from '../page/charts.ts'
import type { ChartPlan } from '../page/charts.ts'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

const name = 'Distribution'

/** How often which daily return occurred. */
export function distributionSheet({ document: { tearsheet } }: Report): SheetPlan {
  const { edges, counts, mean, deviation } = tearsheet.distribution
  return {
    name,
    title: 'Distribution of daily returns',
    lead: 'A return counts from the lower edge up to, not including, the upper one; the last bin includes both.',
    isOnOnePage: true,
    widths: [12, 12, 12, 3, ...Array.from({ length: 8 }, () => 12)],
    tables: [
      {
        row: headRow,
        column: 0,
        columns: [
          { head: 'From', kind: 'percent' },
          { head: 'To', kind: 'percent' },
          { head: 'Sessions', kind: 'count' },
        ],
        rows: counts.map((count, bin) => [edges[bin], edges[bin + 1], count]),
      },
      {
        row: headRow,
        column: 4,
        columns: [
          { head: 'Mean', kind: 'signedPercent' },
          { head: 'Deviation', kind: 'percent' },
        ],
        rows: [[mean, deviation]],
      },
    ],
    charts: counts.length === 0 ? [] : [chart(tearsheet.distribution)],
  }
}

function chart({ edges, counts }: Report['document']['tearsheet']['distribution']): ReturnType<typeof columnChart> {
  const plan: ChartPlan = {
    title: 'Sessions by daily return',
    description: `Histogram of the daily returns in ${counts.length} bins`,
    format: '#,##0',
    place: { row: headRow + 3, column: 4, rows: 20, columns: 8 },
    source: { sheet: name, firstRow: headRow + 1, count: counts.length, labels: 0 },
    lines: [{ name: 'Sessions', column: 2, color: palette.fill2 }],
  }
  return columnChart(plan, { labelFormat: percentAxis(edges.slice(0, labeledEdges)) })
}

/** As many steps as an axis is taken to have labels, so that every edge keeps its decimals. */
const labeledEdges = 6
