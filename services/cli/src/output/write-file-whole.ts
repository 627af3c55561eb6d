import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { WrongUse } from '../arguments/wrong-use.ts'
import { fileFault } from '../input/file-fault.ts'

export interface FileText {
  pieces: Iterable<string>
  /** For the message of a fault. */
  command: string
}

/**
 * Writes beside the file and then takes its name, so that the file is the old one or the new one, never a part. Links are followed,
 * permissions are kept, and what is no plain file is refused.
 */
export async function writeFileWhole(file: string, { pieces, command }: FileText): Promise<void> {
  try {
    const { path, mode } = await replaced(file)
    const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.unfinished`)
    await using handle = await open(unfinished, 'w', mode)
    try {
      if (mode !== undefined) await handle.chmod(mode)
      await handle.writeFile(pieces)
      await handle.sync()
      await rename(unfinished, path)
    } catch (fault) {
      await rm(unfinished, { force: true })
      throw fault
    }
  } catch (fault) {
    throw new WrongUse(`cannot write ${file}: ${fileFault(fault)}`, command)
  }
}

/** What stands under the name now; only its name where there is nothing yet. */
async function replaced(file: string): Promise<{ path: string; mode?: number }> {
  const path = await realpath(file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })
  if (path === null) return { path: file }
  const found = await stat(path)
  if (found.isDirectory()) throw new Error('it is a folder; name a file in it')
  if (!found.isFile()) throw new Error('it is no plain file but a device, pipe or socket; name a file')
  return { path, mode: found.mode & 0o7777 }
}
