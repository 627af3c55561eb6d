import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

const hasCode = (fault: unknown, code: string): boolean => fault instanceof Error && 'code' in fault && fault.code === code

/** The content; null when there is no such file. A file that others could read or have put there is refused. */
export async function readSecretFile(path: string): Promise<Buffer | null> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    const { mode, uid } = await file.stat()
    if ((mode & 0o077) !== 0) {
      throw new Error(`Cannot use the key ${path}: its mode must be 600, got ${(mode & 0o777).toString(8)}`)
    }
    if (uid !== process.getuid?.()) throw new Error(`Cannot use the key ${path}: it belongs to user ${uid}, not to this process`)
    return await file.readFile()
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return null
    if (hasCode(fault, 'ELOOP')) throw new Error(`Cannot use the key ${path}: it is a symbolic link`, { cause: fault })
    throw fault
  }
}

/** Writes a file of mode 600 in a folder of mode 700, whole or not at all. Of several writers at once the first one's stays. */
export async function createSecretFile(path: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${randomUUID()}.part`
  try {
    await using file = await open(temporary, 'wx', 0o600)
    await file.writeFile(content)
    await file.sync()
    await link(temporary, path)
  } catch (fault) {
    if (!hasCode(fault, 'EEXIST')) throw fault
  } finally {
    await rm(temporary, { force: true })
  }
}
