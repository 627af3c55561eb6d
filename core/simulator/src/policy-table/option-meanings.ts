import { isoDate } from '@portofino/market'
import { sum } from '@portofino/numeric'
import { optionValueInWords, printOption } from '@portofino/strategy'
import type { OptionKey, Rate, RiskFree } from '@portofino/strategy'
import { runCurrency } from './policy-facts.ts'
import type { PolicyFacts } from './policy-facts.ts'

/** One sentence for each option: what it did in this run. */
export const optionMeanings: Readonly<Record<OptionKey, (facts: PolicyFacts) => string>> = {
  rebalance: rebalancing,
  cost,
  slip,
  bench: benchmark,
  capital: ({ run }) => `The run began with ${money(run.capital, runCurrency(run))}.`,
  rf: ({ run }) => `Ratios count only the return above ${riskFreeInWords(run.portfolio.options.rf?.value)}.`,
  cash,
  gross,
  norm: ({ run }) =>
    run.portfolio.options.norm === undefined
      ? 'Weights were used as written.'
      : 'All weights were scaled by one factor, sides ignored.',
  late,
  borrow: ({ run }) => rateMeaning(run.portfolio.options.borrow?.value, 'Borrowing shares to sell them short costs'),
  margin: ({ run }) => rateMeaning(run.portfolio.options.margin?.value, 'Borrowing cash costs'),
}

function rebalancing({ run, trades }: PolicyFacts): string {
  const rule = run.portfolio.options.rebalance?.value
  const sessions = new Set(trades.map(({ day }) => day).filter((day) => day !== run.days[0])).size
  if (rule === undefined) return leftAlone(sessions)
  const due = optionValueInWords('rebalance', printOption('rebalance', rule))
  return `All legs go back to target ${due}; after the first purchase, ${counted(sessions, 'session')} had trades.`
}

/** A late leg brings all legs to target at its first close. */
function leftAlone(sessions: number): string {
  if (sessions === 0) return 'The legs were bought once and left alone.'
  return `The legs were bought and left alone, but for ${counted(sessions, 'session')} on which a late leg joined them.`
}

function cost({ run, trades }: PolicyFacts): string {
  const { cost: fees, slip: slippage } = run.portfolio.options
  if (fees === undefined) return 'No fees were paid.'
  const included = slippage === undefined ? '' : ', slippage included'
  return `${counted(trades.length, 'trade')} paid ${printOption('cost', fees.value)}: ${totalCost(run, trades)} in all${included}.`
}

function slip({ run, trades }: PolicyFacts): string {
  const { cost: fees, slip: slippage } = run.portfolio.options
  if (slippage === undefined) return 'Trades were filled at the close.'
  const worse = `Trades were filled ${printOption('slip', slippage.value)} worse than the close`
  return fees === undefined ? `${worse}, which cost ${totalCost(run, trades)} in all.` : `${worse}, counted among the costs.`
}

function totalCost(run: PolicyFacts['run'], trades: PolicyFacts['trades']): string {
  return money(sum(trades.map((trade) => trade.cost)), runCurrency(run))
}

function benchmark({ run }: PolicyFacts): string {
  const { bench, rebalance } = run.portfolio.options
  if (bench === undefined) return 'Nothing was compared.'
  const label = printOption('bench', bench.value)
  if (bench.value.kind === 'instrument') return `The run is compared with ${label}, matched by date.`
  const following = rebalance === undefined ? 'left alone' : 'rebalanced'
  return `The run is compared with ${label}, ${following} like the portfolio: with the same interest and borrowing fees, but no trading costs.`
}

function cash({ run }: PolicyFacts): string {
  const policy = run.portfolio.options.cash?.value
  const earnings = policy === undefined || isZero(policy.rate) ? 'earns nothing' : `earns ${rateInWords(policy.rate)}`
  return policy?.rest ? `Whatever the legs leave is cash; it ${earnings}.` : `Cash ${earnings}.`
}

function gross({ run }: PolicyFacts): string {
  const options = run.portfolio.options
  const total = `${options.gross?.value ?? '100'}%`
  if (options.norm !== undefined) return `Weights were scaled to add up to ${total}, sides ignored.`
  return options.cash?.value.rest
    ? `Weights add up to at most ${total}, sides ignored.`
    : `Weights add up to ${total}, sides ignored.`
}

function late({ run }: PolicyFacts): string {
  const { startMovedBy, from } = run.period
  if (startMovedBy !== null) return `The run starts on ${isoDate(from)}, before which ${startMovedBy} has no price.`
  const lateLegs = run.legs.filter(({ listed }) => listed > 0).map(({ instrument }) => instrument?.symbol)
  if (lateLegs.length === 0) return 'Every leg has a price at the first session.'
  const held = run.portfolio.options.late?.value === 'spread' ? 'went to the other legs' : 'was cash'
  return `Until its first price, the weight of ${lateLegs.join(', ')} ${held}.`
}

function riskFreeInWords(riskFree: RiskFree | undefined): string {
  if (riskFree === undefined) return '0% a year'
  return riskFree.kind === 'rate'
    ? `${riskFree.percent}% a year`
    : `the yield that ${printOption('rf', riskFree)} had the session before`
}

function rateMeaning(rate: Rate | undefined, subject: string): string {
  return `${subject} ${rate === undefined || isZero(rate) ? 'nothing' : rateInWords(rate)}.`
}

function rateInWords({ percent, overRiskFree }: Rate): string {
  if (!overRiskFree) return `${percent}% a year`
  if (percent === '0') return 'the risk-free rate'
  return percent.startsWith('-') ? `the risk-free rate less ${percent.slice(1)}%` : `the risk-free rate plus ${percent}%`
}

function isZero({ percent, overRiskFree }: Rate): boolean {
  return percent === '0' && !overRiskFree
}

/** Two decimals where it is no whole number. */
function money(amount: number, currency: string): string {
  return `${Number.isInteger(amount) ? amount : amount.toFixed(2)} ${currency}`
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}
