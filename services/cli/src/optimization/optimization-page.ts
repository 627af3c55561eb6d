import type { OutcomeDocument, PortfolioDocument } from '@portofino/optimizer'
import { parseIsoDate } from '@portofino/market'
import type { WholeSharesDocument } from '@portofino/simulator'
import { noteList } from '../result/note-list.ts'
import { sectionLines } from '../result/section.ts'
import { hanging, padRight, tableLines, wrap } from '../terminal/layout.ts'
import { counted, decimal, missing, percent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { failureInWords } from './answer-in-words.ts'
import { apartInWords, tradeInWords, warningsOf, weightsCalled } from './answer-notes.ts'
import type { Question } from './asked-question.ts'
import { certificateLines } from './certificate-lines.ts'
import { measured, type Measured } from './frontier-curve.ts'
import { cornersOf, frontierSection } from './frontier-section.ts'
import { paragraph } from './paragraph.ts'
import { shareSection } from './share-section.ts'
import { weightsTable } from './weights-table.ts'

export interface OptimizationPageInput {
  question: Question
  outcome: OutcomeDocument
  /** Null where none are asked for. */
  bought: WholeSharesDocument | null
  objective: { name: string; meaning: string }
}

/** An answer for a person: first what came out, then the weights, the picture, the proof, and what it was estimated from. */
export function optimizationPage({ question, outcome, bought, objective }: OptimizationPageInput, screen: Screen): string[] {
  const { basis, document, notes, currency } = question
  const portfolio = shownPortfolio(outcome)
  const failure = failureInWords(outcome, { assets: basis.assets, written: document })
  const corners = cornersOf(question)
  const chosen = portfolio === null ? null : measured(portfolio.weights, basis)
  return [
    ...optimizationMasthead(`${counted(basis.assets.length, 'instrument')}: ${objective.meaning}`, question, screen),
    ...paragraph(failure, screen, 'fault'),
    ...(portfolio === null ? [] : ['', ...figures(portfolio, question, screen)]),
    ...paragraph(apartInWords(portfolio, question), screen),
    ...paragraph(tradeInWords(portfolio, question), screen),
    ...warningsOf(outcome, question).flatMap((message) => paragraph(message, screen, 'loss')),
    ...(portfolio === null ? [] : weightsOf(portfolio.weights, 'Weights', { question, screen })),
    ...(bought === null ? [] : shareSection({ bought, assets: basis.assets, currency }, screen)),
    ...alternatives(outcome, { question, screen }),
    ...(corners === null ? [] : frontierSection({ question, corners, chosen }, screen)),
    ...('certificate' in outcome && outcome.certificate && outcome.status === 'optimal'
      ? certificateLines(outcome.certificate, screen)
      : []),
    ...noteList(notes, screen),
    ...sourceLines(question, screen),
  ]
}

function weightsOf(weights: readonly number[], title: string, { question, screen }: Shown): string[] {
  const { basis, names, estimates, writtenName } = question
  return weightsTable({ weights, written: estimates.written, writtenName, names, basis, title }, screen)
}

interface Shown {
  question: Question
  screen: Screen
}

/** What is asked, of which command, and from which prices it was estimated. */
export function optimizationMasthead(title: string, question: Question, { width, ink }: Screen): string[] {
  const { command, estimates } = question
  const { from, to, sessions, rows, periods_per_year: periods, returns, risk, risk_free: rate } = estimates
  const shrunk = estimates.risk_intensity === null ? '' : ` (drawn ${percent(estimates.risk_intensity, 1)} to its target)`
  const sentence =
    `Estimated from ${rowsText(rows, sessions - 1)} from ${dateText(from)} to ${dateText(to)}, ${periods} a year: ` +
    `${modelText(returns)} returns, ${modelText(risk)} covariance${shrunk}. ` +
    (rate === null ? 'No risk-free rate was given.' : `Risk-free rate: ${percent(rate)} a year.`) +
    marketInWords(question)
  return [
    ...wrap(title, width).map((line) => ink.strong(line)),
    ...wrap(command, width).map((line) => ink.muted(line)),
    '',
    ...wrap(sentence, width),
  ]
}

/** Whose returns the market's are, where a model starts from them. */
function marketInWords({ estimates: { market, market_risk_aversion: aversion }, writtenName }: Question): string {
  if (market === null) return ''
  const index = 'bench=^GSPC in the command makes it an index'
  const whose = {
    benchmark: 'the benchmark of the command',
    mean: `all instruments alike; ${index}`,
    written: `${weightsCalled(writtenName)}; ${index}`,
  }
  return ` The market is ${whose[market]}.${aversion === null ? '' : ` Its risk aversion is ${decimal(aversion)}.`}`
}

/** What it takes to get the same numbers again. */
export function sourceLines({ estimates: { data } }: Question, screen: Screen): string[] {
  const entries = [
    ['Prices', `${data.source}${data.source === 'sample' ? ', for testing and examples' : ''}; as of ${data.as_of}`],
    ['Data', data.version],
  ] as const
  return sectionLines({ title: 'Source', lines: hanging(entries, screen.width).map((line) => screen.ink.muted(line)) }, screen)
}

function shownPortfolio(outcome: OutcomeDocument): PortfolioDocument | null {
  if (outcome.status === 'unreachable') return outcome.nearest
  if (outcome.status === 'optimal' && 'portfolio' in outcome) return outcome.portfolio
  return 'candidate' in outcome && outcome.candidate && 'weights' in outcome.candidate ? outcome.candidate : null
}

const widthForTiles = 60

/** Of the answer, and in a second line of the weights of the command. */
function figures(portfolio: PortfolioDocument, { basis, estimates, writtenName }: Question, { ink, width }: Screen): string[] {
  const [texts = [], writtenTexts = []] = [ownFigures(portfolio, basis), measured(estimates.written, basis)].map((each) => [
    percent(each.return),
    percent(each.volatility),
    each.sharpe === undefined ? missing : decimal(each.sharpe),
  ])
  const labels = ['return a year', 'volatility', 'Sharpe ratio']
  if (width < widthForTiles) {
    const lines = labels.map((label, i) => [ink.muted(label), ink.strong(texts[i]!), ink.muted(writtenTexts[i]!)])
    const right = { align: 'right' as const }
    return tableLines([{ align: 'left' }, right, right], [['', '', ink.muted(writtenName)], ...lines])
  }
  return [
    tiles(texts.map((text) => ink.strong(text))),
    tiles(labels.map((label) => ink.muted(label))),
    ink.muted(tiles([...writtenTexts, writtenName])),
  ]
}

/** Those of the answer, which may be by other estimates than the question's; of a candidate that lacks any, by these. */
function ownFigures(portfolio: PortfolioDocument, basis: Question['basis']): Measured {
  const { return: earned, volatility, sharpe } = measured(portfolio.weights, basis)
  return {
    return: portfolio.return ?? earned,
    volatility: portfolio.volatility ?? volatility,
    sharpe: portfolio.sharpe ?? sharpe,
  }
}

function tiles(texts: readonly string[]): string {
  return texts
    .map((text) => padRight(text, 16))
    .join('')
    .trimEnd()
}

function alternatives(outcome: OutcomeDocument, shown: Shown): string[] {
  if (!('alternatives' in outcome) || outcome.alternatives === undefined) return []
  return outcome.alternatives.flatMap(({ weights }) => weightsOf(weights, 'The other weights with this ratio', shown))
}

/** Those of days that an asset lacks are told from those that were used. */
function rowsText(used: number, all: number): string {
  return used === all
    ? counted(all, 'return')
    : `${decimal(used, 0)} of ${counted(all, 'return')}, those that all instruments have,`
}

function modelText(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replace('ledoit wolf', 'Ledoit-Wolf')
    .replace(/^(?:cagr|capm|oas|ewma)$/, (word) => word.toUpperCase())
}

function dateText(iso: string): string {
  const day = parseIsoDate(iso)
  return day === null ? iso : writtenDate(day)
}
