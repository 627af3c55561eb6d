import type { EventType } from '@portofino/contract'
import type { Tables } from '@portofino/database'
import type { Transaction } from 'kysely'

/** As consumers see it, with the names of CloudEvents. */
export interface RelayedEvent {
  id: string
  type: string
  time: Date
  subject: string
  userId: number | null
  data: unknown
}

/** Sees each event at least once and, through the relay, notes each once: by id, in the transaction of what it does. */
export interface EventConsumer {
  name: string
  /** Of the events that it wants, at least one. */
  types: readonly [EventType, ...EventType[]]
  consume(trx: Transaction<Tables>, events: readonly RelayedEvent[]): Promise<void>
}
