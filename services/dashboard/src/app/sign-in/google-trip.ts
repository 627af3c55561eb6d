import { apiOrigin } from '../../api/address.ts'

/** Where a person meant to go before leaving for Google, kept over the trip in this tab. */
const key = 'portofino.next'

/** Leaves for Google's page; the server brings the person back to /sign-in. */
export function leaveForGoogle(next: string, location = `${apiOrigin}/auth/google/login`): void {
  sessionStorage.setItem(key, next)
  window.location.assign(location)
}

/** The page to go on with after the trip. */
export function keptNext(): string | null {
  return sessionStorage.getItem(key)
}

export function forgetNext(): void {
  sessionStorage.removeItem(key)
}

/** How the trip ended, where it did not end well. */
export const googleOutcomes = {
  canceled: 'You came back from Google without signing in. Nothing has changed.',
  refused: 'Google did not sign you in: it did not answer, or its answer was not valid. Try again, or use your password.',
  exists: 'An account here has this address already. Sign in with its password, then link Google in Settings.',
} as const
