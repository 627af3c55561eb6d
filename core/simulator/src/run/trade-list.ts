import { orderCost, smallestOrderShare } from '@portofino/rebalancing'
import type { Ledger, LedgerPlan } from '../ledger/ledger-plan.ts'
import type { Trade } from '../result.ts'

/** Every order of a run, by session, then leg. Costs of one session add up to what the ledger paid. A settlement is no order. */
export function tradeList(
  plan: LedgerPlan,
  ledger: Ledger,
  { days, legs }: { days: Int32Array; legs: readonly number[] },
): Trade[] {
  const list: Trade[] = []
  for (let trade = 0; trade < ledger.trades.count; trade++) {
    if (ledger.trades.traded[trade] === 0) continue
    const session = ledger.trades.session[trade]!
    for (const [holding, leg] of legs.entries()) {
      const order = orderAt(plan, ledger, { trade, holding })
      if (order !== null) list.push({ day: days[session]!, leg, ...order })
    }
  }
  return list
}

function orderAt(plan: LedgerPlan, { trades }: Ledger, { trade, holding }: { trade: number; holding: number }): Order | null {
  const width = plan.prices.length
  const session = trades.session[trade]!
  const price = plan.prices[holding]![session]!
  const before = trade === 0 ? 0 : trades.units[(trade - 1) * width + holding]!
  const units = trades.units[trade * width + holding]! - before
  const value = units * price
  const smallest = smallestOrderShare * trades.valueBefore[trade]!
  if (Math.abs(value) <= smallest) return null
  const stage = plan.stages.findLast(({ from }) => from <= session)!
  const isCounted = Math.abs(stage.targets[holding]! * trades.valueBefore[trade]! - before * price) > smallest
  const costs = isCounted ? plan.costs : { ...plan.costs, perOrder: 0 }
  return { units, price, value, cost: orderCost(costs, { value, price }) }
}

type Order = Pick<Trade, 'units' | 'price' | 'value' | 'cost'>
