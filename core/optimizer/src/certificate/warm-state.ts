import type { ActiveSet } from '../engine/exact-point.ts'
import type { WarmState } from '../outcome.ts'

/** Plain text of an active set: one sign for each column and row. */
export function warmStateOf({ columnStanding, rowStanding }: ActiveSet): WarmState {
  return { columns: signsOf(columnStanding), rows: signsOf(rowStanding) }
}

/** For a bound or limit below, nothing, one above; a column without bounds that was never moved cannot be told. */
const letters = '-0+?'

function signsOf(standings: Int8Array): string {
  let text = ''
  for (const value of standings) text += letters[value + 1]
  return text
}

/** Null where the text does not fit a program of so many columns and rows. */
export function activeSetFrom({ columns, rows }: WarmState, size: { columns: number; rows: number }): ActiveSet | null {
  if (columns.length !== size.columns || rows.length !== size.rows || !/^[-0+]*$/.test(columns + rows)) return null
  return { columnStanding: standingsOf(columns), rowStanding: standingsOf(rows) }
}

function standingsOf(text: string): Int8Array {
  const standings = new Int8Array(text.length)
  for (let k = 0; k < text.length; k++) standings[k] = letters.indexOf(text[k]!) - 1
  return standings
}
