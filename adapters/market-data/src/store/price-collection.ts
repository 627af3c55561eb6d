import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instrument, PriceHistory } from '@portofino/market'
import { removeAbandoned, writeDurably } from './durable-file.ts'
import { sourceFileName } from './file-name.ts'
import { isMissingFile, StoreDamage } from './store-damage.ts'
import { readVersion, writeVersion } from './version-file.ts'

/** One instrument of a collection, without its prices. */
export interface CollectedInstrument {
  instrument: Instrument
  version: string
  asOf: string
}

/** Prices that came together and are replaced together: one small file names the version of each. */
export interface PriceCollection {
  /** Null when nothing was ever put there. A `StoreDamage` when the list cannot be understood. */
  list(): Promise<CollectedInstrument[] | null>
  /** A `StoreDamage` when the file was cut or altered. */
  read(collected: CollectedInstrument): Promise<PriceHistory>
  /** All or nothing: until the last moment the earlier list stays in force. */
  replace(histories: readonly PriceHistory[]): Promise<void>
}

const listFile = 'collection.json'

/**
 * @param root folder of all price stores, made when needed
 * @param source name that the prices go by, such as `csv:prices`
 */
export function priceCollection(root: string, source: string): PriceCollection {
  const folder = join(root, sourceFileName(source))
  return {
    async list() {
      const path = join(folder, listFile)
      try {
        const { collected }: { collected: CollectedInstrument[] } = JSON.parse(await readFile(path, 'utf8'))
        return collected
      } catch (cause) {
        if (isMissingFile(cause)) return null
        throw new StoreDamage(`${path} cannot be understood`, cause)
      }
    },

    async read({ instrument, version, asOf }) {
      const { adjusted, raw, actions } = await readVersion(folder, version)
      return { instrument, adjusted, raw, actions, source, asOf, version }
    },

    async replace(histories) {
      const collected: CollectedInstrument[] = []
      for (const history of histories) {
        const version = await writeVersion(folder, history)
        collected.push({ instrument: history.instrument, version, asOf: history.asOf })
      }
      await writeDurably(join(folder, listFile), `${JSON.stringify({ format: 1, collected }, null, 2)}\n`)
      await removeAbandoned(folder, Date.now())
    },
  }
}
