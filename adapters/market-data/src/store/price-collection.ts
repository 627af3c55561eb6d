import { join } from 'node:path'
import type { Instrument, PriceHistory } from '@portofino/market'
import { removeAbandoned, writeDurably } from './durable-file.ts'
import { sourceFileName } from './file-name.ts'
import { StoreDamage } from './store-damage.ts'
import { asOfIn, fieldsOf, instrumentIn, requireFormat, versionIn, WrongField } from './stored-fields.ts'
import { storedFile } from './stored-file.ts'
import { readVersion, writeVersions } from './version-file.ts'

/** One instrument of a collection, without its prices. */
export interface CollectedInstrument {
  instrument: Instrument
  version: string
  asOf: string
}

/** Prices that came together and are replaced together: one small file names the version of each. */
export interface PriceCollection {
  /** Null when nothing was ever put there. A `StoreDamage` when the list is not wholly as it was written. */
  list(): Promise<CollectedInstrument[] | null>
  /** A `StoreDamage` when the file was cut or altered, or holds something else than the list says. */
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
      const bytes = await storedFile(path, source)
      if (bytes === null) return null
      try {
        return parsedList(bytes.toString('utf8'))
      } catch (cause) {
        const what = cause instanceof WrongField ? cause.message : 'it is no JSON'
        throw new StoreDamage(`${path} is damaged: ${what}`, cause)
      }
    },

    async read({ instrument, version, asOf }) {
      const content = await readVersion(folder, { version, instrument, source })
      return { ...content, source, asOf, version }
    },

    async replace(histories) {
      const versions = await writeVersions(folder, histories)
      const collected = histories.map(({ instrument, asOf }, k) => ({ instrument, version: versions[k]!, asOf }))
      await writeDurably(join(folder, listFile), `${JSON.stringify({ format: 1, collected }, null, 2)}\n`)
      await removeAbandoned(folder, Date.now())
    },
  }
}

function parsedList(text: string): CollectedInstrument[] {
  const stored = fieldsOf(JSON.parse(text), 'it')
  requireFormat(stored)
  if (!Array.isArray(stored['collected'])) throw new WrongField('it has no list "collected"')
  const seen = new Set<string>()
  return stored['collected'].map((value: unknown) => {
    const entry = fieldsOf(value, 'an entry')
    const instrument = instrumentIn(entry)
    const key = JSON.stringify([instrument.market, instrument.symbol])
    if (seen.has(key)) throw new WrongField(`it lists ${instrument.symbol} twice`)
    seen.add(key)
    return { instrument, version: versionIn(entry), asOf: asOfIn(entry) }
  })
}
