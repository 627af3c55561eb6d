import { findSeriesSlices } from '@portofino/database'
import type { Database } from '@portofino/database'
import { packedHeadLength, packedTrades } from '@portofino/simulator'
import type { PackedSlice, PackedTrades } from '@portofino/simulator'
import { knownSimulation, notDone } from './owned-simulation.ts'
import type { Owned } from './owned-simulation.ts'

/** The stored series of a run, of which no more is read than is asked for. */
export interface StoredColumns {
  trades: PackedTrades
  /** The numbers of the slices, joined. */
  read: (slices: readonly PackedSlice[]) => Promise<Float64Array>
}

/** Refuses a run that is not the user's, or has no series yet. */
export async function storedColumns(database: Pick<Database, 'db'>, owned: Owned): Promise<StoredColumns> {
  const found = async (slices: readonly PackedSlice[]) => {
    const bytes = slices.map(({ at, length }) => ({ at: at * doubleSize, length: length * doubleSize }))
    const stored = await findSeriesSlices(database.db, owned, bytes)
    if (stored === undefined) throw notDone(await knownSimulation(database, owned), 'it has no series')
    return { numbers: numbersOf(stored.bytes), length: stored.length / doubleSize }
  }
  const { numbers, length } = await found([{ at: 0, length: packedHeadLength }])
  return { trades: packedTrades(numbers, length), read: async (slices) => (await found(slices)).numbers }
}

const doubleSize = Float64Array.BYTES_PER_ELEMENT

/** Doubles, lowest byte first; copied, because bytes of the driver may begin anywhere. */
function numbersOf(bytes: Buffer): Float64Array {
  return new Float64Array(new Uint8Array(bytes).buffer)
}
