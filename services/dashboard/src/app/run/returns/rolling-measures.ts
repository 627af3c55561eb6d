import type { RunSeries } from '../../../api/queries.ts'
import type { ChartLine } from '../../../ui/chart/line-plot.tsx'
import type { Rolled, RollingFigures } from './rolling-figures.ts'
import type { RunRange } from '../period/run-range.ts'

export interface RollingMeasure {
  id: string
  title: string
  unit: 'return' | 'percent' | 'ratio'
  lines: ChartLine[]
  /** Why there is nothing to draw. */
  absentBecause: string | null
}

interface Sight {
  series: RunSeries
  range: RunRange
  benchmark: string | null
}

const unknownRiskFree =
  'Needs the risk-free return of each day, which is kept for 6 and 12 months only where it is an instrument.'

/** The small charts of a window: what lies in the range, each point looking back as far as it must. */
export function rollingMeasures(figures: RollingFigures, { series, range, benchmark }: Sight) {
  const { sessions } = figures
  const from = Math.max(sessions, range.fromIndex)
  const within = <Value>(column: readonly Value[]): Value[] => column.slice(from - sessions, range.toIndex - sessions + 1)
  const lines = ({ portfolio, benchmark: compared }: Rolled): ChartLine[] => [
    { name: 'Portfolio', values: within(portfolio), look: 'solid' },
    ...(compared === null || benchmark === null ? [] : [{ name: benchmark, values: within(compared), look: 'dashed' as const }]),
  ]
  const list: RollingMeasure[] = [
    { id: 'return', title: 'Return', unit: 'return', lines: lines(figures.return), absentBecause: null },
    { id: 'volatility', title: 'Volatility', unit: 'percent', lines: lines(figures.volatility), absentBecause: null },
    {
      id: 'sharpe',
      title: 'Sharpe ratio',
      unit: 'ratio',
      lines: figures.sharpe === null ? [] : lines(figures.sharpe),
      absentBecause: figures.sharpe === null ? unknownRiskFree : null,
    },
    {
      id: 'beta',
      title: benchmark === null ? 'Beta' : `Beta to ${benchmark}`,
      unit: 'ratio',
      lines: figures.beta === null ? [] : lines({ portfolio: figures.beta, benchmark: null }),
      absentBecause: betaAbsence(figures, benchmark),
    },
  ]
  return { sessions, dates: series.dates.slice(from, range.toIndex + 1), list }
}

function betaAbsence({ beta }: RollingFigures, benchmark: string | null): string | null {
  if (beta !== null) return null
  return benchmark === null ? 'Beta needs a benchmark: add bench= to the command, such as bench=^GSPC.' : unknownRiskFree
}
