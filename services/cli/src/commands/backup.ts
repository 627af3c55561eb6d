import { backup } from '@portofino/database'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { decimal } from '../terminal/numbers.ts'
import { givenFile } from './given-file.ts'
import { databasePlace, withServerDatabase } from './server-database.ts'

const usage: Usage = {
  name: 'backup',
  form: 'FILE',
  summary: 'Writes everything that the server keeps into one file: accounts, runs, results, reports, prices.',
  details: [
    'The server may go on meanwhile; the file shows one moment. It is whole or not there. It holds hashes of passwords, so only you can read it; keep it safe.',
    databasePlace,
  ],
  options: [],
  examples: ['portofino backup portofino.backup'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const file = givenFile(given, usage.name)
  return withServerDatabase(surroundings, usage.name, async (database) => {
    const { tables, bytes } = await backup(database, file)
    surroundings.print([`${file}: ${decimal(tables, 0)} tables, ${decimal(bytes / 1024, 0)} KiB.`])
    return exitCode.done
  })
}

export const backupCommand: Command = { usage, run }
