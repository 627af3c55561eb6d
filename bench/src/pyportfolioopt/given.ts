import { parseIsoDate } from '@portofino/market'
import { sampleRequest, twentyStocks } from '../sample-run.ts'

/** One set of prices and questions, for both libraries. */
export interface Given {
  assets: string[]
  /** By rows, oldest first. */
  prices: number[][]
  /** The same, some of them missing. */
  gaps: (number | null)[][]
  /** By row. */
  market: number[]
  market_weights: number[]
  sectors: Record<string, string>
  sector_lower: Record<string, number>
  sector_upper: Record<string, number>
  /** Coefficients of one more limit. */
  row: number[]
  row_upper: number
  /** Weights to trade from, and to buy. */
  target: number[]
  value: number
  /** Views: rows of coefficients and what they say. */
  pick: number[][]
  said: number[]
  confidences: number[]
  indefinite: number[][]
}

/** Twenty stocks and an index of the sample, five years of days. */
export async function given(): Promise<Given> {
  const { histories } = await sampleRequest(`${twentyStocks} 2016-01-04 2020-12-31 bench=^GSPC`)
  const from = parseIsoDate('2016-01-04')!
  const series = Array.from(histories.values(), ({ instrument, adjusted }) => {
    const first = adjusted.days.findIndex((day) => day >= from)
    return { symbol: instrument.symbol, closes: Array.from(adjusted.closes.subarray(first)) }
  })
  const stocks = series.filter(({ symbol }) => !symbol.startsWith('^'))
  const index = series.find(({ symbol }) => symbol.startsWith('^'))!
  const rows = Math.min(...series.map(({ closes }) => closes.length))
  const prices = Array.from({ length: rows }, (_, row) => stocks.map(({ closes }) => closes[row]!))
  const assets = stocks.map(({ symbol }) => symbol)
  const n = assets.length
  const proportions = (of: (i: number) => number): number[] => {
    const total = assets.reduce((sum, _, i) => sum + of(i), 0)
    return assets.map((_, i) => of(i) / total)
  }
  return {
    assets,
    prices,
    gaps: prices.map((row, t) => row.map((price, i) => (i === 3 && t < 400 ? null : i === 7 && t % 50 === 9 ? null : price))),
    market: index.closes.slice(0, rows),
    market_weights: proportions((i) => 1 + (i % 7)),
    sectors: Object.fromEntries(assets.map((asset, i) => [asset, ['first', 'second', 'third'][i % 3]!])),
    sector_lower: { first: 0.2 },
    sector_upper: { second: 0.3 },
    row: assets.map((_, i) => 1 + (i % 5)),
    row_upper: 2.5,
    target: proportions((i) => (i % 4 === 0 ? 0 : 2 + i)),
    value: 25_000,
    pick: [assets.map((_, i) => (i === 0 ? 1 : 0)), assets.map((_, i) => (i === 1 ? 1 : i === n - 1 ? -1 : 0))],
    said: [0.12, 0.03],
    confidences: [0.4, 0.8],
    indefinite: [
      [1, 0.9, 0.2],
      [0.9, 1, 0.9],
      [0.2, 0.9, 1],
    ],
  }
}
