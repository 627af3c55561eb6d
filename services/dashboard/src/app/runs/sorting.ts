import type { RunsSearch } from '../../paths.ts'

/** What the list can be sorted by, with the direction that a first click takes. */
export const columns = {
  name: { word: 'Run', first: 'up' },
  cagr: { word: 'CAGR', first: 'down' },
  max_drawdown: { word: 'Max drawdown', first: 'down' },
  sharpe: { word: 'Sharpe', first: 'down' },
  created_at: { word: 'Created', first: 'down' },
} as const

export type SortColumn = keyof typeof columns

export interface Sorting {
  column: SortColumn
  direction: 'up' | 'down'
}

const newestFirst: Sorting = { column: 'created_at', direction: 'down' }

/** Of `-cagr`; newest first for nothing. */
export function sortingOf(text: string | undefined): Sorting {
  if (text === undefined) return newestFirst
  const column = text.replace(/^-/, '') as SortColumn
  return { column, direction: text.startsWith('-') ? 'down' : 'up' }
}

/** What a click on a head asks for next; nothing where that is the usual order. */
export function nextSorting(current: Sorting, column: SortColumn): RunsSearch['sort'] {
  const isSame = current.column === column
  const turned = current.direction === 'down' ? 'up' : 'down'
  const direction = isSame ? turned : columns[column].first
  if (direction === 'up') return column
  return column === 'created_at' ? undefined : `-${column}`
}

/** As `aria-sort` says it. */
export function ariaSort(current: Sorting, column: SortColumn): 'ascending' | 'descending' | undefined {
  if (current.column !== column) return undefined
  return current.direction === 'up' ? 'ascending' : 'descending'
}
