import { DatabaseError, openDatabase } from '@portofino/database'
import type { Database } from '@portofino/database'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'

/** Says where a command finds the server's database, for help texts. */
export const databasePlace = 'Works on the database in ./data, where PORTOFINO_DATA_DIR or DATA_DIR says, or at DATABASE_URL.'

/** Does something with the server's database. What is wrong with it becomes a sentence, not a fault of the program. */
export async function withServerDatabase(
  { dataDirectory, databaseUrl, complain }: Surroundings,
  purpose: string,
  action: (database: Database) => Promise<number>,
): Promise<number> {
  const place = databaseUrl === null ? { dataDirectory } : { dataDirectory, databaseUrl }
  try {
    await using database = await openDatabase({ ...place, applicationName: `portofino ${purpose}`, maxConnections: 2 })
    return await action(database)
  } catch (fault) {
    return complainedFault(fault, { complain }, purpose)
  }
}

/** Throws on what is no fault of the database or a backup. */
export function complainedFault(fault: unknown, { complain }: Pick<Surroundings, 'complain'>, purpose: string): number {
  if (!(fault instanceof DatabaseError)) throw fault
  complain([`portofino ${purpose}: ${fault.message}`])
  return exitCode.noData
}
