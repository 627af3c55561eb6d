import { parseIsoDate, type Day } from '@portofino/market'
import { echo } from '../plain-text.ts'
import type { FaultList } from './fault-list.ts'
import { manifestFile } from './manifest.ts'
import type { Table } from './table.ts'

export interface DatedTable extends Table {
  /** Strictly increasing where the file is sound; shape [rows]. */
  days: Int32Array
  /** No row and no date has a fault. */
  isSound: boolean
}

/** Reads the column `date`, which must come first, else null. What is wrong goes to the faults. */
export function datedTable(table: Table, faults: FaultList): DatedTable | null {
  const { file, header, rows } = table
  if (header[0] !== 'date') {
    faults.add(file, 1, `the first column must be "date", got "${echo(header[0])}"; rename or move it`)
    return null
  }
  let isSound = true
  const days = new Int32Array(rows.length)
  let previous: Day = -Infinity
  rows.forEach((row, k) => {
    if (row === null) {
      isSound = false
      return
    }
    const text = row[0]!
    const day = parseIsoDate(text)
    const sentence = dateFault(text, { day, previous })
    if (sentence !== null) {
      faults.add(file, k + 2, sentence)
      isSound = false
    }
    days[k] = day ?? 0
    previous = day ?? previous
  })
  return { ...table, days, isSound }
}

function dateFault(text: string, { day, previous }: { day: Day | null; previous: Day }): string | null {
  if (day === null) return `the date is "${echo(text)}"; write YYYY-MM-DD`
  if (day === previous) return `the date ${text} appears twice; remove one of the lines`
  return day < previous ? `the date ${text} is older than the one before; sort the lines by date, oldest first` : null
}

/** Columns of one file for each symbol that no entry of the manifest takes would be dropped unseen. */
export function reportUnlistedColumns({ file, header }: Table, known: ReadonlySet<string>, faults: FaultList): void {
  for (const column of header.slice(1)) {
    if (!known.has(column))
      faults.add(file, 1, `the column "${echo(column)}" is unknown; list it as a symbol in ${manifestFile} or remove it`)
  }
}
