import type { KeptThings } from '@portofino/database'
import { counted } from '../terminal/numbers.ts'

/** `2 accounts, 31 runs, 4 reports, prices of 21 symbols`. */
export function keptInWords({ accounts, runs, reports, symbols }: KeptThings): string {
  const things = [counted(accounts, 'account'), counted(runs, 'run'), counted(reports, 'report')]
  return `${things.join(', ')}, prices of ${counted(symbols, 'symbol')}`
}
