import { setTimeout as pause } from 'node:timers/promises'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { openCluster, userName, type Cluster } from './cluster.ts'
import { postgresPrograms, type PostgresPrograms } from './platform-package.ts'
import { isAlive, runningPostmaster, type Postmaster } from './postmaster-file.ts'
import { unprivilegedPrefix } from './server-identity.ts'
import { serverSettings } from './server-settings.ts'
import { socketFolder } from './socket-folder.ts'
import { occupied, startServer } from './start-server.ts'

export interface EmbeddedServer {
  url: string
  processId: number
}

const patienceMs = 60_000
const pollMs = 5

/** The server of this folder: the one that runs, whoever started it, or a new one. */
export async function embeddedServer(folder: string): Promise<EmbeddedServer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const programs = await postgresPrograms()
  const cluster = await openCluster(folder, programs, await unprivilegedPrefix())
  const postmaster = await readyPostmaster(cluster, programs)
  return { url: serverUrl(cluster, postmaster), processId: postmaster.processId }
}

async function readyPostmaster(cluster: Cluster, programs: PostgresPrograms): Promise<Postmaster> {
  const deadline = Date.now() + patienceMs
  let ended: number | null | undefined = occupied
  while (Date.now() < deadline) {
    const postmaster = await runningPostmaster(cluster.folder)
    if (postmaster?.isReady) return postmaster
    if (postmaster === null && ended !== undefined) {
      if (ended !== occupied)
        throw new DatabaseError('database_unusable', `Cannot start the embedded database: see ${logFile(cluster)}.`)
      ended = undefined
      const started = await start(cluster, programs)
      void started.ended.then((exitCode) => (ended = exitCode))
    }
    await pause(pollMs)
  }
  throw new DatabaseError('database_unavailable', 'The embedded database did not become ready in a minute.')
}

async function start(cluster: Cluster, { postgres }: PostgresPrograms) {
  return startServer({
    cluster: cluster.folder,
    postgres,
    prefix: await unprivilegedPrefix(),
    socketFolder: await socketFolder(cluster),
    logFile: logFile(cluster),
    settings: serverSettings,
  })
}

/** Open transactions are rolled back, connections closed; resolves when the process has ended. */
export async function stopServer({ processId }: EmbeddedServer): Promise<void> {
  process.kill(processId, 'SIGINT')
  while (isAlive(processId)) await pause(pollMs)
}

function serverUrl({ password }: Cluster, postmaster: Postmaster): string {
  return `postgres://${userName}:${password}@localhost/${userName}?host=${encodeURIComponent(postmaster.socketFolder)}`
}

const logFile = ({ folder }: Cluster): string => join(folder, '..', 'server.log')
