// A process of the integration tests: node database-user.ts DATA-DIRECTORY [insert]
// Opens the database and prints a line of JSON: what it got, or the fault. With `insert` it then adds rows and prints the id of each that
// was acknowledged. It leaves when its input ends.
import { once } from 'node:events'
import { join } from 'node:path'
import { type Database, openDatabase } from './database.ts'
import { DatabaseError } from './database-error.ts'
import { runningServer } from './embedded/embedded-server.ts'

const [dataDirectory = '', task] = process.argv.slice(2)
const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

async function use(): Promise<void> {
  await using database = await openDatabase({ dataDirectory, applicationName: 'database-user' })
  const { url, isOpenedAlone } = database
  print({ url, isOpenedAlone, server: (await runningServer(join(dataDirectory, 'database')))?.processId })
  const left = once(process.stdin.resume(), 'end')
  if (task === 'insert') await insertForever(database)
  await left
}

async function insertForever({ db }: Database): Promise<never> {
  while (true) {
    const { id } = await db
      .insertInto('users')
      .values({ role: 'member', is_guest: true, expires_at: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    print(id)
  }
}

await use().catch((fault: unknown) => {
  if (!(fault instanceof DatabaseError)) throw fault
  print({ code: fault.code, message: fault.message })
})
