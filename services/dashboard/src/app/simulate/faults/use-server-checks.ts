import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { checkQuery } from '../../../api/simulations.ts'
import { useQuietSession } from '../../use-session.ts'
import type { Diagnosed } from './faults.ts'
import { useSettled } from '../../../ui/use-settled.ts'

const most = 12
/** No command holds it. */
const between = '\u0000'

/** What the server says about commands with symbols that nothing is known of, a moment after they were typed. */
export function useServerChecks(commands: readonly string[]): ReadonlyMap<string, readonly Diagnosed[]> {
  const isOpen = useQuietSession() === 'signed-in'
  const settled = useSettled(commands.slice(0, most).join(between), 300)
  const asked = useMemo(() => settled.split(between).filter((command) => command !== ''), [settled])
  return useQueries({
    queries: asked.map((command) => ({ ...checkQuery(command), enabled: isOpen })),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, index) =>
          data === undefined ? [] : ([[asked[index]!, data.diagnostics as Diagnosed[]]] as const),
        ),
      ),
  })
}
