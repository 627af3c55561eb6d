import type pg from 'pg'
import { DatabaseError } from './database-error.ts'
import { databaseFault } from './fault.ts'
import type { Server } from './server.ts'

const oldestVersion = 15

/** A server that somebody else runs. */
export function remoteServer(url: string): Server {
  checkAddress(url)
  return {
    isEmbedded: false,
    address: async () => url,
    async enter(client) {
      await checkServer(client)
      return false
    },
    leave: async (client) => client?.end(),
  }
}

/** A fault of the first connection as a sentence that names the variable and the place, never the password. */
export function remoteFault(url: string, fault: unknown): unknown {
  const known = databaseFault(fault)
  const place = `the database of DATABASE_URL (${placeOf(url)})`
  const reason = fault instanceof Error ? reasonOf(fault) : String(fault)
  if (known instanceof DatabaseError) {
    return known === fault ? known : new DatabaseError(known.code, `Cannot reach ${place}: ${reason}.`, fault)
  }
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  // Who you are, which database, what you may do.
  if (/^(28|3D|42501)/.test(code)) return new DatabaseError('database_unusable', `Cannot use ${place}: ${reason}.`, fault)
  return fault
}

function checkAddress(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : ''
  if (protocol === 'postgres:' || protocol === 'postgresql:') return
  const form = 'postgres://USER:PASSWORD@HOST:PORT/DATABASE'
  throw unusable(`it must be an address of the form ${form}`)
}

function unusable(reason: string): DatabaseError {
  return new DatabaseError('database_unusable', `Cannot use DATABASE_URL: ${reason}.`)
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
  )
  const { version, encoding } = rows[0]!
  if (Number.parseInt(version, 10) < oldestVersion)
    throw unusable(`the server is PostgreSQL ${version}, and ${oldestVersion} is the oldest that serves`)
  if (encoding !== 'UTF8') throw unusable(`the encoding of the database is ${encoding}; make one with UTF8`)
}

function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? hostname}:${port || '5432'}${pathname}`
}

/** Connecting to several addresses of a name fails with all their faults and no message. */
function reasonOf(fault: Error): string {
  const reasons = fault instanceof AggregateError ? fault.errors.map((each: Error) => each.message) : [fault.message]
  return reasons.join('; ')
}
