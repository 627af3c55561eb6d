import { endSessions, forgetFailures, setPasswordHash, setRole } from '@portofino/database'
import type { Database } from '@portofino/database'
import { passwordFault, passwordHashing } from '@portofino/passwords'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Surroundings } from '../surroundings.ts'

export interface ActionGiven {
  database: Database
  user: { id: number; email: string }
  surroundings: Surroundings
}

/** Does it and says so in one sentence. */
export type UserAction = (given: ActionGiven) => Promise<string>

export const userActions: Readonly<Record<string, UserAction | undefined>> = {
  operator: makeOperator,
  'set-password': setPassword,
  unlock,
}

async function makeOperator({ database, user }: ActionGiven): Promise<string> {
  await setRole(database.db, { userId: user.id, role: 'operator' })
  return `${user.email} is an operator now.`
}

async function setPassword({ database, user, surroundings }: ActionGiven): Promise<string> {
  const password = await surroundings.readSecret(`New password of ${user.email}: `)
  const fault = passwordFault(password, { minimumLength: surroundings.passwordMinLength, email: user.email })
  if (fault !== null) throw new WrongUse(fault, 'user')
  if ((await surroundings.readSecret('Once more: ')) !== password) throw new WrongUse('the two passwords differ', 'user')
  const hash = await passwordHashing().hash(password)
  const ended = await database.db.transaction().execute(async (trx) => {
    await setPasswordHash(trx, { userId: user.id, hash })
    await forgetFailures(trx, { email: user.email })
    return endSessions(trx, { userId: user.id, now: new Date() })
  })
  return `${user.email} has a new password; ${ended.length === 1 ? '1 session has' : `${ended.length} sessions have`} ended.`
}

async function unlock({ database, user }: ActionGiven): Promise<string> {
  await forgetFailures(database.db, { email: user.email })
  return `${user.email} may try to sign in again at once.`
}
