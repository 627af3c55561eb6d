import type { ConditionalRule, SheetChart } from 'hucre/xlsx'
import type { CellKind } from './cell-kind.ts'

/** What a sheet holds, before it is laid out as cells. Rows and columns count from 0. */
export interface SheetPlan {
  name: string
  title: string
  /** One or two sentences below the title: what the figures are and how to read them. */
  lead: string
  /** Column widths in characters. */
  widths: readonly number[]
  /** Columns by session, from the left edge down. */
  series?: readonly SeriesColumn[]
  tables?: readonly TablePlan[]
  charts?: readonly SheetChart[]
  rules?: readonly ConditionalRule[]
  orientation?: 'portrait' | 'landscape'
  /** Printed on a single page. */
  isOnOnePage?: boolean
  /** The row of heads that are repeated on every page after it; null where they would stand over another table. */
  repeatedRow?: number | null
}

export interface Column {
  head: string
  kind: CellKind
}

export interface SeriesColumn extends Column {
  values: readonly Entry[]
}

export interface TablePlan {
  /** Its heads; a title stands one row above. */
  row: number
  column: number
  title?: string
  columns: readonly Column[]
  rows: readonly (readonly (Entry | KindEntry)[])[]
}

/** ISO 8601 text where the column holds dates; null is an undefined number, undefined an empty cell. */
export type Entry = string | number | null | undefined

/** An entry of another kind than its column. */
export interface KindEntry {
  value: Entry
  kind: CellKind
  isStrong?: boolean
  /** A sheet of this workbook to go to. */
  sheet?: string
}

export function kindEntry(entry: Entry | KindEntry, columnKind: CellKind): KindEntry {
  return typeof entry === 'object' && entry !== null ? entry : { value: entry, kind: columnKind }
}

/** Heads of series, and of tables that stand first. */
export const headRow = 3
