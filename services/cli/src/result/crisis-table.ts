import type { CrisisWindow } from '@portofino/simulator'
import { shorten, tableLines } from '../terminal/layout.ts'
import { signedPercent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { bySign } from './by-sign.ts'
import { sectionLines } from './section.ts'

const widthForDates = 72

/** How the run came through the crises that it covers; no section when it covers none. */
export function crisisTable(crises: readonly CrisisWindow[], benchmark: string | null, screen: Screen): string[] {
  const { width, ink } = screen
  const heads = [
    'Window',
    ...(width >= widthForDates ? ['From', 'To'] : []),
    'Portfolio',
    ...(benchmark === null ? [] : [shorten(benchmark, 9)]),
    'Worst fall',
  ]
  const rows = crises.map((crisis) => [
    shorten(crisis.name, Math.max(10, width - 30)),
    ...(width >= widthForDates ? [writtenDate(crisis.from), writtenDate(crisis.to)] : []),
    bySign(signedPercent(crisis.return), crisis.return, ink),
    ...(benchmark === null ? [] : [crisis.benchmarkReturn === null ? '—' : signedPercent(crisis.benchmarkReturn)]),
    signedPercent(-Math.abs(crisis.maximumDrawdown)),
  ])
  if (rows.length === 0) return []
  const columns = heads.map((_, index) => ({ align: index === 0 ? ('left' as const) : ('right' as const) }))
  const summary = 'Known falls of the market that lie within the run.'
  return sectionLines(
    { title: 'Crisis windows', summary, lines: tableLines(columns, [heads.map((head) => ink.muted(head)), ...rows]) },
    screen,
  )
}
