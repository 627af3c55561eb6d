import { documentOutcome, type CornerDocument, meanVarianceNames } from '@portofino/optimizer'
import { frontierChart, type FrontierMark, type RiskAndReturn } from '../chart/frontier-chart.ts'
import { sectionLines } from '../result/section.ts'
import { wrap } from '../terminal/layout.ts'
import { counted, percent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Question } from './asked-question.ts'
import { frontierCurve, measured, type Measured } from './frontier-curve.ts'

/** The whole frontier over the same limits, each corner exact; null where there is none. */
export function cornersOf({ document, estimates }: Question): readonly CornerDocument[] | null {
  const { assets, covariance, objective } = document
  const isLimited = meanVarianceNames.some((name) => name === objective)
  const limits = isLimited ? document : { assets, covariance, expected_returns: estimates.expected_returns }
  const outcome = documentOutcome({ ...limits, objective: 'frontier', params: {} })
  return 'corners' in outcome ? outcome.corners : null
}

interface Drawn {
  question: Question
  corners: readonly CornerDocument[]
  /** The answer; null where there is none. */
  chosen: RiskAndReturn | null
}

/** The frontier with the answer, the weights of the command, and each instrument by itself. */
export function frontierSection({ question, corners, chosen }: Drawn, screen: Screen): string[] {
  const { basis, estimates } = question
  const curve = frontierCurve(corners, basis)
  const tangency = tangencyOf(curve)
  const marks = marksOf({ question, curve, tangency, chosen })
  const tangent = tangency === null || estimates.risk_free === null ? null : { rate: estimates.risk_free, touches: tangency }
  const { lines, seen } = frontierChart({ curve, marks, tangent }, screen)
  const rate = percent(estimates.risk_free ?? 0)
  const legend = [
    ['◆', 'least volatility'],
    ['▲', `highest Sharpe ratio at ${rate}`],
    ['○', 'the answer'],
    ['●', question.writtenName],
    ['+', 'one instrument alone'],
  ]
    .filter(([sign]) => seen.some(({ mark }) => mark === sign))
    .map((each) => each.join(' '))
    .concat(tangent === null ? [] : [`dashed: highest Sharpe ratio and cash at ${rate}, mixed`])
  const summary = `The most that any allowed weights earn for their risk; exact, with ${counted(corners.length, 'corner')}.`
  const explained = legendLines(legend, screen.width).map((line) => screen.ink.muted(line))
  return sectionLines({ title: 'Efficient frontier', summary, lines: [...lines, ...explained] }, screen)
}

/** Broken between entries, within those only that are wider than the screen. */
function legendLines(entries: readonly string[], width: number): string[] {
  return entries.reduce<string[]>((lines, entry) => {
    const longer = [...lines.slice(-1), entry].join('   ')
    return longer.length <= width ? [...lines.slice(0, -1), longer] : [...lines, ...wrap(entry, width)]
  }, [])
}

interface Marked extends Pick<Drawn, 'question' | 'chosen'> {
  curve: readonly RiskAndReturn[]
  tangency: RiskAndReturn | null
}

function marksOf({ question: { basis, estimates, writtenName }, curve, tangency, chosen }: Marked): FrontierMark[] {
  const single = basis.assets.map((asset, i): FrontierMark => {
    const weights = basis.assets.map((_, j) => (i === j ? 1 : 0))
    return { mark: '+', style: 'muted', label: asset, ...measured(weights, basis) }
  })
  return [
    ...single,
    { mark: '◆', style: 'accent', ...curve[0]! },
    { mark: '●', style: 'loss', label: writtenName, ...measured(estimates.written, basis) },
    ...(tangency === null ? [] : [{ mark: '▲', style: 'accent' as const, ...tangency }]),
    ...(chosen === null ? [] : [{ mark: '○', style: 'strong' as const, label: 'the answer', ...chosen }]),
  ]
}

/** Where the ratio of the drawn points is greatest; null without a risk-free rate, or where nothing earns it. */
function tangencyOf(curve: readonly Measured[]): RiskAndReturn | null {
  const best = curve.reduce((a, b) => ((b.sharpe ?? 0) > (a.sharpe ?? 0) ? b : a))
  return (best.sharpe ?? 0) > 0 ? best : null
}
