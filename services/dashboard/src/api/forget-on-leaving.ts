import type { StoredText } from '../stored-text.ts'
import { queryClient } from './query-client.ts'
import { isAnother } from './session-state.ts'
import { session } from './session.ts'

/**
 * What was read for one person is never shown to the next, nor is what one who leaves has written; what a page of nobody lacked is asked
 * again.
 */
export function forgetOnLeaving(written: readonly StoredText[]): void {
  let before = session.facts()
  session.subscribe(() => {
    const [then, now] = [before, session.facts()]
    before = now
    const isChanged = isAnother(then.person, now.person)
    // A guest who signs in has not left: what is being written goes on.
    const hasLeft = now.departures > then.departures || (isChanged && then.state !== 'signed-in')
    if (hasLeft) for (const text of written) text.forget()
    if (now.state === 'signed-out') queryClient.clear()
    else if (isChanged) void queryClient.resetQueries()
    else if (now.state === 'signed-in' && then.state !== 'signed-in') void queryClient.invalidateQueries()
  })
}
