import { parseIsoDate, type Day } from '@portofino/market'
import type { FaultList } from './fault-list.ts'
import { manifestFile } from './manifest.ts'
import type { Table } from './table.ts'

export interface DatedTable extends Table {
  /** Strictly increasing; shape [rows]. */
  days: Int32Array
}

/** Reads the column `date`, which must come first. Null with the reasons among the faults. */
export function datedTable(table: Table, faults: FaultList): DatedTable | null {
  const { file, header, rows } = table
  if (header[0] !== 'date') {
    faults.add(file, 1, `the first column must be "date", got "${header[0]}"; rename or move it`)
    return null
  }
  const before = faults.count
  const days = new Int32Array(rows.length)
  let previous: Day = -Infinity
  rows.forEach((row, k) => {
    const text = row[0]!
    const day = parseIsoDate(text)
    const sentence = dateFault(text, { day, previous })
    if (sentence !== null) faults.add(file, k + 2, sentence)
    days[k] = day ?? 0
    previous = day ?? previous
  })
  return faults.count > before ? null : { ...table, days }
}

function dateFault(text: string, { day, previous }: { day: Day | null; previous: Day }): string | null {
  if (day === null) return `the date is "${text.slice(0, 40)}"; write YYYY-MM-DD`
  if (day === previous) return `the date ${text} appears twice; remove one of the lines`
  return day < previous ? `the date ${text} is older than the one before; sort the lines by date, oldest first` : null
}

/** Columns of one file for each symbol that no entry of the manifest takes would be dropped unseen. */
export function reportUnlistedColumns({ file, header }: Table, known: ReadonlySet<string>, faults: FaultList): void {
  for (const column of header.slice(1)) {
    if (!known.has(column))
      faults.add(file, 1, `the column "${column}" is unknown; list it as a symbol in ${manifestFile} or remove it`)
  }
}
