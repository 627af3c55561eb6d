import { isoDate, parseIsoDate } from '@portofino/market'
import fc from 'fast-check'
import type { InventedPrices } from './invented-request.ts'

/** A random strategy with its prices, every day from 2020-01-10 on, across two ends of a month. */
export interface InventedStrategy {
  legs: InventedLeg[]
  /** Options as in a command. */
  options: string
}

interface InventedLeg {
  symbol: string
  side: 'L' | 'S'
  /** Points, scaled by `norm=on`. */
  weight: number
  closes: number[]
  /** Delisted on the day of its last close. */
  delistingReturn?: number
}

const first = parseIsoDate('2020-01-10')!
const sessions = 55

/** What the strategy is free to do: each property allows what it holds for. */
interface InventedFreedom {
  rules: readonly string[]
  costs?: readonly string[]
  sides?: readonly ('L' | 'S')[]
  rates?: readonly string[]
}

export const datedRules: readonly string[] = [
  'never',
  'daily',
  'weekly',
  'weekly@wed',
  'monthly',
  'monthly@start',
  'monthly@3',
  'every(7d)',
]
export const bandRules: readonly string[] = ['band(3%)', 'band(rel=10%)', 'band(abs=2%,rel=20%)', 'monthly+band(5%)']

export function inventedStrategies({
  rules,
  costs = [''],
  sides = ['L', 'S'],
  rates = [''],
}: InventedFreedom): fc.Arbitrary<InventedStrategy> {
  const moves = fc.array(fc.integer({ min: -600, max: 600 }), { minLength: sessions - 1, maxLength: sessions - 1 })
  const leg = fc.record({ side: fc.constantFrom(...sides), weight: fc.integer({ min: 1, max: 50 }), moves })
  return fc
    .record({
      legs: fc.array(leg, { minLength: 1, maxLength: 6 }),
      rule: fc.constantFrom(...rules),
      cost: fc.constantFrom(...costs),
      rate: fc.constantFrom(...rates),
    })
    .map(({ legs, rule, cost, rate }) => ({
      legs: legs.map((each, i) => ({ ...each, symbol: 'ABCDEF'.charAt(i), closes: pathOf(each.moves) })),
      options: `rebalance=${rule} norm=on ${cost} ${rate}`,
    }))
}

/** Closes from 100 on, by moves in basis points. */
function pathOf(moves: readonly number[]): number[] {
  const closes = [100]
  for (const move of moves) closes.push(closes.at(-1)! * (1 + move / 10_000))
  return closes
}

/** The command over the first so many sessions, all by default. */
export function commandOf({ legs, options }: InventedStrategy, length: number = sessions): string {
  const written = legs.map(({ symbol, side, weight }) => `${symbol}-${side}-${weight}%`)
  return `${written.join(' ')} ${isoDate(first)} ${isoDate(first + length - 1)} ${options}`
}

export function pricesOf({ legs }: InventedStrategy): Record<string, InventedPrices> {
  return Object.fromEntries(
    legs.map(({ symbol, closes, delistingReturn }) => {
      const prices = { from: isoDate(first), daily: closes }
      if (delistingReturn === undefined) return [symbol, prices]
      return [symbol, { ...prices, delisting: { on: isoDate(first + closes.length - 1), return: delistingReturn } }]
    }),
  )
}
