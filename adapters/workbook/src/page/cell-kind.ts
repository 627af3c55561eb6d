import type { CellStyle } from 'hucre/xlsx'
import { moneyFormat } from './money-format.ts'
import { codeFace, palette } from './palette.ts'

/** What a cell means, and so how it looks. */
export type CellKind =
  | 'text'
  | 'wrapped'
  | 'code'
  | 'date'
  | 'percent'
  | 'signedPercent'
  | 'ratio'
  | 'index'
  | 'money'
  | 'count'
  | 'year'

/** Shown where a number is undefined. */
export const undefinedNumber = '—'

const percentFormat = '0.00%'
const signedPercentFormat = '+0.00%;-0.00%;0.00%'

/** Number format and alignment of each kind, for money in this currency. */
export function cellStyles(currency: string): Record<CellKind, CellStyle> {
  return {
    text: { alignment: { horizontal: 'left', vertical: 'top' } },
    wrapped: { alignment: { horizontal: 'left', vertical: 'top', wrapText: true } },
    code: {
      alignment: { horizontal: 'left', vertical: 'top' },
      font: { name: codeFace, size: 9, color: { rgb: palette.muted } },
    },
    date: number('yyyy-mm-dd', 'left'),
    percent: number(percentFormat),
    signedPercent: number(signedPercentFormat),
    ratio: number('#,##0.00'),
    index: number('#,##0.0000'),
    money: number(moneyFormat(currency)),
    count: number('#,##0'),
    year: number('0', 'left'),
  }
}

function number(numFmt: string, horizontal: 'left' | 'right' = 'right'): CellStyle {
  return { numFmt, alignment: { horizontal, vertical: 'top' } }
}

export function isNumberKind(kind: CellKind): boolean {
  return kind !== 'text' && kind !== 'wrapped' && kind !== 'code'
}
