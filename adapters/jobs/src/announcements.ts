import { randomUUID } from 'node:crypto'
import type { Database } from '@portofino/database'
import type { Logger } from '@portofino/telemetry'
import { sql } from 'kysely'

/** Short messages to whoever listens now, in this process at once, in all others of the database within a millisecond or two. */
export interface Announcements {
  /** Call it after the commit of what it tells of. It may get lost with a connection: who listens also looks at the table now and then. */
  announce(channel: string, payload: string): void
  /** From when the promise resolves until the answer is called. `onGap`: messages may be lost, read the table again. */
  subscribe(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<() => Promise<void>>
}

interface Message {
  channel: string
  payload: string
}

/**
 * On NOTIFY, outside the transactions it tells of: a transaction that notifies holds a lock of the whole server while it is written to disk, so
 * that no two could be written together. Messages of one moment go in one statement.
 */
export function openAnnouncements(database: Database, logger: Logger): Announcements {
  // One's own messages come back; they were delivered already.
  const origin = randomUUID()
  const handlers = new Map<string, Set<(payload: string) => void>>()
  let waiting: Message[] = []
  let isSending = false

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const messages = waiting
      waiting = []
      try {
        await sql`
          select set_config('synchronous_commit', 'off', true), pg_notify(message ->> 'channel', ${`${origin} `} || (message ->> 'payload'))
          from json_array_elements(${JSON.stringify(messages)}::json) as message`.execute(database.db)
      } catch (error) {
        logger.warn({ error, count: messages.length }, 'messages to other processes are lost; they find out by looking')
      }
    }
    isSending = false
  }

  return {
    announce(channel, payload) {
      for (const handler of handlers.get(channel) ?? []) handler(payload)
      waiting.push({ channel, payload })
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
          if (!text.startsWith(origin)) onMessage(text.slice(text.indexOf(' ') + 1))
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
