import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'
import { emailKey } from './users.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface Attempt {
  email: string
  /** Empty for strangers to the account. */
  source: string
  now: Date
}

export interface AttemptLimits {
  /** Failures that cost nothing. */
  free: number
  /** After the first that costs; each further one doubles it. */
  firstDelayMs: number
  longestDelayMs: number
  /** Failures older than this are forgotten. */
  memoryMs: number
}

/** Until when further attempts are refused; null when the next one may come now. */
export async function attemptBlockedUntil(db: Connection, { email, source, now }: Attempt): Promise<Date | null> {
  const row = await db
    .selectFrom('login_failures')
    .select('blocked_until')
    .where('email_key', '=', emailKey(email))
    .where('source', '=', source)
    .where('blocked_until', '>', now)
    .executeTakeFirst()
  return row?.blocked_until ?? null
}

/**
 * Counts an attempt as failed before it is looked at, so that of many at once no more than allowed are. False when attempts are
 * refused now. Who succeeds then calls `forgetFailures`, who was not looked at `returnAttempt`.
 */
export async function reserveAttempt(
  db: Connection,
  { email, source, now, ...limits }: Attempt & AttemptLimits,
): Promise<boolean> {
  const forgotten = new Date(now.getTime() - limits.memoryMs)
  const doublings = 40
  const { rows } = await sql<{ failures: number }>`
    insert into login_failures as old (email_key, source, failures, last_failure_at, blocked_until)
    values (${emailKey(email)}, ${source}, 1, ${now}, null)
    on conflict (email_key, source) do update set
      failures = case when old.last_failure_at < ${forgotten} then 1 else old.failures + 1 end,
      last_failure_at = ${now},
      blocked_until = case
        when old.last_failure_at < ${forgotten} or old.failures + 1 <= ${limits.free}::integer then null
        else ${now}::timestamptz + interval '1 millisecond' * least(
          ${limits.longestDelayMs}::double precision,
          ${limits.firstDelayMs}::double precision * power(2, least(old.failures - ${limits.free}::integer, ${doublings}::integer))
        )
      end
    where old.blocked_until is null or old.blocked_until <= ${now}
    returning failures`.execute(db)
  return rows.length > 0
}

/** The attempt was not looked at after all. */
export async function returnAttempt(db: Connection, { email, source }: Omit<Attempt, 'now'>): Promise<void> {
  await db
    .updateTable('login_failures')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), blocked_until: null }))
    .where('email_key', '=', emailKey(email))
    .where('source', '=', source)
    .where('failures', '>', 0)
    .execute()
}

/** After a good sign-in; every source of the account unless one is named. */
export async function forgetFailures(db: Connection, { email, source }: { email: string; source?: string }): Promise<void> {
  await db
    .deleteFrom('login_failures')
    .where('email_key', '=', emailKey(email))
    .$if(source !== undefined, (query) => query.where('source', '=', source!))
    .execute()
}

export async function deleteOldFailures(db: Connection, before: Date): Promise<void> {
  await db.deleteFrom('login_failures').where('last_failure_at', '<', before).execute()
}
