import type { Tables } from '@portofino/database'
import { sql, type Transaction } from 'kysely'
import { lostQueue } from './queue-settings.ts'

export interface RowWithoutJob {
  taskId: string
  userId: number
  createdAt: Date
}

/**
 * Rows of tasks that have not ended, and that no job stands for: it was not in a backup, or waited for longer than jobs are kept. Oldest first, and
 * locked. One statement, since a task and its job change in one transaction: it sees both before or both after. What is left of jobs that ended
 * goes, so that others can be enqueued in their place.
 */
export async function rowsWithoutJob(
  trx: Transaction<Tables>,
  { table, queue }: { table: 'simulations' | 'reports'; queue: string },
): Promise<RowWithoutJob[]> {
  const { rows } = await sql<RowWithoutJob>`
    select task_id as "taskId", user_id as "userId", created_at as "createdAt" from ${sql.table(table)} as task
    where (status = 'queued' or status = 'running')
      and not exists (select from pgboss.job where name = ${queue} and id = task_id and state < 'completed')
      and not exists (select from pgboss.job where name = ${lostQueue} and source_id = task_id and state < 'completed')
    order by created_at, task_id for no key update of task`.execute(trx)
  const ids = rows.map(({ taskId }) => taskId)
  if (ids.length > 0) await sql`delete from pgboss.job where name = ${queue} and id = any(${ids}::uuid[])`.execute(trx)
  return rows
}
