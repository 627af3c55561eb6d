import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { passwordFile, userName } from './cluster.ts'
import type { PostgresPrograms } from './platform-package.ts'
import { isAlive } from './postmaster-file.ts'
import { runProgram } from './run-program.ts'
import type { ServerIdentity } from './server-identity.ts'

/** Makes a cluster beside its place and then renames it: nobody meets a part of one, and of two makers one wins. */
export async function makeCluster(folder: string, programs: PostgresPrograms, identity: ServerIdentity): Promise<void> {
  await removeLeftovers(folder)
  const unfinished = await mkdtemp(join(folder, `unfinished-${process.pid}-`))
  try {
    await chown(unfinished, identity.userId, -1)
    await run([...identity.prefix, programs.initdb, '-D', unfinished, ...initdbParameters])
    const password = randomBytes(32).toString('base64url')
    await run([...identity.prefix, programs.postgres, '--single', '-D', unfinished, 'postgres'], ownerStatements(password))
    await writeFile(join(unfinished, 'pg_hba.conf'), accessRules, { flush: true })
    await writeFile(join(unfinished, passwordFile), password, { mode: 0o600, flush: true })
    await rename(unfinished, join(folder, 'cluster')).catch(unlessTaken)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
// The password is 256 random bits: repeating its hash protects nothing and costs each connection milliseconds.
const initdbParameters = ['--username=postgres', '--auth=trust', ...locale, '--no-instructions', '--set=scram_iterations=1']

/** Nobody else gets in, the superuser neither. */
const accessRules = `local all ${userName} scram-sha-256\n`

/** The service is no superuser. */
function ownerStatements(password: string): string {
  return `create role ${userName} login createdb password '${password}';\ncreate database ${userName} owner ${userName};\n`
}

async function run(command: string[], input = ''): Promise<void> {
  const { exitCode, output } = await runProgram(command, input)
  if (exitCode !== 0) throw new Error(output)
}

function unlessTaken(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'ENOTEMPTY' && fault.code !== 'EEXIST') throw fault
}

/** Making one takes seconds. */
const leftoverAfterMs = 600_000

/** What killed makers left. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = /^unfinished-(\d+)-/.exec(name)?.[1]
    if (maker === undefined) continue
    const entry = await stat(join(folder, name)).catch(() => null)
    // In containers numbers repeat: a process that bears the maker's may be another.
    const isOld = entry !== null && entry.mtimeMs < Date.now() - leftoverAfterMs
    // Its initdb may be at work for a moment longer.
    if (isOld || !isAlive(Number(maker))) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 10 })
  }
}
