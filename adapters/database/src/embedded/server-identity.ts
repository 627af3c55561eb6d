import { chown, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unusable } from './launch-fault.ts'
import { runProgram } from './run-program.ts'

/** As whom PostgreSQL runs, which refuses root. */
export interface ServerIdentity {
  /** Put before its commands; empty where this process is not root. */
  prefix: readonly string[]
  /** Owns its files. */
  userId: number
}

interface User {
  userId: number
  groupId: number
}

/**
 * This user. For root: a namespace in which root bears another number; where that is forbidden, the owner of the data or nobody, who may read
 * past a closed home folder if it must.
 */
export async function serverIdentity(folder: string, postgres: string): Promise<ServerIdentity> {
  const userId = process.getuid?.() ?? 0
  const owner = await ownerOf(join(folder, 'cluster'))
  if (userId !== 0) {
    if (owner !== null && owner.userId !== userId)
      throw unusable(folder, `it belongs to user ${owner.userId}, not to ${userId}; start as that user`)
    return { prefix: [], userId }
  }
  if (owner !== null && owner.userId !== 0) return switchedUser(owner, folder, postgres)
  const nobody = await namedUser()
  const namespace = ['unshare', '--user', `--map-user=${nobody.userId}`, `--map-group=${nobody.groupId}`]
  if (await succeeds([...namespace, 'true'])) return { prefix: namespace, userId: 0 }
  await giveTo(nobody, folder)
  return switchedUser(nobody, folder, postgres)
}

async function switchedUser({ userId, groupId }: User, folder: string, postgres: string): Promise<ServerIdentity> {
  const plain = ['setpriv', `--reuid=${userId}`, `--regid=${groupId}`, '--clear-groups']
  const past = [...plain, '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  for (const prefix of [plain, past]) {
    if (await succeeds([...prefix, 'sh', '-c', 'cd "$0" && exec "$1" --version', folder, postgres])) return { prefix, userId }
  }
  const advice = 'start as an ordinary user, or set DATABASE_URL to a PostgreSQL server'
  throw unusable(folder, `PostgreSQL refuses to run as root, and this system lets root become nobody else; ${advice}`)
}

async function ownerOf(path: string): Promise<User | null> {
  try {
    const { uid, gid } = await stat(path)
    return { userId: uid, groupId: gid }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}

/** PostgreSQL wants a user who has a name. */
async function namedUser(): Promise<User> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, , userId = '65534', groupId = '65534'] = (/^nobody:.*$/m.exec(accounts)?.[0] ?? '').split(':')
  return { userId: Number(userId), groupId: Number(groupId) }
}

async function giveTo({ userId, groupId }: User, folder: string): Promise<void> {
  await chown(folder, userId, groupId)
  const { exitCode, output } = await runProgram(['chown', '-R', '-h', `${userId}:${groupId}`, folder])
  if (exitCode !== 0) throw new Error(output)
}

async function succeeds(command: readonly string[]): Promise<boolean> {
  const { exitCode } = await runProgram(command)
  return exitCode === 0
}
