import type { OutcomeDocument } from '@portofino/optimizer'
import { percent } from '../terminal/numbers.ts'
import { conflictInWords, limitMend } from './limits-in-words.ts'
import { viewsInConflict } from './written-views.ts'
import { percentText } from './written-numbers.ts'

export interface Asked {
  assets: readonly string[]
  /** The JSON form of a question whose numbers were written as percentages; null for one from a file, which has fractions. */
  written: Readonly<Record<string, unknown>> | null
}

type Status = OutcomeDocument['status']
type Words<Each extends Status> = (outcome: Extract<OutcomeDocument, { status: Each }>, asked: Asked) => string | null

const ratios: readonly unknown[] = ['max_sharpe', 'target_sharpe']

const words: { [Each in Status]: Words<Each> } = {
  optimal: (outcome) =>
    'implied' in outcome && outcome.implied ? `The views imply no weights: ${outcome.implied.explanation}.` : null,
  infeasible: (outcome, { assets, written }) => {
    if (written === null) return outcome.explanation
    if ('views' in outcome) return viewsInConflict(outcome, written)
    const mend = limitMend(outcome.conflict, assets)
    return [conflictInWords(outcome.conflict), ...(mend === null ? [] : [mend])].join(' ')
  },
  unreachable: ({ target, range }, { written }) => {
    const isRate = written !== null && written['objective'] !== 'target_sharpe'
    const wanted = isRate ? percentText(target) : figure(target)
    const reached = rangeInWords(range, isRate ? (rate) => `${figure(rate * 100)}%` : figure)
    return `No allowed weights reach ${wanted}; ${reached}. Below is what comes nearest.`
  },
  no_tangency: ({ risk_free: rate, best_return: earned, best_assets: best }, { assets }) =>
    earned === null
      ? 'No allowed portfolio has a highest Sharpe ratio: the more risk, the closer to one that none has. --fallback answers with the least volatility.'
      : `No allowed portfolio earns more than the risk-free rate of ${percent(rate)}, so that none has a highest Sharpe ratio: the best` +
        `${best.length === 0 ? '' : `, ${best.map((asset) => assets[asset]).join(', ')},`} earns ${percent(earned)}. --fallback answers with the least volatility.`,
  unbounded: ({ ray }, { written }) =>
    ray.every((weight) => weight === 0) || ratios.includes(written?.['objective'])
      ? 'More than the risk-free rate can be earned without any risk, so that no Sharpe ratio is highest.'
      : 'The objective improves without end: what is allowed may grow for ever. Add --gross, --budget or other limits.',
  ill_conditioned: (outcome) => {
    const reason = 'explanation' in outcome ? outcome.explanation : 'the assets move too nearly together'
    return `Double precision cannot tell the optimum: ${reason}. Another --risk model may help.`
  },
  step_limit: ({ steps }) => `The search was given up after ${steps} steps.`,
  zero_variance: noAnswer,
  riskless: noAnswer,
  too_few_rows: noAnswer,
  node_limit: ({ gap }) => `The closest found; another could be closer by ${gap} at most.`,
}

/** Why there is no optimum, in a sentence or two; null where there is one. */
export function failureInWords<Each extends Status>(
  outcome: Extract<OutcomeDocument, { status: Each }>,
  asked: Asked,
): string | null {
  const inWords: Words<Each> = words[outcome.status]
  return inWords(outcome, asked)
}

function noAnswer({ explanation }: { explanation: string }): string {
  return `There is no answer: ${explanation}.`
}

function rangeInWords([least, most]: readonly [number | null, number | null], text: (value: number) => string): string {
  if (least === null) return `what can be reached ${most === null ? 'has no end' : `ends at ${text(most)}`}`
  if (most === null) return `what can be reached begins at ${text(least)}`
  const [from, to] = [text(least), text(most)]
  return from === to ? `only ${from} can be reached` : `what can be reached lies from ${from} to ${to}`
}

/** A target may be a rate or a ratio; both read well with four digits. */
function figure(value: number): string {
  return String(Number(value.toPrecision(4)))
}
