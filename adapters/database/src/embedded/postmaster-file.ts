import { readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running server writes into its data directory. */
export interface Postmaster {
  processId: number
  socketFolder: string
  isReady: boolean
}

export const postmasterFile = (cluster: string): string => join(cluster, 'postmaster.pid')

/** The server that runs on this data directory; null when there is none, or its file is a dead one's. */
export async function runningPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(postmasterFile(cluster), 'utf8').catch(() => '')
  const [processId, , , , socketFolder, , , status] = text.split('\n')
  const postmaster = { processId: Number(processId), socketFolder: socketFolder ?? '', isReady: status?.trim() === 'ready' }
  return (await isServerOf(cluster, postmaster.processId)) ? postmaster : null
}

/** Whether the process lives and works in that data directory: its number alone may belong to a zombie or a stranger. */
async function isServerOf(cluster: string, processId: number): Promise<boolean> {
  if (!Number.isInteger(processId) || processId < 1) return false
  if (process.platform !== 'linux') return isAlive(processId)
  const folder = await readlink(`/proc/${processId}/cwd`).catch((fault: NodeJS.ErrnoException) => fault.code)
  if (folder === 'EACCES') return isAlive(processId)
  return folder === (await realpath(cluster))
}

export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}
