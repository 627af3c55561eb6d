import type { Returns } from '@portofino/optimizer'
import { returnsFromPrices } from '@portofino/optimizer'
import { instrumentKey } from '@portofino/strategy'
import { firstOnOrAfter } from '../grid/sorted-days.ts'
import { percentNumber } from '../plan/percent.ts'
import type { RunPlan } from '../plan/run-plan.ts'
import { targetWeights } from '../plan/target-weights.ts'

/** The instruments of a command as an optimizer sees them. */
export interface LegReturns {
  /** As the command names them; shape [n]. */
  assets: string[]
  sides: ('L' | 'S')[]
  /** Signed, as the command has them; shape [n]. */
  written: Float64Array
  /** Between sessions on which all their markets were open; a missing price leaves a gap. */
  returns: Returns
  /** Of the benchmark, where it is one instrument; shape [t]. */
  market: Float64Array | null
  /** A yearly fraction: as written, or the mean of the yields; null where the command has none. */
  riskFree: number | null
}

/** Returns of the legs; cash is none of them, and nothing is carried over days without a price. */
export function legReturns(run: RunPlan): LegReturns {
  const { portfolio, priced } = run
  const weights = targetWeights(portfolio)
  const legs = portfolio.legs.flatMap(({ subject, side }, leg) =>
    subject.kind === 'cash' ? [] : [{ key: instrumentKey(subject), side, weight: weights[leg]! }],
  )
  const assets = legs.map(({ key }) => key)
  const days = sharedSessions(run, assets)
  const bench = portfolio.options.bench?.value
  const table = (keys: readonly string[]): Returns => {
    const data = closesOn(days, keys, priced)
    const returns = returnsFromPrices({ kind: 'prices', t: days.length, n: keys.length, data, assets: [...keys] })
    keys.forEach((key, asset) => writeSettlement(returns, asset, { run, days, key }))
    return returns
  }
  return {
    assets,
    sides: legs.map(({ side }) => side),
    written: Float64Array.from(legs, ({ weight }) => weight),
    returns: table(assets),
    market: bench?.kind === 'instrument' ? table([instrumentKey(bench)]).data : null,
    riskFree: riskFreeOf(run),
  }
}

function sharedSessions({ days, priced }: RunPlan, keys: readonly string[]): Int32Array {
  const openings = keys.map((key) => priced.get(key)!.column.open).filter((open) => open !== null)
  return days.filter((_, session) => openings.every((open) => open[session] === 1))
}

function closesOn(days: Int32Array, keys: readonly string[], priced: RunPlan['priced']): Float64Array {
  const closes = new Float64Array(days.length * keys.length).fill(NaN)
  keys.forEach((key, asset) => {
    const { adjusted } = priced.get(key)!.subject.history
    days.forEach((day, row) => {
      const at = firstOnOrAfter(adjusted.days, day)
      if (adjusted.days[at] === day) closes[row * keys.length + asset] = adjusted.closes[at]!
    })
  })
  return closes
}

/** What a delisting paid is the last return, also where it paid nothing. */
function writeSettlement(
  { n, data }: Returns,
  asset: number,
  { run, days, key }: { run: RunPlan; days: Int32Array; key: string },
): void {
  const { settlement } = run.priced.get(key)!.column
  if (settlement === null) return
  const row = days.indexOf(run.days[settlement.session]!) - 1
  if (row >= 0) data[row * n + asset] = settlement.delisting.return
}

function riskFreeOf({ portfolio, priced }: RunPlan): number | null {
  const written = portfolio.options.rf?.value
  if (written === undefined) return null
  if (written.kind === 'rate') return percentNumber(written.percent)
  const { closes } = priced.get(instrumentKey(written))!.column
  return closes.reduce((total, percent) => total + percent / 100, 0) / closes.length
}
