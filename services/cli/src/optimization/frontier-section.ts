import { documentOutcome, type CornerDocument, meanVarianceNames } from '@portofino/optimizer'
import { frontierChart, type FrontierMark, type RiskAndReturn } from '../chart/frontier-chart.ts'
import { sectionLines } from '../result/section.ts'
import { wrap } from '../terminal/layout.ts'
import { counted, percent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Question } from './asked-question.ts'
import { frontierCurve, riskAndReturn } from './frontier-curve.ts'

/** The whole frontier over the same limits, each corner exact; null where there is none. */
export function cornersOf({ document, basis }: Question): readonly CornerDocument[] | null {
  const limits = meanVarianceNames.some((name) => name === document['objective'])
    ? document
    : {
        covariance: matrix(basis.covariance),
        expected_returns: Array.from(basis.expectedReturns),
        assets: basis.assets,
      }
  const outcome = documentOutcome({ ...limits, objective: 'frontier', params: {} })
  return 'corners' in outcome ? outcome.corners : null
}

function matrix({ n, data }: Question['basis']['covariance']): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from(data.subarray(i * n, (i + 1) * n)))
}

interface Drawn {
  question: Question
  corners: readonly CornerDocument[]
  /** The answer; null where there is none. */
  chosen: RiskAndReturn | null
}

/** The frontier with the answer, the weights as written, and each instrument by itself. */
export function frontierSection({ question, corners, chosen }: Drawn, screen: Screen): string[] {
  const { basis, estimates } = question
  const curve = frontierCurve(corners, basis)
  const written = riskAndReturn(estimates.written, basis)
  const tangency = tangencyOf(curve, estimates.risk_free)
  const single = basis.assets.map((asset, i): FrontierMark => {
    const weights = basis.assets.map((_, j) => (i === j ? 1 : 0))
    return { mark: '+', style: 'muted', label: asset, ...riskAndReturn(weights, basis) }
  })
  const marks: FrontierMark[] = [
    ...single,
    { mark: '◆', style: 'accent', ...curve[0]! },
    { mark: '●', style: 'loss', label: 'as written', ...written },
    ...(tangency === null ? [] : [{ mark: '▲', style: 'accent' as const, ...tangency }]),
    ...(chosen === null ? [] : [{ mark: '○', style: 'strong' as const, label: 'the answer', ...chosen }]),
  ]
  const tangent = tangency === null || estimates.risk_free === null ? null : { rate: estimates.risk_free, touches: tangency }
  const legend = [
    '◆ least volatility',
    ...(tangency === null ? [] : [`▲ highest Sharpe ratio at ${percent(estimates.risk_free ?? 0)}, dashed: mixed with cash`]),
    ...(chosen === null ? [] : ['○ the answer']),
    '● as written',
    '+ one instrument alone',
  ].join('   ')
  const lines = [
    ...frontierChart({ curve, marks, tangent }, screen),
    ...wrap(legend, screen.width).map((line) => screen.ink.muted(line.trim())),
  ]
  const summary = `The most that any allowed weights earn for their risk; exact, with ${counted(corners.length, 'corner')}.`
  return sectionLines({ title: 'Efficient frontier', summary, lines }, screen)
}

/** Where the ratio of the drawn points is greatest; null without a rate, or where nothing earns it. */
function tangencyOf(curve: readonly RiskAndReturn[], rate: number | null): RiskAndReturn | null {
  if (rate === null) return null
  const ratio = (point: RiskAndReturn): number => (point.return - rate) / point.volatility
  const best = curve.reduce((a, b) => (ratio(b) > ratio(a) ? b : a))
  return best.volatility > 0 && best.return > rate ? best : null
}
