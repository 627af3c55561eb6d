import { isoDate } from '@portofino/market'
import type { Drawdown } from '@portofino/simulator'
import { bar } from '../chart/bar.ts'
import { tableLines } from '../terminal/layout.ts'
import { counted, decimal, signedPercent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { sectionLines } from './section.ts'

const widthForDates = 64
const widthForBars = 76

/** The deepest falls, deepest first. */
export function drawdownTable(drawdowns: readonly Drawdown[], screen: Screen, most: number): string[] {
  const shown = drawdowns.slice(0, most)
  const lines = screen.width >= widthForDates ? wideTable(shown, screen) : narrowTable(shown, screen)
  return sectionLines({ title: 'Worst drawdowns', summary: summary(shown), lines }, screen)
}

function summary([deepest]: readonly Drawdown[]): string {
  if (!deepest) return ''
  return deepest.recovery === null
    ? 'The deepest had not recovered when the run ended.'
    : `The deepest took ${counted(deepest.calendarDays, 'day')} from peak to recovery.`
}

function wideTable(drawdowns: readonly Drawdown[], { width, ink }: Screen): string[] {
  const barWidth = width >= widthForBars ? 12 : 0
  const lowest = Math.min(...drawdowns.map(({ depth }) => depth))
  const heads = ['Depth', '', 'Peak', 'Trough', 'Recovered', 'Days', ''].map((head) => ink.muted(head))
  const rows = drawdowns.map(({ depth, peak, trough, recovery, calendarDays }) => [
    ink.loss(signedPercent(depth)),
    ink.loss(bar(-depth, { lowest: 0, highest: -lowest, width: barWidth })),
    writtenDate(peak),
    writtenDate(trough),
    recovery === null ? ink.muted('not yet') : writtenDate(recovery),
    decimal(calendarDays, 0),
    recovery === null ? ink.muted('so far') : '',
  ])
  const [left, right] = [{ align: 'left' as const }, { align: 'right' as const }]
  return tableLines([right, left, right, right, right, right, left], [heads, ...rows])
}

function narrowTable(drawdowns: readonly Drawdown[], { ink }: Screen): string[] {
  const rows = drawdowns.map(({ depth, peak, trough, recovery }) => [
    ink.loss(signedPercent(depth)),
    isoDate(peak),
    isoDate(trough),
    recovery === null ? ink.muted('open') : '',
  ])
  const heads = ['Depth', 'Peak', 'Trough', ''].map((head) => ink.muted(head))
  return tableLines([{ align: 'right' }, { align: 'left' }, { align: 'left' }, { align: 'left' }], [heads, ...rows])
}
