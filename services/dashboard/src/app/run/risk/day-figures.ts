import { conditionalValueAtRisk, valueAtRisk, winRate } from '@portofino/metrics'
import type { RangeTearsheet } from '../period/range-tearsheet.ts'

export interface DayFigure {
  name: string
  portfolio: number | null
  benchmark: number | null
}

type OfReturns = (returns: Float64Array) => number | null

/** How bad single days were, as positive losses, and how many of them gained. */
export function dayFigures({ columns }: Pick<RangeTearsheet, 'columns'>): DayFigure[] {
  const figure = (name: string, measure: OfReturns): DayFigure => ({
    name,
    portfolio: measure(columns.returns),
    benchmark: columns.benchmark && measure(columns.benchmark.returns),
  })
  return [
    figure('Loss, 1 day in 20 (VaR 95%)', (returns) => valueAtRisk(returns, 0.95)),
    figure('Average beyond it (ES 95%)', (returns) => conditionalValueAtRisk(returns, 0.95)),
    figure('Loss, 1 day in 100 (VaR 99%)', (returns) => valueAtRisk(returns, 0.99)),
    figure('Average beyond it (ES 99%)', (returns) => conditionalValueAtRisk(returns, 0.99)),
    figure('Days gained', winRate),
  ]
}
