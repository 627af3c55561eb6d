import { openDatabase } from '@portofino/database'

export interface TaskCounts {
  /** Submissions that were answered. */
  accepted: number
  /** Accepted or written, but without a row or not done in the end. */
  lost: number
  /** With more than one last message, event or result. */
  doubled: number
  /** With messages that are not numbered from 1 without gaps. */
  gapped: number
  /** Runs that were cut off and begun again. */
  interrupted: number
  /** Runs that met a fault that passes, such as a busy database, and said that they wait to be tried again. */
  putBack: number
  /** Rows of runs that no answer told of, as when the kill came before it. */
  unanswered: number
}

/** What the database of a data directory holds of the accepted tasks, and of others that it holds. */
export async function taskCounts(dataDirectory: string, accepted: ReadonlySet<string>): Promise<TaskCounts> {
  await using database = await openDatabase({ dataDirectory, applicationName: 'count' })
  const { db } = database
  const rows = await db.selectFrom('simulations').select(['task_id', 'status']).execute()
  const messages = await db.selectFrom('task_event').select(['task_id', 'seq', 'message']).orderBy('seq').execute()
  const events = await db.selectFrom('outbox').select(['subject', 'type']).execute()
  const statusOf = new Map(rows.map(({ task_id: taskId, status }) => [taskId, status]))
  const messagesOf = Map.groupBy(messages, ({ task_id: taskId }) => taskId)
  const donesOf = Map.groupBy(
    events.filter(({ type }) => type === 'simulation.done'),
    ({ subject }) => subject,
  )
  const tasks = Array.from(new Set([...accepted, ...statusOf.keys()]), (taskId) => {
    const said = messagesOf.get(taskId) ?? []
    const dones = donesOf.get(taskId)?.length ?? 0
    return { isDone: statusOf.get(taskId) === 'done' && dones > 0, dones, said }
  })
  const saying = (said: typeof messages, status: string): number => said.filter(({ message }) => message.status === status).length
  // Whoever waits again says why, in a step.
  const submissions = (said: typeof messages): number =>
    said.filter(({ message }) => message.status === 'queued' && message['step'] === undefined).length
  return {
    accepted: accepted.size,
    lost: tasks.filter(({ isDone, said }) => !isDone || saying(said, 'done') === 0).length,
    doubled: tasks.filter(({ dones, said }) => dones > 1 || saying(said, 'done') > 1 || submissions(said) > 1).length,
    gapped: tasks.filter(({ said }) => said.some(({ seq }, i) => seq !== i + 1)).length,
    interrupted: tasks.filter(({ said }) => said.filter(({ message }) => message['percent'] === 0).length > 1).length,
    putBack: tasks.filter(({ said }) => saying(said, 'queued') > submissions(said)).length,
    unanswered: rows.filter(({ task_id: taskId }) => !accepted.has(taskId)).length,
  }
}
