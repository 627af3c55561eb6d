import { z } from 'zod'

/** Every change of state that others may want to know of; the words before the point name the topic. */
export const eventTypes = [
  'simulation.queued',
  'simulation.started',
  'simulation.done',
  'simulation.failed',
  'simulation.canceled',
  'history.created',
  'history.updated',
  'history.deleted',
  'history.restored',
  'report.queued',
  'report.done',
  'report.failed',
] as const

export type EventType = (typeof eventTypes)[number]

/** One row of the outbox, with the names of CloudEvents. Consumers see it at least once and tell repeats by `id`. */
export const eventSchema = z.object({
  id: z.uuid(),
  type: z.enum(eventTypes),
  time: z.iso.datetime(),
  subject: z.string().describe('id of what changed; events of one subject keep their order'),
  user_id: z.int().nullable(),
  data: z.record(z.string(), z.unknown()),
  version: z.int().min(1).describe('of the form of data'),
})

export type DomainEvent = z.infer<typeof eventSchema>
