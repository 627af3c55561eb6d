import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unusable } from './launch-fault.ts'
import { postgresMajor } from './platform-package.ts'

/** A data directory of PostgreSQL and the password of its one user. */
export interface Cluster {
  /** Holds the data directory `cluster`, the lock and the log. */
  folder: string
  data: string
  password: string
}

export const userName = 'portofino'
export const passwordFile = 'portofino-password'

/** The cluster in the folder, checked; null when there is none. */
export async function findCluster(folder: string): Promise<Cluster | null> {
  const data = join(folder, 'cluster')
  const version = await textOf(join(data, 'PG_VERSION'))
  if (version === null) return null
  if (version.trim() !== postgresMajor) {
    const advice = 'start the version of PortoFino that wrote them, write a backup, and restore that here'
    throw unusable(folder, `its files are of PostgreSQL ${version.trim()}, and this version needs ${postgresMajor}; ${advice}`)
  }
  await checkMode(data, 0o700)
  const password = await textOf(join(data, passwordFile))
  if (password === null) throw unusable(folder, `${join(data, passwordFile)} is missing; bring it back from a copy of the folder`)
  await checkMode(join(data, passwordFile), 0o600)
  return { folder, data, password }
}

async function checkMode(path: string, wanted: number): Promise<void> {
  const { mode } = await stat(path)
  const [found, right] = [(mode & 0o777).toString(8), wanted.toString(8)]
  if ((mode & 0o077) !== 0) throw unusable(path, `others may reach it (mode ${found}); run chmod ${right} ${path}`)
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}
