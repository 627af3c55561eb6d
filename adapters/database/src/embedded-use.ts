import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { connectedClient } from './connection.ts'
import { embeddedServer, runningServer, stopServer } from './embedded/embedded-server.ts'
import { lockNumbers } from './lock-numbers.ts'
import type { Server } from './server.ts'

/** Whoever comes while the last user stops the server waits for the lock, loses its connection and starts the server again. */
const useLock = lockNumbers.use
/** The server notices a moment later that a process was killed. */
const noticeMs = 100

/** The server in the data directory, shared by all processes that open it. */
export function embeddedUse(dataDirectory: string): Server {
  const folder = join(dataDirectory, 'database')
  return {
    isEmbedded: true,
    address: async (signal) => (await embeddedServer(folder, { signal })).url,

    async enter(client) {
      let isAlone = await takeAlone(client)
      for (let waited = 0; !isAlone && waited < noticeMs; waited += 10) {
        await pause(10)
        isAlone = await takeAlone(client)
      }
      await client.query(`select pg_advisory_lock_shared(${useLock})`)
      if (isAlone) await client.query(`select pg_advisory_unlock(${useLock})`)
      return isAlone
    },

    async leave(client) {
      const server = await runningServer(folder).catch(() => null)
      if (server === null) return
      const last = client ?? (await connectedClient({ url: server.url, applicationName: 'leaving' }).catch(() => null))
      if (last === null) return
      // Whoever lost it in this moment has left.
      const isLast = await leftLast(last).catch(() => false)
      await (isLast ? stopServer(server) : last.end().catch(() => undefined))
    },
  }
}

async function leftLast(client: pg.Client): Promise<boolean> {
  await client.query(`select pg_advisory_unlock_shared(${useLock})`)
  return takeAlone(client)
}

async function takeAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${useLock}) as taken`)
  return rows[0]!.taken
}
