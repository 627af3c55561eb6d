import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { accountQuery } from '../../api/queries.ts'
import type { SessionState } from '../../api/session.ts'
import { pages } from '../../paths.ts'
import { useSession } from '../use-session.ts'
import { forgetNext, keptNext } from './google-trip.ts'

export type Arriving = 'unknown' | 'nobody' | 'guest' | 'person'

/** Who stands at the door already, and where they meant to go. Persons are led on at once: here, or signed in by another tab. */
export function useArrival(): { who: Arriving; next: string } {
  const { next: given, google = 'ok' } = useSearch({ from: pages.signIn })
  const next = given ?? keptNext() ?? pages.simulate
  const state = useSession()
  const account = useQuery({ ...accountQuery, enabled: state === 'signed-in' })
  const who = whoIs(state, account)
  const isGoingOn = who === 'person' && google === 'ok'
  const navigate = useNavigate()
  useEffect(() => {
    if (!isGoingOn) return
    forgetNext()
    void navigate({ href: next, replace: true })
  }, [isGoingOn, next, navigate])
  return { who, next }
}

/** Whoever cannot be asked for a name is led on too: the page that follows says what is wrong. */
function whoIs(
  state: SessionState,
  { data, isError }: { data: { email: string | null } | undefined; isError: boolean },
): Arriving {
  if (state === 'unknown') return 'unknown'
  if (state !== 'signed-in') return 'nobody'
  if (data === undefined) return isError ? 'person' : 'unknown'
  return data.email === null ? 'guest' : 'person'
}
