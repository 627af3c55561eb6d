import type { StoredText } from '../stored-text.ts'
import { queryClient } from './query-client.ts'
import { isAnother } from './session-state.ts'
import { session } from './session.ts'

/**
 * What was read for one person is never shown to the next, nor is what one who leaves has written; what a page of nobody lacked is asked
 * again. `beginAnew` is for whoever signs in where the session of somebody else has expired, with that one's work still on the page.
 */
export function forgetOnLeaving(written: readonly StoredText[], beginAnew: () => void): void {
  let before = session.facts()
  session.subscribe(() => {
    const [then, now] = [before, session.facts()]
    before = now
    const isChanged = isAnother(then.person, now.person)
    // A guest who signs in has not left: what is being written goes on.
    const isReplaced = isChanged && then.state !== 'signed-in'
    if (isReplaced || now.departures > then.departures) for (const text of written) text.forget()
    if (isReplaced) beginAnew()
    if (now.state === 'signed-out') queryClient.clear()
    else if (isChanged) void queryClient.resetQueries()
    else if (now.state === 'signed-in' && then.state !== 'signed-in') void queryClient.invalidateQueries()
  })
}
