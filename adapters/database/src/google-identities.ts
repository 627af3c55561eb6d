import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface GoogleIdentity {
  issuer: string
  subject: string
}

/** Whose identity it is. */
export async function findUserByIdentity(db: Connection, { issuer, subject }: GoogleIdentity): Promise<number | undefined> {
  const row = await db
    .selectFrom('google_identities')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.user_id
}

/** False when the identity belongs to another account, or the account has another identity. Linking twice is no fault. */
export async function linkIdentity(
  db: Connection,
  { issuer, subject, userId, email }: GoogleIdentity & { userId: number; email: string },
): Promise<boolean> {
  await db
    .insertInto('google_identities')
    .values({ issuer, subject, user_id: userId, email })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findUserByIdentity(db, { issuer, subject })) === userId
}

export async function isGoogleLinked(db: Connection, userId: number): Promise<boolean> {
  const row = await db.selectFrom('google_identities').select('user_id').where('user_id', '=', userId).executeTakeFirst()
  return row !== undefined
}
