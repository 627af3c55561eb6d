import { type EstimateModels, returnModels, riskModels } from '@portofino/simulator'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { OptionUsage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import { numberOf } from './written-numbers.ts'

const dashed = (name: string): string => name.replaceAll('_', '-')
const returnChoices = returnModels.map(dashed)
const riskChoices = riskModels.map(dashed)

/** How returns and risks are estimated from prices. */
export const estimateOptions: readonly OptionUsage[] = [
  {
    name: 'risk-free',
    value: 'RATE',
    meaning: 'yearly risk-free rate for Sharpe ratios, such as 2%; else that of rf= in the command',
  },
  {
    name: 'returns',
    value: 'MODEL',
    meaning: `expected returns: ${returnChoices.join(', ')}; arithmetic by default`,
    choices: returnChoices,
  },
  { name: 'risk', value: 'MODEL', meaning: `covariance: ${riskChoices.join(', ')}; sample by default`, choices: riskChoices },
  { name: 'span', value: 'SESSIONS', meaning: 'how far the ewma models look back: weights fall by 2/(span + 1) a session' },
]

export function modelsOf(given: Arguments, command: string): EstimateModels {
  const span = given.value('span')
  const needsSpan = [given.value('returns'), given.value('risk')].includes('ewma')
  if (needsSpan !== (span !== null)) {
    throw new WrongUse(needsSpan ? 'the ewma models need --span, such as --span 60' : '--span goes with the ewma models', command)
  }
  return {
    returns: returnModels.find((name) => dashed(name) === given.value('returns')),
    risk: riskModels.find((name) => dashed(name) === given.value('risk')),
    span: span === null ? undefined : numberOf(span, { option: 'span', command }),
  }
}
