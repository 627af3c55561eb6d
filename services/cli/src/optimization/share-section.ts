import { parseIsoDate } from '@portofino/market'
import type { WholeSharesDocument } from '@portofino/simulator'
import { sectionLines } from '../result/section.ts'
import { type Column, tableLines, wrap } from '../terminal/layout.ts'
import { decimal, money, percent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'

export interface ShareSection {
  bought: WholeSharesDocument
  assets: readonly string[]
  currency: string
}

/** How many shares to hold of each instrument, for so much money. */
export function shareSection({ bought, assets, currency }: ShareSection, screen: Screen): string[] {
  const { ink } = screen
  const { value, shares, prices, weights, cash } = bought
  const right = { align: 'right' as const }
  const columns: Column[] = [{ align: 'left' }, right, right, right, right]
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const lines = tableLines(columns, [
    ['', 'Shares', 'Price', 'Worth', 'Weight'].map((head) => ink.muted(head)),
    ...assets.map((asset, i) => {
      const worth = shares[i]! * prices[i]!
      return [asset, ink.strong(decimal(shares[i]!, 0)), decimal(prices[i]!), money(worth, currency), percent(weights[i]!)]
    }),
    [ink.muted('Cash'), '', '', money(cash, currency), percent(1 - total)],
    [ink.muted('Sum'), '', '', money(value, currency), percent(1)],
  ])
  const notes = notesOf({ bought, assets, currency }).flatMap((note) => wrap(note, screen.width))
  return sectionLines({ title: 'Whole shares', summary: summaryOf(bought, currency), lines: [...lines, ...notes] }, screen)
}

function summaryOf({ method, value, priced_on: days, adjusted }: WholeSharesDocument, currency: string): string {
  const rule = method === 'exact' ? 'As close to the weights as whole shares come' : 'By the greedy rule'
  const kind = adjusted.every(Boolean) ? 'adjusted' : 'as traded'
  return `${rule}, for ${money(value, currency)} at the last prices, ${kind}, of ${dateText(newest(days))}.`
}

function notesOf({ bought, assets, currency }: ShareSection): string[] {
  const { priced_on: days, adjusted, gap } = bought
  const isMixed = new Set(adjusted).size > 1
  const old = assets.flatMap((asset, i) => (days[i] === newest(days) ? [] : [`${asset} of ${dateText(days[i]!)}`]))
  return [
    ...(old.length === 0 ? [] : [`Older prices: ${old.join(', ')}.`]),
    ...(isMixed ? [`Adjusted prices: ${assets.filter((_, i) => adjusted[i]).join(', ')}.`] : []),
    ...(gap === undefined ? [] : [`The closest found; others could be closer by ${money(gap, currency)} at most.`]),
  ]
}

function newest(days: readonly string[]): string {
  return days.reduce((one, other) => (other > one ? other : one))
}

function dateText(iso: string): string {
  return writtenDate(parseIsoDate(iso)!)
}
