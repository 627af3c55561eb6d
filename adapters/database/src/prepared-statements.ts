import type pg from 'pg'

/** Of statements by their text; null for one that was seen once. */
const names = new Map<string, string | null>()
/** What has the form of every request, such as a search, must not fill the memory of every connection. */
const mostNames = 300

/**
 * A statement that comes again is parsed and planned once a connection: half of the time that the short ones of a task need.
 *
 * @param client its `query` is replaced
 */
export function prepareRepeated(client: pg.PoolClient): void {
  const query: (...given: unknown[]) => unknown = client.query.bind(client)
  const prepared = (...given: unknown[]): unknown => {
    const [text, values] = given
    const isPlain = given.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0
    const name = isPlain ? nameOf(text) : null
    return name === null ? query(...given) : query({ name, text, values })
  }
  Object.assign(client, { query: prepared })
}

let count = 0

/** Null for one that is seen for the first time, and for all that come when there are too many. */
function nameOf(text: string): string | null {
  const known = names.get(text)
  if (known) return known
  if (known === undefined && names.size >= mostNames) return null
  const name = known === undefined ? null : `portofino_${++count}`
  names.set(text, name)
  return name
}
