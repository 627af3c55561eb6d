import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import { printable } from '../plain-text.ts'
import { isMissingFile } from '../store/store-damage.ts'
import type { FaultList } from './fault-list.ts'

const largestMegabytes = 256

/** The bytes of a file of the folder, or null with the reason among the faults: missing, outside the folder, no plain file, too large, empty. */
export async function folderFile(folder: string, file: string, faults: FaultList): Promise<Buffer | null> {
  const found = await insidePath(folder, file)
  const sentence = 'sentence' in found ? found.sentence : await unreadable(found.path)
  if ('sentence' in found || sentence !== null) {
    faults.add(file, null, sentence ?? '')
    return null
  }
  return readFile(found.path).catch((fault: unknown) => {
    faults.add(file, null, unreadableSentence(fault))
    return null
  })
}

/** What cannot be looked at, because the folder may not be entered, is taken to be there: reading it will tell why. */
export async function hasFile(folder: string, file: string): Promise<boolean> {
  return lstat(join(folder, file)).then(
    () => true,
    (fault: unknown) => !isMissingFile(fault),
  )
}

function unreadableSentence(fault: unknown): string {
  return `the file cannot be read (${reasonOf(fault)}); allow reading it and its folder`
}

export function reasonOf(fault: unknown): string {
  return printable(fault instanceof Error ? fault.message : String(fault))
}

const leaves = 'the path leaves the folder; put the file itself into the folder and name it without ".." or a leading "/"'
const missing = 'the file is missing; add it or correct its name in manifest.json'

/** Where the file really lies, links followed. */
async function insidePath(folder: string, file: string): Promise<{ path: string } | { sentence: string }> {
  if (file.includes('\0') || isAbsolute(file) || file.split(/[\\/]/).includes('..')) return { sentence: leaves }
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, file))])
    return path.startsWith(root + sep) ? { path } : { sentence: leaves }
  } catch (fault) {
    return { sentence: isMissingFile(fault) ? missing : unreadableSentence(fault) }
  }
}

async function unreadable(path: string): Promise<string | null> {
  const entry = await stat(path).catch((fault: unknown) => unreadableSentence(fault))
  if (typeof entry === 'string') return entry
  if (!entry.isFile()) return 'this is not a plain file; replace it by one'
  if (entry.size === 0) return 'the file is empty; export it again'
  if (entry.size <= largestMegabytes * 2 ** 20) return null
  const megabytes = Math.ceil(entry.size / 2 ** 20)
  return `the file has ${megabytes} MB, more than the ${largestMegabytes} MB allowed; write one file per symbol`
}
