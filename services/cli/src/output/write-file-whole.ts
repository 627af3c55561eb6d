import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { WrongUse } from '../arguments/wrong-use.ts'
import { fileFault } from '../input/file-fault.ts'

export interface FileText {
  pieces: Iterable<string>
  /** For the message of a fault. */
  command: string
}

/** Writes beside the file and then takes its name, so that the file is the old one or the new one, never a part. */
export async function writeFileWhole(file: string, { pieces, command }: FileText): Promise<void> {
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.unfinished`)
  try {
    await using handle = await open(unfinished, 'w')
    try {
      await handle.writeFile(pieces)
      await handle.sync()
      await rename(unfinished, file)
    } catch (fault) {
      await rm(unfinished, { force: true })
      throw fault
    }
  } catch (fault) {
    throw new WrongUse(`cannot write ${file}: ${fileFault(fault)}`, command)
  }
}
