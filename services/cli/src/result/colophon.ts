import type { SimulationResult } from '@portofino/simulator'
import { hanging } from '../terminal/layout.ts'
import { sectionLines } from './section.ts'
import type { Screen } from '../terminal/screen.ts'

/** What it takes to get the same numbers again. */
export function colophon(
  { data, hash, engineVersion }: Pick<SimulationResult, 'data' | 'hash' | 'engineVersion'>,
  screen: Screen,
): string[] {
  const label = data.source === 'sample' ? ', for testing and examples' : ''
  const lines = hanging(
    [
      ['Prices', `${data.source}${label}; as of ${data.asOf}`],
      ['Data', data.version],
      ['Command', hash],
      ['Engine', engineVersion],
    ],
    screen.width,
  ).map((line) => screen.ink.muted(line))
  return sectionLines({ title: 'Source', lines }, screen)
}
