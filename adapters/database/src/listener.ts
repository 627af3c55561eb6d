import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

export interface Subscription {
  onMessage: (payload: string) => void
  /** The connection was lost and is back: what was sent meanwhile is lost, so read the table again. */
  onGap?: (() => void) | undefined
}

export interface Listener {
  /** Resolves when messages sent from now on arrive; the answer ends it. */
  listen(channel: string, subscription: Subscription): Promise<() => Promise<void>>
  isConnected(): boolean
  /** The connection, handed over to be closed; null while there is none. */
  close(): pg.Client | null
}

const heartbeatMs = 15_000
const longestPauseMs = 2000

/** One connection that hears notifications, connected again for as long as it is not closed. */
export async function openListener(connect: () => Promise<pg.Client>): Promise<Listener> {
  const channels = new Map<string, Set<Subscription>>()
  const closing = new AbortController()
  let client: pg.Client | null = null

  const attach = (fresh: pg.Client): void => {
    client = fresh
    const heartbeat = setInterval(() => void beat(fresh), heartbeatMs).unref()
    fresh.on('notification', ({ channel, payload }) => {
      for (const { onMessage } of channels.get(channel) ?? []) onMessage(payload ?? '')
    })
    fresh.once('end', () => {
      clearInterval(heartbeat)
      client = null
      void reconnect()
    })
  }

  async function reconnect(): Promise<void> {
    for (let pauseMs = 50; !closing.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const fresh = await connected().catch(() => null)
      if (fresh !== null && !closing.signal.aborted) {
        attach(fresh)
        for (const { onGap } of [...channels.values()].flatMap((subscriptions) => [...subscriptions])) onGap?.()
        return
      }
      await fresh?.end()
      await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  async function connected(): Promise<pg.Client> {
    const fresh = await connect()
    // The event `end` follows, and says all.
    fresh.on('error', () => undefined)
    for (const channel of channels.keys()) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
    return fresh
  }

  attach(await connected())
  return {
    isConnected: () => client !== null,

    async listen(channel, subscription) {
      const subscriptions = channels.get(channel) ?? new Set()
      channels.set(channel, subscriptions.add(subscription))
      await client?.query(`listen ${client.escapeIdentifier(channel)}`)
      return async () => {
        if (!subscriptions.delete(subscription) || subscriptions.size > 0 || channels.get(channel) !== subscriptions) return
        channels.delete(channel)
        await client?.query(`unlisten ${client.escapeIdentifier(channel)}`)
      }
    },

    close() {
      closing.abort()
      const last = client
      last?.removeAllListeners('notification')
      return last
    },
  }
}

/** A connection that a network swallowed says nothing: ask, and drop it when no answer comes. */
async function beat(client: pg.Client): Promise<void> {
  const late = new AbortController()
  const answer = client.query('select').finally(() => late.abort())
  const isLate = pause(heartbeatMs, true, { signal: late.signal, ref: false }).catch(() => false)
  await Promise.race([answer.catch(() => undefined), isLate])
  if (!late.signal.aborted) (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
}
