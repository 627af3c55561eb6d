import { closeCodes } from '@portofino/contract'
import type { Problem } from '../problem.ts'

const byStatus: Readonly<Record<number, number>> = {
  401: closeCodes.signInRequired,
  403: closeCodes.signInRequired,
  404: closeCodes.notFound,
  429: closeCodes.tooMany,
  503: closeCodes.tryLater,
}

/** What a problem is on a socket: browsers hide the status of a refused upgrade, so it is refused by close code. */
export function socketRefusal({ status, message }: Problem): { code: number; reason: string } {
  const code = byStatus[status] ?? (status < 500 ? closeCodes.malformed : closeCodes.failed)
  return { code, reason: shortened(message) }
}

/** The protocol allows 123 bytes. */
function shortened(text: string): string {
  if (Buffer.byteLength(text) <= 123) return text
  const cut = Buffer.from(text).subarray(0, 119).toString()
  return `${cut.replace(/\uFFFD+$/, '')} …`
}
