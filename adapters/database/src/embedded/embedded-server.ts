import { mkdir, rmdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError } from '../database-error.ts'
import { findCluster, userName, type Cluster } from './cluster.ts'
import { launchFault } from './launch-fault.ts'
import { makeCluster } from './make-cluster.ts'
import { postgresPrograms } from './platform-package.ts'
import { isServerOf, runningPostmaster, type Postmaster } from './postmaster-file.ts'
import { serverIdentity } from './server-identity.ts'
import { serverSettings } from './server-settings.ts'
import { openSocketFolder } from './socket-folder.ts'
import { type ServerEnd, startServer, type ServerStart, type StartedServer } from './start-server.ts'

export interface EmbeddedServer {
  url: string
  processId: number
  socketFolder: string
  /** Its data directory. */
  data: string
}

export interface LaunchOptions {
  /** Added to the usual ones. */
  settings?: Readonly<Record<string, string>>
  signal?: AbortSignal | undefined
}

/** Replaying the log of a long run after a crash may take so long. */
const patienceMs = 120_000
const pollMs = 10
const stopPatienceMs = 30_000

/** The server of this folder: the one that runs, whoever started it, or a new one. */
export async function embeddedServer(folder: string, options: LaunchOptions = {}): Promise<EmbeddedServer> {
  try {
    // Says "no such file" of a read-only disk; without `recursive` it says what is so.
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(async () => mkdir(folder))
    return (await runningServer(folder)) ?? (await launched(folder, options))
  } catch (fault) {
    options.signal?.throwIfAborted()
    throw launchFault(folder, fault)
  }
}

/** Null when none runs, or one is not ready. */
export async function runningServer(folder: string): Promise<EmbeddedServer | null> {
  const cluster = await findCluster(folder)
  if (cluster === null) return null
  const postmaster = await runningPostmaster(cluster.data)
  return postmaster?.isReady === true ? described(cluster, postmaster) : null
}

async function launched(folder: string, { settings = {}, signal }: LaunchOptions): Promise<EmbeddedServer> {
  const programs = await postgresPrograms()
  const identity = await serverIdentity(folder, programs.postgres)
  if ((await findCluster(folder)) === null) await makeCluster(folder, programs, identity)
  const cluster = await findCluster(folder)
  if (cluster === null) throw new Error('its data directory vanished')
  const { postgres } = programs
  const socketFolders = new Set<string>()
  const start = async (): Promise<ServerStart> => {
    const socketFolder = await openSocketFolder(cluster, identity.userId)
    socketFolders.add(socketFolder)
    return { postgres, identity, socketFolder, settings: { ...serverSettings, ...settings } }
  }
  try {
    return described(cluster, await readyPostmaster(cluster, start, signal))
  } catch (fault) {
    // Where a server runs its socket is in it. Whoever only gave up may leave one that is starting.
    if (signal?.aborted !== true) for (const socketFolder of socketFolders) await rmdir(socketFolder).catch(() => undefined)
    throw fault
  }
}

/** Waits for the server that runs, and starts one whenever none does; a start that fails by itself is not repeated. */
async function readyPostmaster(
  cluster: Cluster,
  newStart: () => Promise<ServerStart>,
  signal?: AbortSignal,
): Promise<Postmaster> {
  const deadline = performance.now() + patienceMs
  let started: StartedServer | null = null
  while (performance.now() < deadline) {
    signal?.throwIfAborted()
    const postmaster = await runningPostmaster(cluster.data)
    if (postmaster?.isReady === true) return postmaster
    if (postmaster === null && isOver(started)) started = await startServer(cluster, await newStart())
    await pause(pollMs)
  }
  throw new DatabaseError(
    'database_unavailable',
    `The embedded database in ${cluster.folder} was not ready in ${patienceMs / 1000} s.`,
  )
}

/**
 * Whether a new start may be tried: none was made, or it ended because another server holds the directory or its socket folder vanished.
 * Throws when it failed by itself.
 */
function isOver(started: StartedServer | null): boolean {
  const end = started?.end()
  if (end === undefined) return true
  if (end !== null && !end.isOccupied && !hasLostSocketFolder(end)) throw new Error(end.output)
  return end !== null
}

/** Who stopped the last server removed the folder in this moment. */
function hasLostSocketFolder({ output }: ServerEnd): boolean {
  return /could not create lock file ".*\.s\.PGSQL.*": No such file or directory/.test(output)
}

/** Open transactions are rolled back, connections closed; resolves when the process has ended. */
export async function stopServer({ processId, data, socketFolder }: EmbeddedServer): Promise<void> {
  await signaled(processId, { data, signal: 'SIGINT' })
  // What it did not write in time, the next start takes from the log.
  await signaled(processId, { data, signal: 'SIGQUIT' })
  await rmdir(socketFolder).catch(() => undefined)
}

async function signaled(processId: number, { data, signal }: { data: string; signal: NodeJS.Signals }): Promise<void> {
  const deadline = performance.now() + stopPatienceMs
  if (await isServerOf(data, processId)) process.kill(processId, signal)
  while (performance.now() < deadline && (await isServerOf(data, processId))) await pause(pollMs)
}

function described({ data, password }: Cluster, { processId, socketFolder }: Postmaster): EmbeddedServer {
  const url = `postgres://${userName}:${password}@localhost/${userName}?host=${encodeURIComponent(socketFolder)}`
  return { url, processId, socketFolder, data }
}
