import type pg from 'pg'

/** Of statements by their text; null for one that was seen once. */
const names = new Map<string, string | null>()
/** What has the form of every request, such as a search, must not fill the memory of every connection. */
const mostNames = 300

/** `cached plan must not change result type`: another process has changed the schema since the statement was prepared. */
const outdated = '0A000'

/**
 * A statement that comes again is parsed and planned once a connection: half of the time that the short ones of a task need. After a change of the
 * schema it is prepared again: at once, but within a transaction only when that is repeated, since the server has ended it.
 *
 * @param client its `query` is replaced
 */
export function prepareRepeated(client: pg.PoolClient): void {
  const query: (...given: unknown[]) => unknown = client.query.bind(client)

  async function prepared(name: string, text: string, values: unknown[]): Promise<unknown> {
    const isAlone = client.getTransactionStatus() === 'I'
    try {
      return await query({ name, text, values })
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === outdated)) throw fault
      // Not only this one; and under a new name, since other connections know the old one too.
      if (names.get(text) === name) names.clear()
      if (!isAlone) throw fault
      return query(text, values)
    }
  }

  const replacement = (...given: unknown[]): unknown => {
    const [text, values] = given
    if (given.length !== 2 || typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(...given)
    const name = nameOf(text)
    return name === null ? query(text, values) : prepared(name, text, values)
  }
  Object.assign(client, { query: replacement })
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
