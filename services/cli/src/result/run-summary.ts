import type { SimulationResult } from '@portofino/simulator'
import { padLeft, wrap } from '../terminal/layout.ts'
import { decimal, missing, money, percent, signedPercent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { currencyOf } from './currency-of.ts'

/** A few lines for one of many commands: what it was and what came out. */
export function runSummary(line: number, result: SimulationResult, { width, ink }: Screen): string[] {
  const { command, metrics, period, policies, series, ruin } = result
  const { values } = metrics
  const figures = [
    ink.strong(money(series.value.at(-1) ?? 0, currencyOf(policies))),
    `${numberText(values.total_return, signedPercent)} in all`,
    `${numberText(values.cagr, signedPercent)} a year`,
    `${numberText(values.max_drawdown && -values.max_drawdown, signedPercent)} worst fall`,
    `Sharpe ${numberText(values.sharpe, decimal)}`,
    `volatility ${numberText(values.volatility, percent)}`,
  ]
  const indent = 6
  const number = padLeft(`${line}`, indent - 2)
  const days = `${writtenDate(period.from)} to ${writtenDate(period.to)}`
  const body = [
    ...(ruin === null ? [] : [ink.fault(`RUINED on ${writtenDate(ruin.day)}`)]),
    ...wrap(figures.join(', '), width - indent),
    ink.muted(days),
  ]
  return [
    ...wrap(command, width - indent).map(
      (part, index) => `${ink.muted(index === 0 ? number : padLeft('', indent - 2))}  ${part}`,
    ),
    ...body.map((part) => `${' '.repeat(indent)}${part}`),
    '',
  ]
}

function numberText(value: number | null, format: (value: number) => string): string {
  return value === null ? missing : format(value)
}
