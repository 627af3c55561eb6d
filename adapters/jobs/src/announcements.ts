import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '@portofino/database'
import type { Logger } from '@portofino/telemetry'
import { sql } from 'kysely'

/** `news` is undefined for messages of other processes. */
export type MessageHandler = (payload: string, news?: unknown) => void

/** Short messages to whoever listens now, in this process at once, in all others of the database some milliseconds later. */
export interface Announcements {
  /** A payload is one short line. `news` goes with it within this process. Call it after the commit of what it tells of. It may get lost with a connection: who listens also looks at the table now and then. */
  announce(channel: string, payload: string, news?: unknown): void
  /** Calls `onMessage` for each message sent after the promise resolves; call the returned function to stop. `onGap`: messages may be lost, read the table again. */
  subscribe(channel: string, onMessage: MessageHandler, onGap: () => void): Promise<() => Promise<void>>
}

const gatherMs = 20
/** They are ids and names of queues. */
const payloadsAtOnce = 150

/**
 * On NOTIFY, outside the transactions it tells of: a transaction that notifies holds a lock of the whole server while it is written to disk, so
 * that no two could be written together. Under load, messages are gathered for a while, and each is said once.
 */
export function openAnnouncements(database: Database, logger: Logger): Announcements {
  // One's own messages come back; they were delivered already.
  const origin = randomUUID()
  const handlers = new Map<string, Set<MessageHandler>>()
  let waiting = new Map<string, Set<string>>()
  let isSending = false

  async function send(): Promise<void> {
    while (waiting.size > 0) {
      const messages = [...waiting].flatMap(([channel, payloads]) => notifications(channel, [...payloads]))
      waiting = new Map()
      try {
        await sql`
          select set_config('synchronous_commit', 'off', true), pg_notify(message ->> 'channel', ${`${origin}\n`} || (message ->> 'lines'))
          from json_array_elements(${JSON.stringify(messages)}::json) as message`.execute(database.db)
      } catch (error) {
        logger.warn({ error, count: messages.length }, 'messages to other processes are lost; they find out by looking')
      }
      await pause(gatherMs)
    }
    isSending = false
  }

  return {
    announce(channel, payload, news) {
      for (const handler of handlers.get(channel) ?? []) handler(payload, news)
      waiting.set(channel, (waiting.get(channel) ?? new Set()).add(payload))
      if (isSending) return
      isSending = true
      setImmediate(() => void send())
    },

    async subscribe(channel, onMessage, onGap) {
      const same = handlers.get(channel) ?? new Set()
      handlers.set(channel, same.add(onMessage))
      const end = await database.listen(
        channel,
        (text) => {
          const [from, ...payloads] = text.split('\n')
          if (from !== origin) for (const payload of payloads) onMessage(payload)
        },
        onGap,
      )
      return async () => {
        same.delete(onMessage)
        await end()
      }
    },
  }
}

/** As many payloads in each as the server takes: less than 8,000 bytes. */
function notifications(channel: string, payloads: readonly string[]): { channel: string; lines: string }[] {
  const groups = Math.ceil(payloads.length / payloadsAtOnce)
  return Array.from({ length: groups }, (_, group) => {
    return { channel, lines: payloads.slice(group * payloadsAtOnce, (group + 1) * payloadsAtOnce).join('\n') }
  })
}
