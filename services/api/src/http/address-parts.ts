import { Problem } from '../problem.ts'

/** Characters of the longest part of an address that may be an id. */
export const longestPart = 100

export function addressTooLong(cause?: unknown): Problem {
  return new Problem('uri_too_long', { detail: 'A part of the address is longer than any id.', cause })
}

/** Whether a part of the address, as it was sent, is too long for the router, which then knows no route for it. */
export function hasLongPart(url: string): boolean {
  const [path = ''] = url.split('?')
  return path.split('/').some(({ length }) => length > longestPart)
}
