import { existsSync } from 'node:fs'
import { backup } from '@portofino/database'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { decimal } from '../terminal/numbers.ts'
import { givenFile } from './given-file.ts'
import { keptInWords } from './kept-in-words.ts'
import { databasePlace, withServerDatabase } from './server-database.ts'

const usage: Usage = {
  name: 'backup',
  form: 'FILE [options]',
  summary: 'Writes everything that the server keeps into one file: accounts, runs, results, reports, prices.',
  details: [
    'The server may go on meanwhile; the file shows one moment. It is whole or not there. It holds hashes of passwords, so only you can read it; keep it safe.',
    databasePlace,
  ],
  options: [{ name: 'force', meaning: 'replace FILE where it is a backup' }],
  examples: ['portofino backup portofino.backup'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const file = givenFile(given, usage.name)
  if (existsSync(file) && !given.has('force')) {
    surroundings.complain([`portofino backup: ${file} exists; --force replaces it where it is a backup.`])
    return exitCode.noData
  }
  return withServerDatabase(surroundings, usage.name, async (database) => {
    const { kept, bytes } = await backup(database, file)
    surroundings.print([`${file}: ${keptInWords(kept)} (${decimal(bytes / 1024, 0)} KiB).`])
    return exitCode.done
  })
}

export const backupCommand: Command = { usage, run }
