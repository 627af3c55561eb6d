import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentVersion, decodeContent, encodeContent, type HistoryContent } from '../history-content.ts'
import { writeDurably } from './durable-file.ts'
import { StoreDamage } from './store-damage.ts'

/** Stores the content under its own digest and gives that. A file that is there already is left alone, unless it is damaged. */
export async function writeVersion(folder: string, content: HistoryContent): Promise<string> {
  const bytes = encodeContent(content)
  const version = contentVersion(bytes)
  const path = versionPath(folder, version)
  if (!(await isIntact(path, version))) await writeDurably(path, bytes)
  return version
}

async function isIntact(path: string, version: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null)
  return bytes !== null && contentVersion(bytes) === version
}

/** A `StoreDamage` when the file is missing, cut or altered. */
export async function readVersion(folder: string, version: string): Promise<HistoryContent> {
  const path = versionPath(folder, version)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new StoreDamage(`${path} cannot be read`, cause)
  })
  if (contentVersion(bytes) !== version) throw new StoreDamage(`${path} does not have the content that its name states`)
  return decodeContent(bytes)
}

function versionPath(folder: string, version: string): string {
  return join(folder, `${version}.prices`)
}
