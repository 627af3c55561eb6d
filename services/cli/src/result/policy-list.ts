import type { Policy } from '@portofino/simulator'
import { hanging, wrap } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'
import { sectionLines } from './section.ts'

/** What was written, each with what it did; all that was left to its default in one paragraph. */
export function policyList(policies: readonly Policy[], screen: Screen): string[] {
  const { width, ink } = screen
  const [written, defaults] = [policies.filter(({ isDefault }) => !isDefault), policies.filter(({ isDefault }) => isDefault)]
  const paragraph = `By default: ${defaults.map(({ id, value }) => `${id}=${value}`).join(', ')}.`
  return sectionLines(
    {
      title: 'Policies',
      lines: [
        ...hanging(
          written.map(({ id, value, meaning }) => [`${id}=${value}`, meaning] as const),
          width,
        ),
        ...wrap(paragraph, width).map((line) => ink.muted(line)),
      ],
    },
    screen,
  )
}
