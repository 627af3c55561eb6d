import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentVersion, decodeContent, encodeContent, type HistoryContent } from '../history-content.ts'
import { writeDurably } from './durable-file.ts'
import { StoreDamage } from './store-damage.ts'

/** Stores the content under its own digest and gives that; never changed afterwards, only written again with the same bytes. */
export async function writeVersion(folder: string, content: HistoryContent): Promise<string> {
  const bytes = encodeContent(content)
  const version = contentVersion(bytes)
  await writeDurably(versionPath(folder, version), bytes)
  return version
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
