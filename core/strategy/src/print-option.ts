import { instrumentKey } from './instrument-key.ts'
import { printBasket } from './print-leg.ts'
import type { Benchmark, CashPolicy, Cost, Option, Options, Rate, RebalanceRule, RiskFree, RulePart } from './tree.ts'

export type OptionKey = keyof Options

/** What each option holds, without its place in the text. */
export type OptionValues = { [Key in OptionKey]-?: NonNullable<Options[Key]>['value'] }

type OptionByKey = { [Key in OptionKey]?: Option<OptionValues[Key]> }
type Printers = { readonly [Key in OptionKey]: (value: OptionValues[Key]) => string }

const printers: Printers = {
  rebalance: printRule,
  cost: printCost,
  slip: (basisPoints) => `${basisPoints}bps`,
  bench: printBenchmark,
  capital: (amount) => amount,
  rf: printRiskFree,
  cash: printCashPolicy,
  gross: (percent) => `${percent}%`,
  norm: (state) => state,
  late: (policy) => policy,
  borrow: printRate,
  margin: printRate,
}

/** The keys of Level 1 in canonical order. */
export const optionKeys: readonly OptionKey[] = [
  'rebalance',
  'cost',
  'slip',
  'bench',
  'capital',
  'rf',
  'cash',
  'gross',
  'norm',
  'late',
  'borrow',
  'margin',
]

/** Whether a word is a key of Level 1. */
export function isOptionKey(word: string): word is OptionKey {
  return optionKeys.some((key) => key === word)
}

/**
 * The canonical text of one option's value, without its key.
 *
 * ```ts
 * assert.equal(printOption('rebalance', [{ kind: 'calendar', every: 'monthly', anchor: 'start' }]), 'monthly@start')
 * assert.equal(printOption('cost', { bps: '5', perOrder: '1', perShare: null }), '5bps+$1')
 * ```
 */
export function printOption<Key extends OptionKey>(key: Key, value: OptionValues[Key]): string {
  return printers[key](value)
}

/** Every option that is set, as `key=value`, in canonical order. */
export function printOptions(options: Options): string[] {
  return optionKeys.filter((key) => options[key] !== undefined).map((key) => `${key}=${printSetOption(key, options)}`)
}

function printSetOption<Key extends OptionKey>(key: Key, options: Pick<OptionByKey, Key>): string {
  const option: Option<OptionValues[Key]> | undefined = options[key]
  return option === undefined ? '' : printOption(key, option.value)
}

function printRule(rule: RebalanceRule): string {
  return rule.map(printRulePart).join('+')
}

function printRulePart(part: RulePart): string {
  if (part.kind === 'every') return `every(${part.sessions}d)`
  if (part.kind === 'calendar') return part.anchor === 'end' ? part.every : `${part.every}@${part.anchor}`
  const limits = [part.absolute === null ? [] : `${part.absolute}%`, part.relative === null ? [] : `rel=${part.relative}%`]
  return `band(${limits.flat().join(',')})`
}

function printCost({ bps, perOrder, perShare }: Cost): string {
  const parts = [
    bps === null ? [] : `${bps}bps`,
    perOrder === null ? [] : `$${perOrder}`,
    perShare === null ? [] : `$${perShare}/sh`,
  ]
  return parts.flat().join('+')
}

function printBenchmark(benchmark: Benchmark): string {
  return benchmark.kind === 'basket' ? printBasket(benchmark.legs) : instrumentKey(benchmark)
}

function printRiskFree(riskFree: RiskFree): string {
  return riskFree.kind === 'rate' ? `${riskFree.percent}%` : instrumentKey(riskFree)
}

function printCashPolicy({ rest, rate }: CashPolicy): string {
  if (!rest) return printRate(rate)
  return isZero(rate) ? 'rest' : `rest,${printRate(rate)}`
}

function printRate({ percent, overRiskFree }: Rate): string {
  if (!overRiskFree) return `${percent}%`
  if (percent === '0') return 'rf'
  return percent.startsWith('-') ? `rf${percent}%` : `rf+${percent}%`
}

function isZero({ percent, overRiskFree }: Rate): boolean {
  return percent === '0' && !overRiskFree
}
