import type { ObjectiveName } from '@portofino/optimizer'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { OptionUsage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import { limitOptions } from './limit-options.ts'
import { numberAboveZero, numberOf, optional, percentOf, percentsByAsset, percentText, sizeOf } from './written-numbers.ts'
import { viewsOf } from './written-views.ts'

interface Objective {
  wire: ObjectiveName
  /** What it is, for the help and above its result. */
  meaning: string
  needs: readonly string[]
  takes: readonly string[]
  /** Whether limits hold for it. */
  limited: boolean
}

const whole = { needs: [], takes: [], limited: true } as const
const rule = { needs: [], takes: [], limited: false } as const

/** By the name that people write. */
export const objectives: Readonly<Record<string, Objective>> = {
  'max-sharpe': { ...whole, wire: 'max_sharpe', meaning: 'highest Sharpe ratio', takes: ['fallback'] },
  'min-volatility': { ...whole, wire: 'min_volatility', meaning: 'least volatility' },
  'efficient-return': {
    ...whole,
    wire: 'efficient_return',
    meaning: 'least volatility for a return',
    needs: ['target-return'],
    takes: ['exactly'],
  },
  'efficient-risk': {
    ...whole,
    wire: 'efficient_risk',
    meaning: 'highest return for a volatility',
    needs: ['target-volatility'],
    takes: ['exactly'],
  },
  'max-utility': {
    ...whole,
    wire: 'max_utility',
    meaning: 'highest return less half the risk aversion times the variance',
    needs: ['risk-aversion'],
  },
  'target-sharpe': {
    ...whole,
    wire: 'target_sharpe',
    meaning: 'efficient with a given Sharpe ratio',
    needs: ['target-sharpe'],
    takes: ['root'],
  },
  'min-tracking-error': {
    ...whole,
    wire: 'min_tracking_error',
    meaning: 'closest to the weights as written, or to equal ones',
    takes: ['min-return'],
  },
  'risk-parity': { ...rule, wire: 'risk_budgeting', meaning: 'equal, or given, shares of the risk', takes: ['budgets'] },
  hrp: { ...rule, wire: 'hrp', meaning: 'hierarchical risk parity', takes: ['linkage'] },
  'inverse-volatility': { ...rule, wire: 'inverse_volatility', meaning: 'weights by inverse volatility' },
  'inverse-variance': { ...rule, wire: 'inverse_variance', meaning: 'weights by inverse variance' },
  'equal-weight': { ...rule, wire: 'equal_weight', meaning: 'the same weight for each' },
  'black-litterman': { ...rule, wire: 'black_litterman', meaning: 'weights that views imply', needs: ['views'], takes: ['tau'] },
}

/** Whatever belongs to one objective. */
export const objectiveOptions: readonly OptionUsage[] = [
  {
    name: 'objective',
    value: 'NAME',
    meaning: `what is wanted, max-sharpe by default: ${Object.entries(objectives)
      .map(([name, { meaning }]) => `${name} (${meaning})`)
      .join(', ')}`,
    choices: Object.keys(objectives),
  },
  { name: 'target-return', value: 'RATE', meaning: 'for efficient-return: at least so much a year, such as 12%' },
  { name: 'target-volatility', value: 'RATE', meaning: 'for efficient-risk: at most so much a year, such as 15%' },
  { name: 'exactly', meaning: 'for both: so much, neither more nor less' },
  { name: 'risk-aversion', value: 'NUMBER', meaning: 'for max-utility: above 0; 1 is bold, 10 careful' },
  { name: 'target-sharpe', value: 'NUMBER', meaning: 'for target-sharpe: the ratio, such as 0.5' },
  {
    name: 'root',
    value: 'WHICH',
    meaning: 'for target-sharpe: lower (less risk; the default), higher, or both',
    choices: ['lower', 'higher', 'both'],
  },
  { name: 'fallback', meaning: 'for max-sharpe: least volatility where nothing earns more than the risk-free rate' },
  { name: 'min-return', value: 'RATE', meaning: 'for min-tracking-error: earn at least so much a year' },
  { name: 'budgets', value: 'SHARES', meaning: 'for risk-parity: shares of the risk, AAPL=50%,*=10%, together 100%' },
  {
    name: 'linkage',
    value: 'NAME',
    meaning: 'for hrp: how clusters are compared: single (the default), complete, average, ward',
    choices: ['single', 'complete', 'average', 'ward'],
  },
  {
    name: 'views',
    value: 'LIST',
    meaning:
      "for black-litterman: 'AAPL=12%,MSFT>KO=3%@60%', a return, or by how much one beats another, with a confidence; they change the returns that --returns estimates, by default those of the period, or with equilibrium what the weights as written imply",
  },
  { name: 'tau', value: 'NUMBER', meaning: 'for black-litterman: uncertainty of the prior, 0.05 by default' },
]

const ofObjectives = objectiveOptions.map(({ name }) => name).filter((name) => name !== 'objective')

/** The objective that is asked for. Throws `WrongUse` when an option is missing, or belongs to another. */
export function chosenObjective(given: Arguments, command: string): Objective & { name: string } {
  const name = given.value('objective') ?? 'max-sharpe'
  const objective = objectives[name]!
  const missing = objective.needs.find((option) => !given.has(option))
  if (missing !== undefined) throw new WrongUse(`--objective ${name} needs --${missing}`, command)
  const own = [...objective.needs, ...objective.takes]
  const strange = ofObjectives.find((option) => given.has(option) && !own.includes(option))
  if (strange !== undefined) {
    const users = Object.keys(objectives).filter((each) =>
      [...objectives[each]!.needs, ...objectives[each]!.takes].includes(strange),
    )
    throw new WrongUse(`--${strange} goes with --objective ${users.join(' or ')}, not with ${name}`, command)
  }
  const limit = limitOptions.find((option) => given.has(option.name))
  if (!objective.limited && limit !== undefined) {
    throw new WrongUse(`--${limit.name} is no limit that ${name} can keep; it is a rule, not an optimum`, command)
  }
  return { ...objective, name }
}

/** Shares of the risk: each above 0%, together 100%. */
function budgetsOf(text: string, assets: readonly string[], place: { option: string; command: string }): number[] {
  const shares = percentsByAsset(text, assets, place).map((share) => share ?? 0)
  const none = shares.findIndex((share) => share <= 0)
  if (none >= 0) {
    throw new WrongUse(`--budgets needs a share above 0% for ${assets[none]}; leave it out of the command instead`, place.command)
  }
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (Math.abs(total - 1) <= 1e-9) return shares
  throw new WrongUse(`--budgets needs shares that add up to 100%, got ${percentText(total)}`, place.command)
}

/** The parameters of the JSON form. */
export function paramsOf(given: Arguments, assets: readonly string[], command: string): Record<string, unknown> {
  const read = <Value>(option: string, by: (text: string, place: { option: string; command: string }) => Value) =>
    optional(given, { option, command }, by)
  const exactly = given.has('exactly') ? 'equal' : undefined
  const written = {
    target_return: read('target-return', percentOf),
    target_volatility: read('target-volatility', sizeOf),
    sense: exactly,
    risk_aversion: read('risk-aversion', numberAboveZero),
    target: read('target-sharpe', numberOf),
    root: given.value('root') ?? undefined,
    fallback: given.has('fallback') ? 'min_volatility' : undefined,
    min_return: read('min-return', percentOf),
    budgets: read('budgets', (text, place) => budgetsOf(text, assets, place)),
    linkage: given.value('linkage') ?? undefined,
    views: read('views', (text, place) => viewsOf(text, assets, place)),
    tau: read('tau', numberAboveZero),
  }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined))
}
