import { colToLetter } from 'hucre/xlsx'
import type { NamedRange, WriteSheet } from 'hucre'
import { pageWidth } from './page-starts.ts'
import { headRow } from './sheet-plan.ts'
import type { SheetPlan } from './sheet-plan.ts'

/** Rows that a page takes at least, and, shrunk, at most. */
const pageRows = { least: 40, most: 64 }

/** A4, shrunk to its width where needed, with page numbers; `isOnOnePage` to its height too. */
export function printSetup(plan: SheetPlan): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const { orientation = 'landscape', widths, isOnOnePage = false } = plan
  const sessions = sessionCount(plan)
  const rows = printedRows(plan)
  const isWide = widths.reduce((sum, width) => sum + width, 0) > pageWidth[orientation]
  const isShrunk = isOnOnePage || rows !== null
  const cut = rows === null ? '' : `: ${rows - headRow - 1} of ${sessions.toLocaleString('en-US')} sessions; the file holds all`
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation,
      ...(isWide || isShrunk ? { fitToPage: true, fitToWidth: 1, fitToHeight: isShrunk ? 1 : 0 } : {}),
      horizontalCentered: isOnOnePage,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&8PortoFino&C&8&A${cut}&R&8&P / &N` },
  }
}

/** What is printed, with the whole frames of charts, and the heads that are repeated. The writer's own settings leave names with spaces unquoted. */
export function printRanges(plan: SheetPlan): NamedRange[] {
  const { name, widths, charts = [], repeatedRow = headRow } = plan
  const rows = printedRows(plan) ?? Math.max(headRow + 1 + sessionCount(plan), contentRows(plan))
  const area = charts.length === 0 && sessionCount(plan) === 0 ? [] : [`$A$1:$${colToLetter(widths.length)}$${rows}`]
  const titles = repeatedRow === null ? [] : [`$${repeatedRow + 1}:$${repeatedRow + 1}`]
  return [
    ...area.map((range) => ({ name: '_xlnm.Print_Area', range: `'${name}'!${range}`, scope: name })),
    ...titles.map((range) => ({ name: '_xlnm.Print_Titles', range: `'${name}'!${range}`, scope: name })),
  ]
}

/**
 * On paper, decades of sessions would be a thousand pages: of a series longer than one, the page with its charts is printed.
 * Null where all rows are.
 */
function printedRows(plan: SheetPlan): number | null {
  if (headRow + 1 + sessionCount(plan) <= pageRows.most) return null
  const least = plan.orientation === 'portrait' ? pageRows.most : pageRows.least
  return Math.min(pageRows.most, Math.max(least, contentRows(plan)))
}

/** Down to the lowest chart or table. */
function contentRows({ charts = [], tables = [] }: SheetPlan): number {
  return Math.max(0, ...charts.map(({ anchor }) => anchor.to?.row ?? 0), ...tables.map(({ row, rows }) => row + 1 + rows.length))
}

function sessionCount({ series = [] }: SheetPlan): number {
  return Math.max(0, ...series.map(({ values }) => values.length))
}
