import { programPrices, resolvedText } from '@portofino/market-data'
import { OptimizerInputError } from '@portofino/optimizer'
import {
  commandOptimization,
  type CommandOptimization,
  type LastPrice,
  type OptimizationOrder,
  universeCommand,
} from '@portofino/simulator'
import { type Diagnostic, instrumentKey, print, type Program } from '@portofino/strategy'
import type { Arguments } from '../arguments/read-arguments.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import { givenDialect } from '../commands/command-options.ts'
import { openSource } from '../commands/data-source.ts'
import type { Surroundings } from '../surroundings.ts'
import { plain } from '../terminal/printable.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { modelsOf } from './estimate-options.ts'
import { lastPrices } from './last-prices.ts'
import { type Legs, limitsOf } from './limit-options.ts'
import { optional, percentOf } from './written-numbers.ts'

export type Question = Extract<CommandOptimization, { kind: 'question' }> & {
  /** Canonical. */
  command: string
  /** Of each asset. */
  names: string[]
  /** What the weights of the command are called: equal ones where none were written. */
  writtenName: 'as written' | 'equal weights'
  currency: string
  /** Of each asset, where whole shares are asked for. */
  lastPrices: LastPrice[] | null
}

export type AskedQuestion = Question | { kind: 'faulty'; text: string; diagnostics: Diagnostic[] }

export interface Asking {
  given: Arguments
  surroundings: Surroundings
  /** Of the command line's command. */
  command: string
  /** Objective and parameters, once the legs are known. */
  ask: (assets: readonly string[]) => Pick<OptimizationOrder, 'objective' | 'params'>
  /** Whether the objective keeps limits. */
  limited: boolean
}

/** From the words of a command and the options after it to a question with its estimates. Throws `MarketDataError` without prices. */
export async function askedQuestion(asking: Asking): Promise<AskedQuestion> {
  const { given, surroundings, command, ask, limited } = asking
  const models = modelsOf(given, command)
  const riskFree = optional(given, { option: 'risk-free', command }, percentOf)
  const text = universeCommand(given.positionals.join(' '))
  const { today, signal } = surroundings
  const source = await openSource(given.value('data'), { ...surroundings, command })
  const resolved = await resolvedText(text, { source, today, signal, dialect: givenDialect(given) })
  if (resolved.kind === 'faulty') return { ...resolved, text }
  const { program, catalog, diagnostics } = resolved
  const legs = legsOf(program)
  const order = {
    ...ask(legs.assets),
    ...(limited ? limitsOf(given, legs, command) : {}),
    ...(riskFree === undefined ? {} : { risk_free: riskFree }),
    estimates: models,
  }
  const bar = progressBar(surroundings)
  try {
    const prices = await programPrices(source, resolved, {
      signal,
      onProgress: (loaded, total) => bar.show(loaded / total, `prices ${loaded}/${total}`),
    })
    using _ = surroundings.endAtOnce()
    const question = withRate(() => commandOptimization({ program, ...prices, notes: diagnostics }, order), command)
    if (question.kind === 'faulty') return { ...question, text }
    needsRate(order, question, command)
    const { assets } = legs
    const newest = given.has('value') ? await lastPrices(source, prices, { assets, today, signal }) : null
    const names = assets.map((asset) => plain(catalog.find(asset.replace(/^.*:/, ''))[0]?.name ?? asset))
    const { currency } = prices.histories.get(assets[0]!)!.instrument
    return { ...question, command: print(program), names, writtenName: writtenName(program), currency, lastPrices: newest }
  } finally {
    bar.clear()
  }
}

function writtenName({ portfolios: [{ legs }] }: Program): Question['writtenName'] {
  return legs.every(({ weight }) => weight.kind === 'rest') ? 'equal weights' : 'as written'
}

function legsOf({ portfolios: [{ legs }] }: Program): Legs {
  const held = legs.flatMap(({ subject, side }) => (subject.kind === 'cash' ? [] : [{ asset: instrumentKey(subject), side }]))
  return { assets: held.map(({ asset }) => asset), sides: held.map(({ side }) => side) }
}

/** The models that start from the risk-free rate, told by the option that gives it. */
function withRate<Value>(ask: () => Value, command: string): Value {
  try {
    return ask()
  } catch (error) {
    if (!(error instanceof OptimizerInputError) || error.field !== 'risk_free') throw error
    throw new WrongUse(
      'the models capm and equilibrium start from the yearly risk-free rate: add --risk-free 2%, or rf=2% to the command',
      command,
    )
  }
}

/** A Sharpe ratio has no risk-free rate by default: zero would be a guess that nobody sees. */
function needsRate(
  { objective }: OptimizationOrder,
  { estimates }: { estimates: { risk_free: number | null } },
  command: string,
): void {
  if (!['max_sharpe', 'target_sharpe'].includes(objective) || estimates.risk_free !== null) return
  throw new WrongUse('a Sharpe ratio needs the yearly risk-free rate: add --risk-free 2%, or rf=2% to the command', command)
}
