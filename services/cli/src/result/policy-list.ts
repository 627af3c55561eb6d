import type { Policy, SimulationResult } from '@portofino/simulator'
import { hanging, wrap } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'
import { sectionLines } from './section.ts'

export type PolicyListInput = Pick<SimulationResult, 'policies' | 'legs' | 'series'>

/**
 * What was written, and what a reader must know of the rest, each with what it did; all that was left to its default in one
 * paragraph. In full, every policy with its sentence.
 */
export function policyList({ policies, legs, series }: PolicyListInput, full: boolean, screen: Screen): string[] {
  const { width, ink } = screen
  const telling = new Set(tellingDefaults({ legs, series }))
  const explained = policies.filter(({ id, isDefault }) => full || !isDefault || telling.has(id))
  const others = policies.filter((policy) => !explained.includes(policy))
  const paragraph = `By default: ${others.map(({ id, value }) => `${id}=${value}`).join(', ')}.`
  return sectionLines(
    {
      title: 'Policies',
      summary: full ? 'Every one in force.' : '--full says what each means.',
      lines: [
        ...hanging(
          explained.map(({ id, value, meaning }) => [`${id}=${value}`, meaning] as const),
          width,
        ),
        ...(others.length === 0 ? [] : wrap(paragraph, width).map((line) => ink.muted(line))),
      ],
    },
    screen,
  )
}

/** What kind of returns these are; and what was free though it would not be. */
function tellingDefaults({ legs, series }: Pick<PolicyListInput, 'legs' | 'series'>): Policy['id'][] {
  const isShort = legs.some(({ side }) => side === 'S')
  const isLeveraged = series.cash.some((money) => money < 0)
  return ['price', ...(isShort ? ['borrow'] : []), ...(isLeveraged ? ['margin'] : [])]
}
