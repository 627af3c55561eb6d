import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instrument } from '@portofino/market'
import {
  contentVersion,
  decodeInstrument,
  encodeContent,
  headerRange,
  prefixBytes,
  type HistoryContent,
} from '../history-content.ts'
import { checkedContent, requireSame, understood } from './checked-content.ts'
import { flushFolder, makeFolder, writeAtOnce } from './durable-file.ts'
import { isMissingFile, StoreDamage } from './store-damage.ts'
import { storedFile, unreadable } from './stored-file.ts'

/** A version as something else names it, which its file must bear out. */
export interface NamedVersion {
  version: string
  instrument: Instrument
  /** For faults. */
  source: string
}

/** Disks flush several files about as fast as one. */
const writtenAtOnce = 16

/**
 * Stores each content under its own digest and gives these, when all are safe on the disk. A file that is there already is left alone,
 * unless it is damaged.
 */
export async function writeVersions(folder: string, contents: readonly HistoryContent[]): Promise<string[]> {
  await makeFolder(folder)
  const versions: string[] = []
  const waiting = contents.entries()
  async function writeWaiting(): Promise<void> {
    for (const [k, content] of waiting) versions[k] = await writeVersion(folder, content)
  }
  const outcomes = await Promise.allSettled(Array.from({ length: writtenAtOnce }, writeWaiting))
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  await flushFolder(folder)
  return versions
}

async function writeVersion(folder: string, content: HistoryContent): Promise<string> {
  const bytes = encodeContent(content)
  const version = contentVersion(bytes)
  const path = versionPath(folder, version)
  if (!(await isIntact(path, version))) await writeAtOnce(path, bytes)
  return version
}

async function isIntact(path: string, version: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null)
  return bytes !== null && contentVersion(bytes) === version
}

/** The content, its instrument with first and last day. A `StoreDamage` when the file is missing, cut, altered or another instrument's. */
export async function readVersion(
  folder: string,
  { version, instrument, source }: NamedVersion,
): Promise<HistoryContent & { instrument: Instrument }> {
  const path = versionPath(folder, version)
  const bytes = await storedFile(path, source)
  if (bytes === null) throw new StoreDamage(`${path} is missing`)
  return checkedContent(bytes, { version, instrument, place: path })
}

/** A `StoreDamage` when the file is missing or another instrument's; its prices are not looked at. */
export async function checkVersion(folder: string, { version, instrument, source }: NamedVersion): Promise<void> {
  const path = versionPath(folder, version)
  try {
    await using file = await open(path)
    const prefix = Buffer.alloc(prefixBytes)
    await file.read(prefix, 0, prefixBytes, 0)
    const { start, length } = understood(path, () => headerRange(prefix))
    const header = Buffer.alloc(Math.min(length, (await file.stat()).size))
    await file.read(header, 0, header.length, start)
    requireSame(path, { stated: instrument, found: understood(path, () => decodeInstrument(header)) })
  } catch (fault) {
    if (fault instanceof StoreDamage) throw fault
    if (isMissingFile(fault)) throw new StoreDamage(`${path} is missing`, fault)
    throw unreadable(path, { source, fault })
  }
}

function versionPath(folder: string, version: string): string {
  return join(folder, `${version}.prices`)
}
