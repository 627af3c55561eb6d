import { DatabaseError, findUserByEmail, openDatabase } from '@portofino/database'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { userActions } from './user-actions.ts'
import type { UserAction } from './user-actions.ts'

const usage: Usage = {
  name: 'user',
  form: 'operator|set-password|unlock EMAIL',
  summary: 'Helps with an account of the server: makes it an operator, sets its password, or lets it try to sign in again.',
  details: [
    'Works beside a running server and without one, on the database in ./data, where PORTOFINO_DATA_DIR or DATA_DIR says, or at DATABASE_URL.',
    'set-password asks for the password, or reads the first line of standard input, and ends all sessions of the account.',
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
  try {
    return await helped(email, action, surroundings)
  } catch (fault) {
    if (!(fault instanceof DatabaseError)) throw fault
    surroundings.complain([`portofino: ${fault.message}`])
    return exitCode.noData
  }
}

async function helped(email: string, action: UserAction, surroundings: Surroundings): Promise<number> {
  const { dataDirectory, databaseUrl } = surroundings
  const place = databaseUrl === null ? { dataDirectory } : { dataDirectory, databaseUrl }
  await using database = await openDatabase({ ...place, applicationName: 'portofino user', maxConnections: 2 })
  const user = await findUserByEmail(database.db, email)
  if (user === undefined) {
    surroundings.complain([
      `portofino: there is no account of ${email} in ${databaseUrl === null ? dataDirectory : 'this database'}.`,
    ])
    return exitCode.noData
  }
  const said = await action({ database, user: { id: user.id, email }, surroundings })
  surroundings.print([said])
  return exitCode.done
}

export const userCommand: Command = { usage, run }
