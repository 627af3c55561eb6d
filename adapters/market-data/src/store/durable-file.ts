import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const unfinished = '.part'
const abandonedAfterMs = 3_600_000

/**
 * Puts a file in place at once: whoever opens the path finds the old content or the new one, also after a crash at any moment.
 * When it cannot be written, the old content stays and nothing else is left behind.
 */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  await makeFolder(dirname(path))
  await writeAtOnce(path, content)
  await flushFolder(dirname(path))
}

/** The same for a folder that is there; a loss of power may undo it until the folder is flushed. */
export async function writeAtOnce(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomUUID()}${unfinished}`
  try {
    await writeAndFlush(temporary, content)
    await rename(temporary, path)
  } catch (fault) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw fault
  }
}

/**
 * Makes a folder and those above it, level by level: where the file system answers "no such file" to every attempt, as /proc does, Node's
 * own recursion never ends.
 */
export async function makeFolder(folder: string): Promise<void> {
  const fault = await mkdirFault(folder)
  if (fault === null) return
  const above = dirname(resolve(folder))
  if (!isWithoutParent(fault) || above === resolve(folder)) throw fault
  await makeFolder(above)
  const second = await mkdirFault(folder)
  if (second !== null) throw second
}

function isWithoutParent(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
}

/** Null when the folder is there now, whoever made it. */
async function mkdirFault(folder: string): Promise<unknown> {
  try {
    await mkdir(folder)
    return null
  } catch (fault) {
    const entry = await stat(folder).catch(() => null)
    return entry?.isDirectory() === true ? null : fault
  }
}

/** Removes what writers that were killed left unfinished long ago. */
export async function removeAbandoned(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(unfinished)) continue
    const entry = await stat(join(folder, name)).catch(() => null)
    if (entry !== null && now - entry.mtimeMs > abandonedAfterMs) await rm(join(folder, name), { force: true })
  }
}

async function writeAndFlush(path: string, content: Uint8Array | string): Promise<void> {
  await using file = await open(path, 'wx')
  await file.writeFile(content)
  await file.sync()
}

/** Makes the rename itself survive a loss of power. */
export async function flushFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r')
  await handle.sync()
}
