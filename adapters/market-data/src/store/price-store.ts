import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day, Instrument, PriceHistory } from '@portofino/market'
import { removeAbandoned } from './durable-file.ts'
import { sourceFileName, symbolFileName } from './file-name.ts'
import { readPointer, writePointer, type PricePointer } from './price-pointer.ts'
import { isMissingFile, StoreDamage } from './store-damage.ts'
import { unreadable } from './stored-file.ts'
import { checkVersion, readVersion, writeVersions } from './version-file.ts'

export type InstrumentName = Pick<Instrument, 'symbol' | 'market'>

/** Prices that were fetched, with the days for which the provider was asked. */
export interface StoredHistory {
  history: PriceHistory
  from: Day
  to: Day
}

/** The stored prices of one provider. Any number of processes may read and write at once: the last writer wins, every state is whole. */
export interface PriceStore {
  /** Null when nothing is stored. A `StoreDamage` when a file was cut or altered, or one belongs to something else. */
  read(name: InstrumentName): Promise<StoredHistory | null>
  /** Keeps earlier versions. Returns when the new one is safe on the disk. */
  write(stored: StoredHistory): Promise<void>
  /** What is stored, of all symbols or these, without the prices; damaged entries are left out. */
  pointers(symbols?: readonly string[]): Promise<PricePointer[]>
  /**
   * Does the work, with the store that it is to use, while nobody else refreshes the instrument. A store without it lets all fetch at once, and the
   * last one wins.
   */
  inTurn?<Value>(
    name: InstrumentName,
    turn: { work: (store: PriceStore) => Promise<Value>; signal?: AbortSignal | undefined },
  ): Promise<Value>
}

const pointerFile = 'current.json'

/**
 * @param root folder of all price stores, made when needed
 * @param source name of the provider
 */
export function priceStore(root: string, source: string): PriceStore {
  const folder = join(root, sourceFileName(source))
  const folderOf = ({ symbol, market }: InstrumentName): string =>
    join(folder, `${symbolFileName(symbol)}@${symbolFileName(market ?? '')}`)

  async function pointerIn(inside: string): Promise<PricePointer | null> {
    const pointer = await readPointer(join(inside, pointerFile), source)
    if (pointer === null || folderOf(pointer.instrument) === inside) return pointer
    throw new StoreDamage(`${join(inside, pointerFile)} is damaged: it is about another instrument`)
  }

  async function checkedPointer(inside: string): Promise<PricePointer | null> {
    const pointer = await pointerIn(inside)
    if (pointer !== null) await checkVersion(inside, { ...pointer, source })
    return pointer
  }

  return {
    async read(name) {
      const pointer = await pointerIn(folderOf(name))
      if (pointer === null) return null
      const { asOf, version, from, to } = pointer
      const content = await readVersion(folderOf(name), { ...pointer, source })
      return { history: { ...content, source, asOf, version }, from, to }
    },

    async write({ history, from, to }) {
      const { instrument, asOf } = history
      const [version] = await writeVersions(folderOf(instrument), [history])
      await writePointer(join(folderOf(instrument), pointerFile), { instrument, version: version!, asOf, from, to })
      await removeAbandoned(folderOf(instrument), Date.now())
    },

    async pointers(symbols) {
      const wanted = symbols && new Set(symbols.map(symbolFileName))
      const names = await readdir(folder).catch((fault: unknown) => {
        if (isMissingFile(fault)) return []
        throw unreadable(folder, { source, fault })
      })
      const found = names.filter((name) => wanted === undefined || wanted.has(name.slice(0, name.indexOf('@'))))
      const pointers = await Promise.all(found.map((name) => checkedPointer(join(folder, name)).catch(withoutDamaged)))
      return pointers.filter((pointer) => pointer !== null)
    },
  }
}

function withoutDamaged(fault: unknown): null {
  if (fault instanceof StoreDamage) return null
  throw fault
}
