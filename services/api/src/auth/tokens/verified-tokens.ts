export interface VerifiedTokens<Claims> {
  /** Null when it was not verified lately. */
  find: (token: string, now: Date) => Claims | null
  add: (token: string, verified: { claims: Claims; until: Date }) => void
}

/** Remembers what verified tokens say until they expire: a signature costs more to check than all the rest of a small request. */
export function verifiedTokens<Claims>(limit: number): VerifiedTokens<Claims> {
  const known = new Map<string, { claims: Claims; until: Date }>()
  return {
    find(token, now) {
      const found = known.get(token)
      return found !== undefined && now < found.until ? found.claims : null
    },
    add(token, verified) {
      const [oldest] = known.keys()
      if (known.size >= limit && oldest !== undefined) known.delete(oldest)
      known.set(token, verified)
    },
  }
}
