import type { RowDef } from 'hucre'
import { kindEntry } from './sheet-plan.ts'
import type { Column, TablePlan } from './sheet-plan.ts'

/** No row grows further. */
const tallest = 409
const linePoints = 13.5
/** Points of a row of one line. */
export const plainHeight = 16

interface Across {
  /** Characters in a line. */
  across: number
  /** Height of a line. */
  points?: number
}

/** Points that a text takes when it is wrapped. Not every program measures that when it opens a file. */
export function wrappedHeight(text: string, { across, points = linePoints }: Across): number {
  const lines = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(line.length / across)), 0)
  return Math.min(tallest, Math.max(plainHeight, lines * points + 3))
}

export function headHeight(
  columns: readonly Column[],
  { column, widths }: { column: number; widths: readonly number[] },
): number {
  const heights = columns.map(({ head }, index) => wrappedHeight(head, { across: (widths[column + index] ?? 10) - 1 }))
  return Math.max(plainHeight, ...heights)
}

/** Of the heads and of every row with wrapped texts. */
export function tableHeights(table: TablePlan, widths: readonly number[]): [number, RowDef][] {
  const { row, column, columns, rows } = table
  const heads: [number, RowDef] = [row, { height: headHeight(columns, { column, widths }) }]
  if (!columns.some(({ kind }) => kind === 'wrapped')) return [heads]
  const body = rows.map((entries, down): [number, RowDef] => [row + 1 + down, { height: rowHeight(table, entries, widths) }])
  return [heads, ...body]
}

/** What the longest of its wrapped texts takes. */
export function rowHeight({ column, columns }: TablePlan, entries: TablePlan['rows'][number], widths: readonly number[]): number {
  let height = plainHeight
  for (const [index, entry] of entries.entries()) {
    const { value, kind } = kindEntry(entry, columns[index]!.kind)
    if (kind !== 'wrapped' || typeof value !== 'string') continue
    height = Math.max(height, wrappedHeight(value, { across: (widths[column + index] ?? 10) * 1.15 }))
  }
  return height
}

/** At most two lines: its texts stand in the middle, where those of a high row start at the top. */
export function isLow(height: number): boolean {
  return height <= 2 * linePoints + 3
}
