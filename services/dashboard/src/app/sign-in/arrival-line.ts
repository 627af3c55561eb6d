import type { AuthOptions } from '../../api/queries.ts'
import { pages } from '../../paths.ts'
import type { Arriving } from './use-arrival.ts'
import type { EntryMode } from './use-entry.ts'

export interface ArrivalFacts {
  who: Arriving
  next: string
  mode: EntryMode
  options: Pick<AuthOptions, 'first_account'>
  why: 'expired' | 'signed-out' | undefined
}

/** The one thing that somebody at the door should know, if any. */
export function arrivalLine({ who, next, mode, options, why }: ArrivalFacts): string | null {
  if (who === 'guest') return guestLines[mode]
  if (mode === 'create')
    return options.first_account ? 'Nobody has an account here yet. The first one becomes the operator.' : null
  if (why === 'expired') return `Your session has ended. After signing in you go back to ${next}.`
  if (why === 'signed-out') return 'You are signed out.'
  return next === pages.simulate ? null : `After signing in you go on to ${next}.`
}

const guestLines = {
  create: 'You are here as a guest. With an account, the runs you have made stay yours.',
  'sign-in': 'You are here as a guest. Another account does not take your runs over; a new one does.',
} as const
