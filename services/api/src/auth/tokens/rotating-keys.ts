import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createSecretFile, readSecretFile } from './secret-file.ts'

export interface RotatingKeysOptions<Key> {
  folder: string
  /** Begins the names of the files. */
  name: string
  generate: () => Buffer | string
  read: (content: Buffer) => Key | Promise<Key>
}

export interface RotatingKeys<Key> {
  /** What to sign or encrypt with. */
  current: (now: Date) => Promise<Key>
  /** What still counts: the current key, then the one before it where there was one. */
  valid: (now: Date) => Promise<Key[]>
}

const periodMs = 30 * 86_400_000

/** A key for each period of 30 days, in a file that its number names, so that all processes of one data directory share it. */
export function rotatingKeys<Key>({ folder, name, generate, read }: RotatingKeysOptions<Key>): RotatingKeys<Key> {
  const known = new Map<number, Promise<Key | null>>()
  const path = (period: number): string => join(folder, `${name}-${period}.key`)

  async function load(period: number, isCurrent: boolean): Promise<Key | null> {
    const content = await readSecretFile(path(period))
    if (content !== null) return read(content)
    if (!isCurrent) return null
    await createSecretFile(path(period), generate())
    await removeOld(period)
    return load(period, false)
  }

  async function removeOld(newest: number): Promise<void> {
    for (const file of await readdir(folder)) {
      const period = new RegExp(`^${name}-(\\d+)\\.key$`).exec(file)?.[1]
      if (period !== undefined && Number(period) < newest - 1) await rm(join(folder, file), { force: true })
    }
  }

  function kept(period: number, isCurrent: boolean): Promise<Key | null> {
    let key = known.get(period)
    if (key === undefined) {
      key = load(period, isCurrent)
      known.set(period, key)
      // What could not be read, or was not there, is looked for again.
      key.then(
        (found) => found ?? known.delete(period),
        () => known.delete(period),
      )
    }
    return key
  }

  async function current(now: Date): Promise<Key> {
    const key = await kept(Math.floor(now.getTime() / periodMs), true)
    if (key === null) throw new Error(`Cannot read the key ${name} in ${folder} right after writing it`)
    return key
  }
  return {
    current,
    async valid(now) {
      const previous = await kept(Math.floor(now.getTime() / periodMs) - 1, false)
      return [await current(now), ...(previous === null ? [] : [previous])]
    },
  }
}
