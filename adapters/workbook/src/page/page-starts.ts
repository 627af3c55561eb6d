import { plainHeight, rowHeight } from './row-heights.ts'
import { headRow } from './sheet-plan.ts'
import type { SheetPlan } from './sheet-plan.ts'

/** Rows of one line that a page takes at full size. */
const pageRows = { portrait: 46, landscape: 29 }
/** Characters across an A4 page at full size. */
export const pageWidth = { portrait: 90, landscape: 135 }

/** The rows, of tables below others, with which a page must begin so that no table is torn that fits one. */
export function pageStarts({ orientation = 'landscape', widths, tables = [] }: SheetPlan): number[] {
  const shrunk = widths.reduce((sum, width) => sum + width, 0) / pageWidth[orientation]
  const most = pageRows[orientation] * Math.max(1, shrunk)
  const starts: number[] = []
  let start = 0
  let more = 0
  for (const table of tables) {
    const top = table.row - 1 + more
    for (const entries of table.rows) more += rowHeight(table, entries, widths) / plainHeight - 1
    const bottom = table.row + 1 + table.rows.length + more
    if (table.row === headRow || bottom - start <= most) continue
    starts.push(table.row - 1)
    start = top
  }
  return starts
}
