import type { RunResult } from '../../../api/queries.ts'
import { absent, day, fall, percent, ratio, signedPercent, tone } from '../../../format.ts'
import type { Money } from '../../../format.ts'
import { capitalOf } from '../chart/chart-view.ts'
import { withoutDividends } from '../compared-name.ts'
import { span } from '../period/run-range.ts'

interface TileLine {
  text: string
  tone?: 'gain' | 'loss' | ''
  /** Stands out of its line: `+60.77%` before `on $100,000`. */
  rest?: string
}

/** A key figure in words. */
export interface TileText {
  /** The measure that explains it. */
  measure: string
  label: string
  value: string
  tone: 'gain' | 'loss' | ''
  lines: TileLine[]
}

interface TileWords {
  benchmarkName: string | null
  money: Money
}

/** The five key figures of a run, each with what it rests on; below it, what to compare it with. */
export function tilesOf(result: RunResult, { benchmarkName, money }: TileWords): TileText[] {
  const { metrics, metric_reasons: reasons } = result
  const figure = (measure: string, write: (value: number) => string): string => {
    const value = metrics[measure]
    return value === null || value === undefined ? absent : write(value)
  }
  const below = (measure: string, write: (value: number) => string, own: TileLine[]): TileLine[] => {
    const reason = reasons[measure]
    if (metrics[measure] === null && reason !== undefined) return [{ text: `no value: ${reason}` }]
    return [...own, ...compared(result, { name: benchmarkName, value: result.benchmark?.metrics[measure], write })]
  }
  const growth = metrics['cagr'] ?? null
  return [
    finalValue(result, { benchmarkName, money }),
    {
      measure: 'cagr',
      label: 'CAGR',
      value: figure('cagr', signedPercent),
      tone: tone(growth),
      lines: below('cagr', signedPercent, [{ text: periodLength(result) }, ...shortYear(result)]),
    },
    {
      measure: 'max_drawdown',
      label: 'Max drawdown',
      value: figure('max_drawdown', fall),
      tone: (metrics['max_drawdown'] ?? 0) > 0 ? 'loss' : '',
      lines: below('max_drawdown', fall, deepest(result)),
    },
    {
      measure: 'sharpe',
      label: 'Sharpe ratio',
      value: figure('sharpe', ratio),
      tone: '',
      lines: below('sharpe', ratio, [{ text: `risk-free ${policy(result, 'rf')}` }]),
    },
    {
      measure: 'volatility',
      label: 'Volatility',
      value: figure('volatility', percent),
      tone: '',
      lines: below('volatility', percent, [{ text: `${result.period.periods_per_year} sessions a year` }]),
    },
  ]
}

function finalValue(result: RunResult, { benchmarkName, money }: TileWords): TileText {
  const { capital, currency } = capitalOf(result)
  const growth = result.metrics['total_return'] ?? null
  const other = result.benchmark?.metrics['total_return'] ?? null
  const lines: TileLine[] = [
    { text: signedPercent(growth), tone: tone(growth), rest: `on ${money(capital, currency)}` },
    ...compared(result, { name: benchmarkName, value: other, write: (value) => money(capital * (1 + value), currency) }),
  ]
  const value = growth === null ? absent : money(capital * (1 + growth), currency)
  return { measure: 'total_return', label: 'Final value', value, tone: '', lines }
}

interface Compared {
  name: string | null
  value: number | null | undefined
  write: (value: number) => string
}

/** The same figure of the benchmark; what is measured otherwise is said. */
function compared({ benchmark }: RunResult, { name, value, write }: Compared): TileLine[] {
  if (benchmark === null || name === null || value === null || value === undefined) return []
  const line = { text: `${name} ${write(value)}` }
  return benchmark.with_dividends ? [line] : [line, { text: withoutDividends }]
}

function policy({ policies }: RunResult, id: string): string {
  return policies.find((each) => each.id === id)?.value ?? absent
}

function periodLength({ period, status }: RunResult): string {
  return status === 'ruined' ? 'by definition: nothing is left' : `over ${span(period.from, period.to)}`
}

function shortYear({ metric_flags: flags }: RunResult): TileLine[] {
  return flags['cagr'] === 'short' ? [{ text: 'from less than a year' }] : []
}

function deepest({ tearsheet, status }: RunResult): TileLine[] {
  const [deep] = tearsheet.drawdowns
  if (deep === undefined) return [{ text: 'never below a high' }]
  const end = status === 'ruined' ? 'no recovery' : 'not recovered'
  return [
    { text: `${day(deep.peak)} to ${day(deep.trough)}` },
    { text: deep.recovery === null ? end : `recovered ${day(deep.recovery)}` },
  ]
}
