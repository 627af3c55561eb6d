import type { AttributionRow, LegResult, SimulationResult } from '@portofino/simulator'
import { bar } from '../chart/bar.ts'
import { padLeft, padRight, shorten, tableLines, visibleWidth } from '../terminal/layout.ts'
import { missing, percent, signedPercent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { sectionLines } from './section.ts'
import { bySign } from './by-sign.ts'

const widthForWeights = 64
const widestBar = 30
/** With the space before it. */
const amountWidth = 2 + 'Contribution'.length

export type ContributionInput = Pick<SimulationResult, 'attribution' | 'legs' | 'metrics'>

/** What each leg, interest and costs brought; the rows add up to the total return. Interest and costs of zero are left out. */
export function contributionBars({ attribution, legs, metrics }: ContributionInput, screen: Screen): string[] {
  const { ink } = screen
  const rows = attribution.rows.filter(({ kind, contribution }) => kind === 'leg' || contribution !== 0)
  const heads = screen.width >= widthForWeights ? ['Leg', 'First', 'Last', 'Own return'] : ['Leg']
  const texts = rows.map((row) => rowTexts(row, legs[row.leg ?? -1] ?? null, screen.width).slice(0, heads.length))
  const columns = heads.map((_, index) => ({ align: index === 0 ? ('left' as const) : ('right' as const) }))
  const [head = '', ...described] = tableLines(columns, [heads, ...texts])
  const left = Math.max(...[head, ...described].map(visibleWidth)) + 2
  const barWidth = Math.max(4, Math.min(widestBar, screen.width - left - amountWidth))
  const values = rows.map(({ contribution }) => contribution)
  const scale = { lowest: Math.min(0, ...values), highest: Math.max(0, ...values), width: barWidth }
  const lines = values.map((value, index) => {
    const amount = padLeft(bySign(signedPercent(value), value, ink), amountWidth)
    return padRight(described[index] ?? '', left) + bySign(bar(value, scale), value, ink) + amount
  })
  const whole = left + barWidth + amountWidth
  const total = metrics.values.total_return
  return sectionLines(
    {
      title: 'Contribution by leg',
      summary: 'Adds up to the total return; nothing is left over.',
      lines: [
        ink.muted(head + padLeft('Contribution', whole - visibleWidth(head))),
        ...lines,
        ink.strong('Total return' + padLeft(total === null ? missing : signedPercent(total), whole - 'Total return'.length)),
      ],
    },
    screen,
  )
}

function rowTexts({ label }: AttributionRow, leg: LegResult | null, width: number): string[] {
  const room = Math.max(12, width - (width >= widthForWeights ? 56 : 20))
  if (leg === null) return [shorten(label.charAt(0).toUpperCase() + label.slice(1), room), '', '', '']
  const own = leg.ownReturn === null ? '' : signedPercent(leg.ownReturn)
  return [shorten(legLabel(leg), room), percent(leg.firstWeight), percent(leg.lastWeight), own]
}

function legLabel({ symbol, name, side }: LegResult): string {
  const title = symbol === null || symbol === name ? name : `${symbol} ${name}`
  return side === 'S' ? `${title}, short` : title
}
