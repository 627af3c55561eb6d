import { readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

/** What a running server writes into its data directory. */
export interface Postmaster {
  processId: number
  socketFolder: string
  isReady: boolean
}

export const postmasterFile = (data: string): string => join(data, 'postmaster.pid')

/** The server that runs on this data directory; null when there is none, or the file is left from a dead one. */
export async function runningPostmaster(data: string): Promise<Postmaster | null> {
  const text = await readFile(postmasterFile(data), 'utf8').catch(() => '')
  const [processId, , , , socketFolder, , , status] = text.split('\n')
  const postmaster = { processId: Number(processId), socketFolder: socketFolder ?? '', isReady: status?.trim() === 'ready' }
  return (await isServerOf(data, postmaster.processId)) ? postmaster : null
}

/** Whether the process lives and works on that data directory: the number alone may be a zombie's or a stranger's. */
export async function isServerOf(data: string, processId: number): Promise<boolean> {
  if (!Number.isInteger(processId) || processId < 1 || !isAlive(processId)) return false
  if (process.platform !== 'linux') return isPostgres(await outputOf(['ps', '-o', 'state=,comm=', '-p', String(processId)]))
  const folder = await readlink(`/proc/${processId}/cwd`).catch((fault: NodeJS.ErrnoException) => fault.code)
  // Another user's, and this one may not look.
  if (folder === 'EACCES') return isPostgres(await outputOf(['ps', '-o', 'state=,comm=', '-p', String(processId)]))
  return folder === (await realpath(data))
}

/** Also true for a zombie. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}

function isPostgres(stateAndName: string): boolean {
  return /^\s*[^ZX\s]\S*\s.*postgres/.test(stateAndName)
}

async function outputOf(command: readonly string[]): Promise<string> {
  return (await runProgram(command)).output
}
