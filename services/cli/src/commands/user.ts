import { findUserByEmail } from '@portofino/database'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { databasePlace, withServerDatabase } from './server-database.ts'
import { userActions } from './user-actions.ts'
import type { UserAction } from './user-actions.ts'

const usage: Usage = {
  name: 'user',
  form: 'operator|set-password|unlock EMAIL',
  summary: 'Helps with an account of the server: makes it an operator, sets its password, or lets it try to sign in again.',
  details: [
    'set-password asks for the password, or reads the first line of standard input, and ends all sessions of the account. PASSWORD_MIN_LENGTH counts as for the server, which may be running.',
    databasePlace,
  ],
  options: [],
  examples: ['portofino user unlock ann@example.com'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const [name, email, ...others] = given.positionals
  const names = Object.keys(userActions).join(', ')
  if (name === undefined) throw new WrongUse(`no action given; give one of ${names}, then the e-mail address`, usage.name)
  const action = userActions[name]
  if (action === undefined) throw new WrongUse(`unknown action "${name}"; give one of ${names}`, usage.name)
  if (email === undefined) throw new WrongUse(`no e-mail address given; write it after ${name}`, usage.name)
  if (others.length > 0) throw new WrongUse(`one account at a time, got ${others.length + 1}`, usage.name)
  return helped(email, action, surroundings)
}

async function helped(email: string, action: UserAction, surroundings: Surroundings): Promise<number> {
  return withServerDatabase(surroundings, usage.name, async (database) => {
    const user = await findUserByEmail(database.db, email)
    if (user === undefined) {
      const place = surroundings.databaseUrl === null ? surroundings.dataDirectory : 'this database'
      surroundings.complain([`portofino user: there is no account of ${email} in ${place}.`])
      return exitCode.noData
    }
    surroundings.print([await action({ database, user: { id: user.id, email }, surroundings })])
    return exitCode.done
  })
}

export const userCommand: Command = { usage, run }
