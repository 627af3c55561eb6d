import { queryClient } from './query-client.ts'
import { session } from './session.ts'

/** What was read for one person is never shown to the next; what a page of nobody lacked is asked again. */
export function forgetOnLeaving(): void {
  let before = session.state()
  session.subscribe(() => {
    const now = session.state()
    if (now === 'signed-out') queryClient.clear()
    if (now === 'signed-in' && before !== 'signed-in') void queryClient.invalidateQueries()
    before = now
  })
}
