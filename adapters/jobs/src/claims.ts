import type { Tables } from '@portofino/database'
import { type Kysely, sql, type Transaction } from 'kysely'
import { fromKysely, type PgBoss } from 'pg-boss'
import { Interruption } from './running-job.ts'

/** A database that was away or full gets some rest. */
const postponedSeconds = 2

/** A job that a process has fetched. `retryCount` grows with every fetch after a start, so it tells this claim from later ones. */
export interface Claim {
  id: string
  queue: string
  data: unknown
  retryCount: number
  userId: string | null
}

/** Oldest first, users by turns; none of the users at `fullUsers`. */
export async function claimJobs(
  boss: PgBoss,
  { queue, limit, fullUsers }: { queue: string; limit: number; fullUsers: readonly string[] },
): Promise<Claim[]> {
  const jobs = await boss.fetch<object>(queue, { batchSize: limit, ignoreGroups: [...fullUsers] })
  return jobs.map(({ id, data, retryCount, groupId }) => ({ id, queue, data, retryCount, userId: groupId ?? null }))
}

/** Ends the jobs of one queue in the caller's transaction, unless one was canceled or another process has it now. */
export async function completeClaims(boss: PgBoss, trx: Transaction<Tables>, claims: readonly Claim[]): Promise<void> {
  const [first] = claims
  if (first === undefined) return
  const attempts = claims.map(({ id, retryCount }) => ({ id, retryCount }))
  const ended = idsIn(await boss.complete(first.queue, attempts, null, { db: fromKysely(trx) }))
  if (!claims.every(({ id }) => ended.has(id))) throw new Interruption('lost')
}

/** Hands the job back, to be tried again after the delay of its queue. */
export async function retryClaim(boss: PgBoss, trx: Transaction<Tables>, { id, queue, retryCount }: Claim): Promise<void> {
  const answer = await boss.fail(queue, [{ id, retryCount }], null, { db: fromKysely(trx) })
  if (!idsIn(answer).has(id)) throw new Interruption('lost')
}

/** Hands the job back, to be tried again after a while, as an attempt that does not count. */
export async function postponeClaim(trx: Transaction<Tables>, { id, queue, retryCount }: Claim): Promise<void> {
  const { numAffectedRows } = await sql`
    update pgboss.job
    set state = 'created', started_on = null, heartbeat_on = null, start_after = now() + make_interval(secs => ${postponedSeconds})
    where name = ${queue} and id = ${id} and retry_count = ${retryCount} and state = 'active'`.execute(trx)
  if (numAffectedRows !== 1n) throw new Interruption('lost')
}

/** Refreshes the heartbeat of these jobs and returns the ids of those still claimed. */
export async function refreshClaims(boss: PgBoss, queue: string, claims: readonly Claim[]): Promise<Set<string>> {
  const attempts = claims.map(({ id, retryCount }) => ({ id, retryCount }))
  return idsIn(await boss.touch(queue, attempts))
}

/** Those that the statement changed; the declared type leaves them out. */
function idsIn(answer: object): Set<string> {
  const ids: unknown = 'settled' in answer ? answer.settled : null
  return new Set(Array.isArray(ids) ? ids.map(String) : [])
}

/** Hands jobs back as they were, as if they had never been fetched. */
export async function returnClaims(db: Kysely<Tables>, claims: readonly Claim[]): Promise<void> {
  for (const { id, queue, retryCount } of claims) {
    await sql`
      update pgboss.job set state = 'created', started_on = null, heartbeat_on = null
      where name = ${queue} and id = ${id} and retry_count = ${retryCount} and state = 'active'`.execute(db)
  }
}

/** For when no process can be running any: all that were are tried again at once, and count as attempts. Says how many. */
export async function reviveOrphans(db: Kysely<Tables>, queues: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update pgboss.job set state = 'retry', heartbeat_on = null, start_after = now()
    where name = any(${queues}) and state = 'active' and retry_count < retry_limit`.execute(db)
  return Number(numAffectedRows ?? 0)
}
