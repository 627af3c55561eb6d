import { join } from 'node:path'
import type pg from 'pg'
import { embeddedServer, stopServer, type EmbeddedServer } from './embedded/embedded-server.ts'
import type { Server } from './server.ts'

/** Held shared by every process that uses the server, alone by the one that stops it: who comes meanwhile waits, loses its connection and starts anew. */
const useLock = 7_065_701

/** The server in the data directory, shared by all processes that open it. */
export function embeddedUse(dataDirectory: string): Server {
  let server: EmbeddedServer | null = null
  return {
    isEmbedded: true,

    async address() {
      server = await embeddedServer(join(dataDirectory, 'database'))
      return server.url
    },

    async enter(client) {
      const isAlone = await locked(client, `select pg_try_advisory_lock(${useLock}) as done`)
      await client.query(`select pg_advisory_lock_shared(${useLock})`)
      if (isAlone) await client.query(`select pg_advisory_unlock(${useLock})`)
      return isAlone
    },

    async leave(client) {
      if (client === null || server === null) return
      await client.query(`select pg_advisory_unlock_shared(${useLock})`)
      const isLast = await locked(client, `select pg_try_advisory_lock(${useLock}) as done`)
      if (isLast) await stopServer(server)
      else await client.end()
    },
  }
}

async function locked(client: pg.Client, statement: string): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>(statement)
  return rows[0]!.done
}
