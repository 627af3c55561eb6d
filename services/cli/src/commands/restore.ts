import { checkBackup, connectedPrograms, restore } from '@portofino/database'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { givenFile } from './given-file.ts'
import { keptInWords } from './kept-in-words.ts'
import { complainedFault, databasePlace, withServerDatabase } from './server-database.ts'

const usage: Usage = {
  name: 'restore',
  form: 'FILE [options]',
  summary: 'Brings back what backup wrote: all of it, or nothing changes.',
  details: ['Stop the server and all workers first. Only an empty database is filled, unless --replace is given.', databasePlace],
  options: [{ name: 'replace', meaning: 'give up what the database holds now' }],
  examples: ['portofino restore portofino.backup'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const file = givenFile(given, usage.name)
  try {
    // Before a database is made for it.
    await checkBackup(file)
  } catch (fault) {
    return complainedFault(fault, surroundings, usage.name)
  }
  return withServerDatabase(surroundings, usage.name, async (database) => {
    if (database.isEmbedded && !database.isOpenedAlone) {
      surroundings.complain([`portofino restore: a server is using ${surroundings.dataDirectory}; stop it first.`])
      return exitCode.noData
    }
    const users = database.isEmbedded ? [] : await connectedPrograms(database)
    if (users.length > 0) {
      const [are, them] = users.length === 1 ? ['is', 'it'] : ['are', 'them']
      surroundings.complain([`portofino restore: ${users.join(', ')} ${are} using this database; stop ${them} first.`])
      return exitCode.noData
    }
    const { kept, createdAt } = await restore(database, file, { replace: given.has('replace') })
    surroundings.print([`${keptInWords(kept)}: back as they were at ${createdAt}. Start the server with npm start.`])
    return exitCode.done
  })
}

export const restoreCommand: Command = { usage, run }
