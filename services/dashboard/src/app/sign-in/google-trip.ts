import { apiOrigin } from '../../api/address.ts'
import { inTab } from '../../stored-text.ts'

/** Where a person meant to go before leaving for Google, kept over the trip in this tab. */
export const nextPage = inTab('portofino.next')

/** Leaves for Google's page; the server brings the person back to /sign-in. */
export function leaveForGoogle(next: string, location = `${apiOrigin}/auth/google/login`): void {
  // Without storage the trip ends on the first page.
  nextPage.keep(next)
  window.location.assign(location)
}

/** The page to go on with after the trip. */
export function keptNext(): string | null {
  return nextPage.read()
}

export function forgetNext(): void {
  nextPage.forget()
}

/** How the trip ended, where it did not end well. */
export const googleOutcomes = {
  canceled: 'You came back from Google without signing in. Nothing has changed.',
  refused: 'Google did not sign you in: it did not answer, or its answer was not valid. Try again, or use your password.',
  exists: 'An account here has this address already. Sign in with its password, then link Google in Settings.',
} as const
