import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { emptySubscriptions, type Subscription, type Subscriptions } from './subscriptions.ts'

export interface Listener {
  /** Resolves when messages sent from now on arrive, or will after the connection is back; the returned function ends it. */
  listen(channel: string, subscription: Subscription): Promise<() => Promise<void>>
  /** Hands the connection over; null when there is none. */
  close(): Promise<pg.Client | null>
}

type Connect = (signal?: AbortSignal) => Promise<pg.Client>

const heartbeatMs = 15_000
const longestPauseMs = 2000

/** One connection that hears notifications, connected again for as long as it is not closed. */
export async function openListener(connect: Connect): Promise<Listener> {
  const subscriptions = emptySubscriptions()
  const closing = new AbortController()
  let client: pg.Client | null = null
  let reconnected = Promise.resolve()

  const attach = (fresh: pg.Client): void => {
    client = fresh
    const heartbeat = setInterval(() => void beat(fresh), heartbeatMs).unref()
    fresh.on('notification', ({ channel, payload }) => subscriptions.deliver(channel, payload ?? ''))
    fresh.once('end', () => {
      clearInterval(heartbeat)
      client = null
      if (!closing.signal.aborted) reconnected = reconnect()
    })
  }

  async function reconnect(): Promise<void> {
    for (let pauseMs = 50; !closing.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const fresh = await hearing(subscriptions, async () => connect(closing.signal)).catch(() => null)
      if (fresh !== null) {
        attach(fresh)
        return subscriptions.tellGap()
      }
      await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  attach(await hearing(subscriptions, connect))
  return {
    async listen(channel, subscription) {
      const remove = subscriptions.add(channel, subscription)
      await tell(client, 'listen', channel)
      return async () => {
        if (remove()) await tell(client, 'unlisten', channel)
      }
    },

    async close() {
      closing.abort()
      await reconnected
      return client
    },
  }
}

async function hearing(subscriptions: Subscriptions, connect: Connect): Promise<pg.Client> {
  const client = await connect()
  try {
    for (const channel of subscriptions.channels()) await client.query(`listen ${client.escapeIdentifier(channel)}`)
    return client
  } catch (fault) {
    await client.end()
    throw fault
  }
}

/** When the connection is lost in this moment, the next one is told. */
async function tell(client: pg.Client | null, verb: 'listen' | 'unlisten', channel: string): Promise<void> {
  await client?.query(`${verb} ${client.escapeIdentifier(channel)}`).catch(() => undefined)
}

/** A connection that a network swallowed says nothing: ask, and drop it when no answer comes. */
async function beat(client: pg.Client): Promise<void> {
  const answered = new AbortController()
  const answer = client.query('select').then(
    () => answered.abort(),
    () => answered.abort(),
  )
  const late = pause(heartbeatMs, undefined, { signal: answered.signal, ref: false }).catch(() => undefined)
  await Promise.race([answer, late])
  if (!answered.signal.aborted) await client.end()
}
