import { useState, useSyncExternalStore } from 'react'
import { session } from '../api/session.ts'
import type { SessionState } from '../api/session.ts'
import { starting } from './starting.ts'

/** Whether somebody is signed in; the component follows changes, those of other tabs included. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state)
}

/**
 * The same for what a page shows besides its purpose. While a run is being started nothing of that changes, and nothing of it is asked for:
 * the page is about to be left, and the first run, which signs a visitor in, need not wait among those calls.
 */
export function useQuietSession(): SessionState {
  const state = useSession()
  const isStarting = useSyncExternalStore(starting.subscribe, starting.is)
  const [before, setBefore] = useState(state)
  if (!isStarting && before !== state) setBefore(state)
  return isStarting ? before : state
}
