import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findCluster } from './embedded/cluster.ts'
import { embeddedServer } from './embedded/embedded-server.ts'
import { makeCluster } from './embedded/make-cluster.ts'
import { postgresMajor, postgresPrograms } from './embedded/platform-package.ts'
import { serverIdentity } from './embedded/server-identity.ts'

/** Test data need not survive a power cut. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '16MB' }
const run = promisify(execFile)

/** The address of an embedded server in a temporary folder; both go with this process, even with a killed one. */
export async function startTemporaryServer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-test-'))
  await copyModel(folder)
  const { url, processId, socketFolder } = await embeddedServer(folder, { settings })
  const end = 'read -r _; kill -QUIT "$0"; while kill -0 "$0"; do sleep 0.1; done; rm -rf "$1" "$2"'
  const parameters = ['-c', end, String(processId), folder, socketFolder]
  const watch = spawn('sh', parameters, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watch.unref()
  // Its input ends when this process does.
  const { stdin } = watch
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref()
  return url
}

/** Puts a new cluster into the folder. */
export async function copyModel(folder: string): Promise<void> {
  await run('cp', ['-Rp', join(await modelFolder(), 'cluster'), folder])
}

/** A folder with a cluster that nobody starts, kept for later processes: copying one is much faster than making one. */
async function modelFolder(): Promise<string> {
  const programs = await postgresPrograms()
  const recipe = await readFile(join(import.meta.dirname, 'embedded', 'make-cluster.ts'))
  const key = createHash('sha256').update(recipe).update(postgresMajor).update(programs.postgres).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `portofino-test-model-${key}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = await lstat(folder)
  // The name can be guessed.
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0)
    throw new Error(`Cannot keep a cluster for tests: ${folder} is somebody else's`)
  if ((await findCluster(folder)) === null) await makeCluster(folder, programs, await serverIdentity(folder, programs.postgres))
  return folder
}
