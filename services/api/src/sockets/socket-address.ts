import { Problem } from '../problem.ts'

/** What the address of a socket asks for: the seq after which to begin, or null for the present state. */
export function wantedStart(url: string): number | null {
  const query = new URL(url, 'http://localhost').searchParams
  const others = Array.from(query.keys()).filter((name) => name !== 'after')
  // Addresses end up in logs and histories.
  if (others.some((name) => /token|ticket|auth|key|jwt/i.test(name))) {
    throw new Problem('sign_in_required', { detail: 'A token in the address is refused; send Authorization or a ticket.' })
  }
  const [after, ...more] = query.getAll('after')
  if (others.length > 0 || more.length > 0) {
    throw new Problem('invalid_request', { detail: 'Only one ?after= may stand in the address.' })
  }
  if (after === undefined) return null
  if (!/^\d{1,9}$/.test(after)) throw new Problem('invalid_request', { detail: 'after must be a whole number.' })
  return Number(after)
}
