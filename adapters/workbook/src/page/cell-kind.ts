import type { CellStyle } from 'hucre/xlsx'
import { moneyFormat } from './money-format.ts'
import { codeFace, palette, textFace } from './palette.ts'

/** What a cell means, and so how it looks. */
export type CellKind =
  | 'text'
  | 'wrapped'
  | 'code'
  /** A word beside the figure before it. */
  | 'remark'
  | 'date'
  | 'percent'
  | 'signedPercent'
  | 'ratio'
  | 'index'
  | 'money'
  | 'count'
  /** A count that stands among texts. */
  | 'leftCount'
  /** A whole number that stands among texts, ungrouped: a year. */
  | 'plainCount'

export type Styles = Record<CellKind, CellStyle>

/** Shown where a number is undefined. */
export const undefinedNumber = '—'

const left: CellStyle = { alignment: { horizontal: 'left' } }
const right: CellStyle = { alignment: { horizontal: 'right' } }

/** Number format and alignment of each kind, for money in this currency. */
export function cellStyles(currency: string): Styles {
  return {
    text: left,
    wrapped: { alignment: { horizontal: 'left', wrapText: true } },
    code: { ...left, font: { name: codeFace, size: 9, color: { rgb: palette.muted } } },
    remark: { alignment: { horizontal: 'left', indent: 1 }, font: { name: textFace, size: 9, color: { rgb: palette.faint } } },
    date: { ...left, numFmt: 'yyyy-mm-dd' },
    percent: { ...right, numFmt: '#,##0.00%' },
    signedPercent: { ...right, numFmt: '+#,##0.00%;-#,##0.00%;0.00%' },
    ratio: { ...right, numFmt: '#,##0.00' },
    index: { ...right, numFmt: '#,##0.0000' },
    money: { ...right, numFmt: moneyFormat(currency) },
    count: { ...right, numFmt: '#,##0' },
    leftCount: { ...left, numFmt: '#,##0' },
    plainCount: { ...left, numFmt: '0' },
  }
}
