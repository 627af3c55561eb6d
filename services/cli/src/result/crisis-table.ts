import type { CrisisWindow } from '@portofino/simulator'
import { shorten, tableLines } from '../terminal/layout.ts'
import { missing, signedPercent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { benchmarkName } from './benchmark-name.ts'
import { bySign } from './by-sign.ts'
import { sectionLines } from './section.ts'

interface CrisisColumn {
  head: string
  /** Narrower screens leave the column out. */
  from: number
  cell: (crisis: CrisisWindow) => string
}

/** How the run came through the crises that it covers; no section when it covers none. */
export function crisisTable(crises: readonly CrisisWindow[], benchmark: string | null, screen: Screen): string[] {
  const { width, ink } = screen
  const all: CrisisColumn[] = [
    { head: 'Window', from: 0, cell: ({ name }) => shorten(name, Math.max(10, width - 34)) },
    { head: 'From', from: 72, cell: ({ from }) => writtenDate(from) },
    { head: 'To', from: 72, cell: ({ to }) => writtenDate(to) },
    { head: 'Portfolio', from: 0, cell: ({ return: value }) => bySign(signedPercent(value), value, ink) },
    {
      head: benchmarkName(benchmark ?? '', 9),
      from: benchmark === null ? Infinity : 0,
      cell: ({ benchmarkReturn: value }) => (value === null ? missing : signedPercent(value)),
    },
    { head: 'Worst fall', from: 48, cell: ({ maximumDrawdown }) => signedPercent(-Math.abs(maximumDrawdown)) },
  ]
  if (crises.length === 0) return []
  const shown = all.filter(({ from }) => width >= from)
  const lines = tableLines(
    shown.map((_, index) => ({ align: index === 0 ? 'left' : 'right' })),
    [shown.map(({ head }) => ink.muted(head)), ...crises.map((crisis) => shown.map(({ cell }) => cell(crisis)))],
  )
  return sectionLines({ title: 'Crisis windows', summary: 'Known falls of the market that lie within the run.', lines }, screen)
}
