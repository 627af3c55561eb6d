import type { AttributionRow, LegResult, SimulationResult } from '@portofino/simulator'
import { bar } from '../chart/bar.ts'
import { padLeft, shorten, tableLines, visibleWidth } from '../terminal/layout.ts'
import { percent, signedPercent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { sectionLines } from './section.ts'
import { bySign } from './by-sign.ts'

const widthForWeights = 64
const widestBar = 30

/** What each leg, interest and costs brought; the rows add up to the total return. */
export function contributionBars(
  { attribution, legs, metrics }: Pick<SimulationResult, 'attribution' | 'legs' | 'metrics'>,
  screen: Screen,
): string[] {
  const { width, ink } = screen
  const hasWeights = width >= widthForWeights
  const values = attribution.rows.map(({ contribution }) => contribution)
  const texts = attribution.rows.map((row) => describedRow(row, { leg: legs[row.leg ?? -1] ?? null, hasWeights, width }))
  const heads = hasWeights ? ['Leg', 'First', 'Last', 'Own return'] : ['Leg']
  const columns = heads.map((_, index) => ({ align: index === 0 ? ('left' as const) : ('right' as const) }))
  const [head, ...described] = tableLines(columns, [heads, ...texts])
  const amounts = values.map((value) => signedPercent(value))
  const amountWidth = Math.max('Contribution'.length, ...amounts.map((text) => text.length))
  const left = Math.max(...[head ?? '', ...described].map(visibleWidth))
  const barWidth = Math.max(4, Math.min(widestBar, width - left - amountWidth - 4))
  const scale = { lowest: Math.min(0, ...values), highest: Math.max(0, ...values), width: barWidth }
  const total = values.reduce((a, b) => a + b, 0)
  const lines = described.map((text, index) => {
    const value = values[index] ?? 0
    const painted = bySign(bar(value, scale), value, ink)
    return `${text}${' '.repeat(left - visibleWidth(text) + 2)}${painted}  ${padLeft(bySign(amounts[index] ?? '', value, ink), amountWidth)}`
  })
  const whole = left + barWidth + 4 + amountWidth
  const totalText = signedPercent(metrics.values.total_return ?? total)
  return sectionLines(
    {
      title: 'Contribution by leg',
      summary: 'Adds up to the total return; nothing is left over.',
      lines: [
        ink.muted(`${head ?? ''}${padLeft('Contribution', whole - visibleWidth(head ?? ''))}`),
        ...lines,
        `${ink.strong('Total return')}${padLeft(ink.strong(totalText), whole - 'Total return'.length)}`,
      ],
    },
    screen,
  )
}

interface RowContext {
  leg: LegResult | null
  hasWeights: boolean
  width: number
}

function describedRow({ label }: AttributionRow, { leg, hasWeights, width }: RowContext): string[] {
  const name = leg === null ? label : legLabel(leg)
  if (!hasWeights) return [shorten(name, Math.max(8, width - 24))]
  const own = leg?.ownReturn ?? null
  return [
    shorten(name, Math.max(12, width - 56)),
    leg === null ? '' : percent(leg.firstWeight),
    leg === null ? '' : percent(leg.lastWeight),
    own === null ? '' : signedPercent(own),
  ]
}

function legLabel({ symbol, name, side }: LegResult): string {
  const title = symbol === null || symbol === name ? name : `${symbol} ${name}`
  return side === 'S' ? `${title}, short` : title
}
