import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import type { PostgresPrograms } from './platform-package.ts'
import { runProgram } from './run-program.ts'
import type { CommandPrefix } from './server-identity.ts'

/** A data directory of PostgreSQL and the password of its one user. */
export interface Cluster {
  folder: string
  password: string
}

export const userName = 'portofino'
const passwordFile = 'portofino-password'

/** The cluster below the folder; made when there is none. Made beside and then renamed: a part of one is never used, and of two makers one wins. */
export async function openCluster(folder: string, programs: PostgresPrograms, prefix: CommandPrefix): Promise<Cluster> {
  const cluster = join(folder, 'cluster')
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(folder, programs, prefix)
  return { folder: cluster, password: await readFile(join(cluster, passwordFile), 'utf8') }
}

async function makeCluster(folder: string, programs: PostgresPrograms, prefix: CommandPrefix): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = await mkdtemp(join(folder, 'unfinished-'))
  try {
    await run([...prefix, programs.initdb, '-D', unfinished, ...initdbParameters], '')
    const password = randomBytes(32).toString('base64url')
    await run([...prefix, programs.postgres, '--single', '-D', unfinished, 'postgres'], ownerStatements(password))
    await writeFile(join(unfinished, 'pg_hba.conf'), accessRules, { flush: true })
    await writeFile(join(unfinished, passwordFile), password, { mode: 0o600, flush: true })
    await chmod(unfinished, 0o700)
    await rename(unfinished, join(folder, 'cluster')).catch(async (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'ENOTEMPTY' && fault.code !== 'EEXIST') throw fault
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

const initdbParameters = [
  ...['-U', 'postgres', '--auth=trust', '-E', 'UTF8'],
  ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  // The password is 256 random bits: repeating its hash protects nothing and costs each connection milliseconds.
  ...['-c', 'scram_iterations=1'],
]

/** Nobody else gets in, the superuser neither. */
const accessRules = `local all ${userName} scram-sha-256\n`

/** The service is no superuser. */
function ownerStatements(password: string): string {
  return `create role ${userName} login createdb password '${password}';\ncreate database ${userName} owner ${userName};\n`
}

async function run(command: string[], input: string): Promise<void> {
  const { exitCode, output } = await runProgram(command, input)
  if (exitCode !== 0) throw new DatabaseError('database_unusable', `Cannot create the embedded database: ${output}`)
}
