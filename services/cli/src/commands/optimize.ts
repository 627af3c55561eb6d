import { MarketDataError } from '@portofino/market-data'
import { OptimizerInputError, type OutcomeDocument } from '@portofino/optimizer'
import { commandOutcome, wholeShares, type WholeSharesDocument } from '@portofino/simulator'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { askedQuestion, type Question } from '../optimization/asked-question.ts'
import { estimateOptions } from '../optimization/estimate-options.ts'
import { limitOptions } from '../optimization/limit-options.ts'
import { chosenObjective, objectiveOptions, paramsOf } from '../optimization/objective-options.ts'
import { answerProblemFile, faultDocument } from '../optimization/problem-file.ts'
import { type ShareOrder, shareOptions, shareOrderOf } from '../optimization/share-options.ts'
import type { Surroundings } from '../surroundings.ts'
import { plain } from '../terminal/printable.ts'
import { dataOption, dialectOption } from './command-options.ts'
import { complainAbout, failedDocument, faultyDocument } from './faults.ts'

const name = 'optimize'

const usage: Usage = {
  name,
  form: '"SYMBOLS PERIOD" [options]',
  summary:
    'Finds the weights that answer an objective exactly, with the proof; expected returns and risks are estimated from the prices of the period.',
  details: [
    'Write the instruments and the period as in a command of simulate, with weights or without: of a leg with L weights from 0% to 100% are sought, with S from -100% to 0%. Weights that are written, or else equal ones, are shown beside the answer; --turnover, --cost and min-tracking-error count from them. Return and Sharpe ratio are before costs.',
    'With --problem nothing is estimated: the file holds the JSON form of a problem, described in core/optimizer/README.md, and the outcome is printed as one JSON document; of a .jsonl file, or of lines from standard input, each is a problem of its own and gives one line.',
  ],
  options: [
    ...objectiveOptions,
    ...limitOptions,
    ...estimateOptions,
    ...shareOptions,
    { name: 'json', meaning: 'print one JSON document with full precision instead' },
    { name: 'show-problem', meaning: 'print the problem in its JSON form, to keep or change, instead of solving it' },
    {
      name: 'problem',
      value: 'FILE',
      meaning: 'answer the JSON form of a problem; .jsonl holds one a line; - is standard input, with one document or one a line',
    },
    dataOption,
    dialectOption,
  ],
  examples: [
    'portofino optimize "AAPL MSFT KO XOM 2015 2022" --risk-free 2% --max 40%',
    'portofino optimize "AAPL KO XOM 2015 2022" --objective risk-parity --risk oas',
    "portofino optimize 'AAPL-L-50% KO-L-50% 2015 2022 rf=1%' --turnover 30% --json",
    'portofino optimize "AAPL KO XOM 2015 2022" --objective hrp --value 10000',
    'portofino optimize --problem fixtures/optimizer/problems.jsonl',
  ],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const file = given.value('problem')
  if (file !== null) {
    refuseBeside(given)
    return answerProblemFile({ file, command: name }, surroundings)
  }
  if (given.positionals.length === 0) {
    throw new WrongUse('no instruments given; write them and a period in quotes, or use --problem', name)
  }
  const { wire, limited } = chosenObjective(given, name)
  shareOrderOf(given, name)
  try {
    const question = await askedQuestion({
      given,
      surroundings,
      command: name,
      limited,
      ask: (assets) => ({ objective: wire, params: paramsOf(given, assets, name) }),
    })
    if (question.kind === 'question') return await deliver(question, given, surroundings)
    const { text, diagnostics } = question
    if (given.has('json')) surroundings.printDocument(await faultyDocument(text, diagnostics))
    complainAbout({ text, diagnostics, place: null }, surroundings)
    return exitCode.faultyCommand
  } catch (fault) {
    return refused(fault, given, surroundings)
  }
}

function refuseBeside(given: Arguments): void {
  if (given.positionals.length > 0) throw new WrongUse('instruments and --problem exclude each other; give one of them', name)
  const share = shareOptions.find((option) => given.has(option.name))
  if (share !== undefined) {
    throw new WrongUse(`--${share.name} goes with instruments; in a file discrete_allocation is an objective of its own`, name)
  }
  const other = usage.options.find((option) => option.name !== 'problem' && option.name !== 'json' && given.has(option.name))
  if (other !== undefined) throw new WrongUse(`--${other.name} is part of the file with --problem; write it there`, name)
}

/** What the estimates or the solver cannot take is the command's fault. */
export function refused(fault: unknown, given: Arguments, { printDocument, complain }: Surroundings): number {
  const text = given.positionals.join(' ')
  if (given.has('json') && fault instanceof MarketDataError) printDocument(failedDocument(text, fault))
  if (!(fault instanceof OptimizerInputError)) throw fault
  if (given.has('json')) printDocument({ command: text, status: 'faulty', error: faultDocument(fault) })
  complain([`portofino: ${plain(fault.message)}`])
  return exitCode.faultyCommand
}

async function deliver(question: Question, given: Arguments, surroundings: Surroundings): Promise<number> {
  if (given.has('show-problem')) {
    surroundings.printDocument(question.document)
    return exitCode.done
  }
  using _ = surroundings.endAtOnce()
  const outcome = commandOutcome(question, question)
  const bought = sharesOf(outcome, question, shareOrderOf(given, name))
  if (given.has('json')) {
    surroundings.printDocument({ ...outcome, ...(bought === null ? {} : { whole_shares: bought }) })
    return exitCode.done
  }
  const { optimizationPage } = await import('../optimization/optimization-page.ts')
  const objective = chosenObjective(given, name)
  surroundings.print(optimizationPage({ question, outcome, bought, objective }, surroundings.screen))
  return exitCode.done
}

/** Of an answer; null where none is, or no money. */
function sharesOf(
  outcome: OutcomeDocument,
  { basis: { assets }, lastPrices: prices }: Question,
  order: ShareOrder | null,
): WholeSharesDocument | null {
  if (order === null || prices === null || outcome.status !== 'optimal') return null
  if (!('portfolio' in outcome) || outcome.portfolio === null) return null
  return wholeShares({ ...order, assets, prices, weights: outcome.portfolio.weights })
}

export const optimizeCommand: Command = { usage, run }
