import type { SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

/** What was held by session, after its trades. */
export function exposureSheet({ document, series, currency }: Report): SheetPlan {
  return {
    name: 'Exposure',
    title: 'Exposure',
    lead: 'After the trades of each session, as shares of the value. Gross adds up the sizes of all positions, net their signed weights.',
    widths: [12, 11, 11, 16, ...document.legs.map(() => 11)],
    series: [
      { head: 'Date', kind: 'date', values: series.dates },
      { head: 'Gross', kind: 'percent', values: series.gross },
      { head: 'Net', kind: 'percent', values: series.net },
      { head: `Cash, ${currency}`, kind: 'money', values: series.cash },
      ...document.legs.map(({ symbol, side }, leg) => ({
        head: `${symbol ?? '$CASH'}${side === 'S' ? ', short' : ''}`,
        kind: 'percent' as const,
        values: series.weights[leg] ?? [],
      })),
    ],
  }
}
