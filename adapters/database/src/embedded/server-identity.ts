import { readFile } from 'node:fs/promises'
import { runProgram } from './run-program.ts'

/** Put before a command so that it does not run as root, which PostgreSQL refuses. Empty where nobody is root. */
export type CommandPrefix = readonly string[]

export async function unprivilegedPrefix(): Promise<CommandPrefix> {
  if (process.getuid?.() !== 0) return []
  const { userId, groupId } = await namedUser()
  const prefix = ['unshare', '--user', `--map-user=${userId}`, `--map-group=${groupId}`]
  const { exitCode } = await runProgram([...prefix, 'true'])
  return exitCode === 0 ? prefix : ['setpriv', `--reuid=${userId}`, `--regid=${groupId}`, '--clear-groups']
}

/** PostgreSQL wants a user who has a name; it is only seen inside the namespace. */
async function namedUser(): Promise<{ userId: number; groupId: number }> {
  const passwords = await readFile('/etc/passwd', 'utf8')
  const [, , userId = '65534', groupId = '65534'] = (/^nobody:.*$/m.exec(passwords)?.[0] ?? '').split(':')
  return { userId: Number(userId), groupId: Number(groupId) }
}
