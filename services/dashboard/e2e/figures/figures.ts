import { fall, price, ratio, percent, shortMonth, signedPercent } from '../../src/format.ts'

/** What a person reads of a run, by its name: `{ CAGR: '+17.23%', 'Aug 2020': '+16.26%' }`. */
export type Figures = Readonly<Record<string, string>>

/** The numbers behind it, wherever they come from. */
export interface Numbers {
  finalValue: number
  totalReturn: number
  cagr: number | null
  maximumDrawdown: number | null
  sharpe: number | null
  volatility: number | null
  from: string
  to: string
  /** `month` is null for a year. */
  returns: readonly { year: number; month: number | null; return: number }[]
}

/** At the precision of the screen. */
export function figuresOf(numbers: Numbers): Figures {
  const returns = numbers.returns.map(({ year, month, return: value }) => [periodName(year, month), signedPercent(value)])
  return {
    'Final value': price(numbers.finalValue),
    'Total return': signedPercent(numbers.totalReturn),
    CAGR: signedPercent(numbers.cagr),
    'Max drawdown': fall(numbers.maximumDrawdown),
    'Sharpe ratio': ratio(numbers.sharpe),
    Volatility: percent(numbers.volatility),
    From: numbers.from,
    To: numbers.to,
    ...Object.fromEntries(returns),
  }
}

export function periodName(year: number, month: number | null): string {
  return month === null ? `${year}` : `${shortMonth(month)} ${year}`
}

/** A result document, as the API and the command line give it. */
export interface ResultDocument {
  period: { from: string; to: string }
  metrics: Readonly<Record<string, number | null>>
  tearsheet: { months: Numbers['returns']; years: Numbers['returns'] }
}

export function numbersOf({ period, metrics, tearsheet }: ResultDocument, finalValue: number): Numbers {
  return {
    finalValue,
    totalReturn: metrics['total_return'] ?? Number.NaN,
    cagr: metrics['cagr'] ?? null,
    maximumDrawdown: metrics['max_drawdown'] ?? null,
    sharpe: metrics['sharpe'] ?? null,
    volatility: metrics['volatility'] ?? null,
    ...period,
    returns: [...tearsheet.months, ...tearsheet.years],
  }
}
