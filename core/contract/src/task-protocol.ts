/** What clients need to follow a task, apart from the schemas, so that they need not carry those. */

/** How a task can stand. */
export const taskStatuses = ['queued', 'running', 'done', 'failed', 'canceled'] as const

export type TaskStatus = (typeof taskStatuses)[number]

/** A task in one of these states says nothing more. */
export const finalStatuses: readonly TaskStatus[] = ['done', 'failed', 'canceled']

/** The subprotocol of our sockets; browsers offer it beside their ticket. */
export const socketProtocol = 'portofino.v1'

/** Why a socket was closed. */
export const closeCodes = {
  finished: 1000,
  stopping: 1001,
  malformed: 1008,
  failed: 1011,
  tryLater: 1013,
  signInRequired: 4401,
  notFound: 4404,
  tooMany: 4429,
} as const
