/** Where a document has a number that JSON has no word for. */
interface Overflow {
  /** `corners[0].volatility` */
  path: string
  value: number
}

/** The first number that is NaN or infinite; null where all are finite. */
export function firstOverflow(value: unknown, path = ''): Overflow | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : { path, value }
  if (typeof value !== 'object' || value === null) return null
  const isList = Array.isArray(value)
  for (const [name, each] of Object.entries(value)) {
    const found = firstOverflow(each, isList ? `${path}[${name}]` : [path, name].filter(Boolean).join('.'))
    if (found !== null) return found
  }
  return null
}
