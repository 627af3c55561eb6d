import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'a file is where a folder should be',
  ENOTDIR: 'a file is where a folder should be',
  ENOENT: 'nothing can be made there',
  EROFS: 'the file system is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOSPC: 'the disk is full',
}

/** Makes the folder where it is missing; that it cannot be made is one sentence that names the way out. */
export async function makeDataDirectory(path: string): Promise<void> {
  try {
    await makeFolder(path)
  } catch (cause) {
    const reason = reasons[codeOf(cause)] ?? (cause instanceof Error ? cause.message : String(cause))
    throw new Error(`Cannot use ${path} as the data directory: ${reason}. Choose another with --data-dir.`, { cause })
  }
}

/** Step by step: `recursive` tries for ever in /proc, and says "no such file" of a read-only disk. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (codeOf(fault) !== 'ENOENT' || dirname(path) === path) throw fault
    await makeFolder(dirname(path))
    await mkdir(path).catch((again: unknown) => {
      if (codeOf(again) !== 'EEXIST') throw again
    })
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}
