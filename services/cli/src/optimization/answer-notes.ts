import type { OutcomeDocument, PortfolioDocument, Warning } from '@portofino/optimizer'
import { percent } from '../terminal/numbers.ts'
import type { Question } from './asked-question.ts'
import { percentText } from './written-numbers.ts'

/** What is traded and what it costs, where either was asked for; null elsewhere. */
export function tradeInWords(portfolio: PortfolioDocument | null, { document, estimates, writtenName }: Question): string | null {
  const hasCosts = 'costs' in document
  if (portfolio === null || !(hasCosts || 'turnover' in document)) return null
  const { weights, cost } = portfolio
  const traded = weights.reduce((total, weight, asset) => total + Math.abs(weight - estimates.written[asset]!), 0)
  const sentence = `Traded from ${weightsCalled(writtenName)}: ${percent(traded)}, buys and sales together`
  return hasCosts ? `${sentence}; that costs ${percent(cost)} a year. ${beforeCosts}` : `${sentence}.`
}

/** How far from the benchmark; null where that was not asked for. */
export function apartInWords(portfolio: PortfolioDocument | null, { writtenName }: Question): string | null {
  const error = portfolio?.tracking_error
  return error === undefined
    ? null
    : `Tracking error: ${percent(error)} a year, the volatility of what differs from ${weightsCalled(writtenName)}.`
}

export function weightsCalled(name: Question['writtenName']): string {
  return name === 'as written' ? 'the weights as written' : name
}

export const beforeCosts = 'Return and Sharpe ratio are before costs.'

/** What a reader of the answer should know. */
export function warningsOf(outcome: OutcomeDocument, question: Question): string[] {
  return [
    ...('warnings' in outcome ? outcome.warnings.map((warning) => warningInWords(warning, outcome.portfolio, question)) : []),
    ...('posterior' in outcome ? [viewsInWords(question)] : []),
    ...question.estimates.warnings.map(({ message }) => message),
  ]
}

/** With its numbers as they were written. */
function warningInWords(
  { code, message }: Warning,
  { volatility }: PortfolioDocument,
  { estimates, document }: Question,
): string {
  if (code === 'fallback' && estimates.risk_free !== null) {
    return `No Sharpe ratio is highest at a risk-free rate of ${percent(estimates.risk_free)}; these are the weights of least volatility.`
  }
  const cap = targetVolatility(document['params'])
  if (code !== 'slack_risk_cap' || volatility === null || cap === null) return message
  return `The best there is needs a volatility of ${percent(volatility)} only; the cap of ${percentText(cap)} does not bind.`
}

function targetVolatility(params: unknown): number | null {
  if (typeof params !== 'object' || params === null || !('target_volatility' in params)) return null
  return typeof params.target_volatility === 'number' ? params.target_volatility : null
}

function viewsInWords({ estimates: { returns }, writtenName }: Question): string {
  const market = weightsCalled(writtenName)
  const prior =
    returns === 'equilibrium'
      ? `The views change what a market of ${market} would expect.`
      : `The views change the returns estimated from the period, not those of a market in equilibrium, which --returns equilibrium takes from ${market}.`
  return `${prior} What they imply keeps to no limit and to no side of a leg. The figures of the answer are by the posterior, all others by the estimates, so that the answer may lie off the curve.`
}
