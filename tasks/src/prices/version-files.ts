import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentVersion } from '@portofino/market-data'
import type { Logger } from '@portofino/telemetry'

/** Versions of prices that this host has read before, so that their bytes need not come from the database again. */
export interface VersionFiles {
  /** Null when there is no such file, or not with the content that its name states. */
  read(version: string): Promise<Uint8Array | null>
  /** Never fails: what cannot be kept is read from the database. */
  keep(version: string, bytes: Uint8Array): Promise<void>
}

const forgottenAfterMs = 2 * 86_400_000
const sweptEveryMs = 3_600_000

/** A folder that may be deleted at any time, and shared by processes. What was kept long ago is removed now, and as more comes. */
export async function openVersionFiles(folder: string, logger: Logger, now = Date.now): Promise<VersionFiles> {
  const pathOf = (version: string): string => join(folder, `${version}.prices`)
  let sweptAt = -Infinity
  await sweep()

  async function sweep(): Promise<void> {
    if (now() < sweptAt + sweptEveryMs) return
    sweptAt = now()
    await removeOld(folder, now() - forgottenAfterMs)
  }

  async function read(version: string): Promise<Uint8Array | null> {
    const bytes = await readFile(pathOf(version)).catch(() => null)
    return bytes !== null && contentVersion(bytes) === version ? bytes : null
  }

  return {
    read,

    async keep(version, bytes) {
      await sweep()
      if ((await read(version)) !== null) return
      // Not flushed: a file that a crash leaves damaged is not read.
      const temporary = join(folder, `${version}.${randomUUID()}.part`)
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(temporary, bytes)
        await rename(temporary, pathOf(version))
      } catch (error) {
        logger.warn({ error }, 'prices cannot be kept as a file and will be read from the database')
        await rm(temporary, { force: true }).catch(() => undefined)
      }
    },
  }
}

async function removeOld(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const entry = await stat(path).catch(() => null)
    // Another process may be doing the same.
    if (entry?.isFile() && entry.mtimeMs < before) await rm(path, { force: true }).catch(() => undefined)
  }
}
