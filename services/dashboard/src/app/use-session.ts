import { useSyncExternalStore } from 'react'
import { session } from '../api/session.ts'
import type { SessionState } from '../api/session.ts'

/** Whether somebody is signed in; the component follows changes, those of other tabs included. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state)
}
