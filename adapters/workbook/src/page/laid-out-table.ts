import type { Cell, CellStyle } from 'hucre'
import { undefinedNumber } from './cell-kind.ts'
import type { CellKind, Styles } from './cell-kind.ts'
import { textCell } from './cell-text.ts'
import { palette, plainFont, textFace } from './palette.ts'
import { isLow, rowHeight } from './row-heights.ts'
import { kindEntry } from './sheet-plan.ts'
import type { Column, Entry, KindEntry, TablePlan } from './sheet-plan.ts'
import { workbookDay } from './workbook-day.ts'

const tableTitle: CellStyle = { font: { name: textFace, size: 11, bold: true, color: { rgb: palette.sea } } }
const head: CellStyle = {
  font: { name: textFace, size: 10, bold: true, color: { rgb: palette.muted } },
  border: { bottom: { style: 'thin', color: { rgb: palette.strongLine } } },
}
const rowLine: CellStyle = { border: { bottom: { style: 'thin', color: { rgb: palette.line } } } }
const link: CellStyle = { font: { ...plainFont, color: { rgb: palette.sea }, underline: 'single' } }

/** The key of a cell, as the writer wants it. */
export function at(row: number, column: number): string {
  return `${row},${column}`
}

export function tableCells(table: TablePlan, widths: readonly number[], styles: Styles): [string, Partial<Cell>][] {
  const { row, column, title, columns, rows } = table
  const titled: [string, Partial<Cell>][] =
    title === undefined ? [] : [[at(row - 1, column), { ...textCell(title), style: tableTitle }]]
  const heads = columns.map((each, index): [string, Partial<Cell>] => [at(row, column + index), headCell(each)])
  const body = rows.flatMap((entries, down) => {
    const vertical = isLow(rowHeight(table, entries, widths)) ? 'center' : 'top'
    return entries.map((entry, index): [string, Partial<Cell>] => [
      at(row + 1 + down, column + index),
      tableCell(kindEntry(entry, columns[index]!.kind), vertical, styles),
    ])
  })
  return [...titled, ...heads, ...body]
}

const leftKinds: ReadonlySet<CellKind> = new Set(['text', 'wrapped', 'code', 'remark', 'date', 'leftCount', 'plainCount'])

export function headCell({ head: text, kind }: Column): Partial<Cell> {
  const horizontal = leftKinds.has(kind) ? 'left' : 'right'
  const indent = kind === 'remark' ? { indent: 1 } : {}
  return { ...textCell(text), style: { ...head, alignment: { horizontal, vertical: 'bottom', wrapText: true, ...indent } } }
}

/** What arithmetic leaves of nothing would be shown as -0.00%. */
const negligibleShare = 1e-12
const isShare = (kind: CellKind): boolean => kind === 'percent' || kind === 'signedPercent'

/** The value that the file holds for an entry of this kind. */
export function entryValue(entry: Entry, kind: CellKind): string | number | null {
  if (entry === undefined) return null
  if (entry === null) return undefinedNumber
  if (typeof entry === 'number') return isShare(kind) && Math.abs(entry) < negligibleShare ? 0 : entry + 0
  return kind === 'date' ? workbookDay(entry) : entry
}

function tableCell(
  { value, kind, isStrong = false, sheet }: KindEntry,
  vertical: 'top' | 'center',
  styles: Styles,
): Partial<Cell> {
  const plain = entryValue(value, kind)
  const looks = { ...styles[kind], ...rowLine, ...(sheet === undefined ? {} : link) }
  const style: CellStyle = { ...looks, alignment: { ...looks.alignment, vertical } }
  return {
    ...(typeof plain === 'string' ? textCell(plain) : { value: plain }),
    style: isStrong ? { ...style, font: { ...plainFont, ...style.font, bold: true } } : style,
    ...(sheet === undefined ? {} : { hyperlink: { target: '', location: `'${sheet}'!A1` } }),
  }
}
