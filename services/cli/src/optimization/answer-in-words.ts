import type { OutcomeDocument } from '@portofino/optimizer'
import { percent } from '../terminal/numbers.ts'

type Status = OutcomeDocument['status']
type Words<Each extends Status> = (
  outcome: Extract<OutcomeDocument, { status: Each }>,
  assets: readonly string[],
) => string | null

const words: { [Each in Status]: Words<Each> } = {
  optimal: (outcome) =>
    'implied' in outcome && outcome.implied ? `The views imply no weights: ${outcome.implied.explanation}.` : null,
  infeasible: ({ explanation }) => explanation,
  unreachable: ({ target, range }) =>
    `No allowed weights reach ${figure(target)}; what can be reached ${rangeInWords(range)}. Below is what comes nearest.`,
  no_tangency: ({ risk_free: rate, best_return: earned, best_assets: best }, assets) =>
    `No allowed portfolio earns more than the rate of ${percent(rate)}, so that none has a highest Sharpe ratio: the best` +
    `${best.length === 0 ? '' : `, ${best.map((asset) => assets[asset]).join(', ')},`} earns ${percent(earned)}. --fallback answers with the least volatility.`,
  unbounded: () =>
    'The objective improves without end: what is allowed may grow for ever. Add --gross, --budget or other limits.',
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
  assets: readonly string[],
): string | null {
  const inWords: Words<Each> = words[outcome.status]
  return inWords(outcome, assets)
}

function noAnswer({ explanation }: { explanation: string }): string {
  return `There is no answer: ${explanation}.`
}

function rangeInWords([least, most]: readonly [number, number]): string {
  if (most === Infinity) return `begins at ${figure(least)}`
  if (least === -Infinity) return `ends at ${figure(most)}`
  return `lies from ${figure(least)} to ${figure(most)}`
}

/** A target may be a rate or a ratio; both read well with four digits. */
function figure(value: number): string {
  return String(Number(value.toPrecision(4)))
}
