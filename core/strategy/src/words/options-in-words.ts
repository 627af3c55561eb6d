import type { CashPolicy, Cost, LatePolicy, Options, Rate } from '../tree.ts'
import { instrumentInWords, legsInWords } from './legs-in-words.ts'
import type { Names } from './legs-in-words.ts'
import { listInWords } from './list-in-words.ts'

/** What the words need to know about the run. */
export interface WordSources {
  names: Names | undefined
  /** ISO 4217; null when unknown. */
  currency: string | null
}

/** One sentence for each option that is set, the rebalancing rule excepted: it belongs to the first sentence. */
export function optionsInWords(options: Options, sources: WordSources): string[] {
  const { capital, bench } = options
  const sentences = [
    capital === undefined ? '' : `Start with ${money(capital.value, sources.currency)}.`,
    tradesInWords(options, sources),
    bench === undefined ? '' : `Compare with ${benchmarkInWords(bench.value, sources.names)}.`,
    ...ratesInWords(options, sources.names),
    ...weightsInWords(options),
  ]
  return sentences.filter((sentence) => sentence !== '')
}

function benchmarkInWords(benchmark: NonNullable<Options['bench']>['value'], names: Names | undefined): string {
  if (benchmark.kind === 'instrument') return instrumentInWords(benchmark, names)
  return `a basket that would ${legsInWords(benchmark.legs, names)}`
}

function tradesInWords({ cost, slip }: Options, { currency }: WordSources): string {
  const costs = cost === undefined ? [] : costParts(cost.value, currency)
  if (slip !== undefined) costs.push(`${slip.value} bps of slippage`)
  return costs.length === 0 ? '' : `Each trade costs ${listInWords(costs)}.`
}

function costParts({ bps, perOrder, perShare }: Cost, currency: string | null): string[] {
  const parts = [
    bps === null ? [] : `${bps} bps of its value`,
    perOrder === null ? [] : `${money(perOrder, currency)} per order`,
    perShare === null ? [] : `${money(perShare, currency)} per share`,
  ]
  return parts.flat()
}

function ratesInWords({ rf, cash, borrow, margin }: Options, names: Names | undefined): string[] {
  const yields = rf?.value.kind === 'instrument' ? `follows the yield of ${instrumentInWords(rf.value, names)}` : null
  const fixed = rf?.value.kind === 'rate' ? `is ${rf.value.percent}% a year` : null
  return [
    rf === undefined ? '' : `The risk-free rate ${yields ?? fixed}.`,
    cash === undefined ? '' : cashInWords(cash.value),
    borrow === undefined ? '' : `Borrowing what is sold short costs ${rateInWords(borrow.value)}.`,
    margin === undefined ? '' : `Borrowed cash costs ${rateInWords(margin.value)}.`,
  ]
}

function cashInWords({ rest, rate }: CashPolicy): string {
  const earnsNothing = rate.percent === '0' && !rate.overRiskFree
  if (!rest) return `Cash earns ${rateInWords(rate)}.`
  return `What the weights leave stays in cash${earnsNothing ? '' : `, which earns ${rateInWords(rate)}`}.`
}

function rateInWords({ percent, overRiskFree }: Rate): string {
  if (!overRiskFree) return `${percent}% a year`
  if (percent === '0') return 'the risk-free rate'
  return percent.startsWith('-') ? `the risk-free rate less ${percent.slice(1)}%` : `the risk-free rate plus ${percent}%`
}

const lateInWords: Readonly<Record<LatePolicy, string>> = {
  clip: 'Start when every leg has a price.',
  cash: 'Hold cash in place of a leg that lists later, until it does.',
  spread: 'Spread the weight of a leg that lists later over the others, until it does.',
  error: 'Refuse to run when a leg lists later.',
}

function weightsInWords({ gross, norm, late }: Options): string[] {
  const sum = `${gross?.value ?? '100'}%`
  const total = gross === undefined ? '' : `Weights add up to ${sum} of the capital.`
  return [
    norm === undefined ? total : `Weights are scaled to add up to ${sum}.`,
    late === undefined ? '' : lateInWords[late.value],
  ]
}

/** `100,000 USD`, `0.005 USD`; without a known currency only the number. */
function money(amount: string, currency: string | null): string {
  const [whole = '', decimals] = amount.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const number = decimals === undefined ? grouped : `${grouped}.${decimals}`
  return currency === null ? number : `${number} ${currency}`
}
