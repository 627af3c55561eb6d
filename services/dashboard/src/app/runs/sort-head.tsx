import { useQuery } from '@tanstack/react-query'
import { definitionsQuery } from '../../api/queries.ts'
import { Hint } from '../../ui/hint.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ariaSort, columns, nextSorting } from './sorting.ts'
import type { SortColumn, Sorting } from './sorting.ts'
import { useListSearch } from './use-list-search.ts'

/** The head of a column that the list can be sorted by. Measures tell their definition on focus and under the pointer. */
export function SortHead({ column, sorting }: { column: SortColumn; sorting: Sorting }) {
  const change = useListSearch()
  const { data } = useQuery(definitionsQuery)
  const definition = data?.find(({ id }) => id === column)
  const isSorted = sorting.column === column
  const button = (
    <button
      type="button"
      className="sort"
      aria-description={definition?.meaning}
      onClick={() => change({ sort: nextSorting(sorting, column) })}
    >
      {columns[column].word}
      {isSorted && <Icon name={sorting.direction === 'up' ? 'sort-up' : 'sort-down'} />}
    </button>
  )
  return (
    <th scope="col" className={column === 'name' ? undefined : 'n'} aria-sort={ariaSort(sorting, column)}>
      {definition === undefined ? (
        button
      ) : (
        <Hint trigger={button}>
          {definition.name}
          <span>{definition.meaning}</span>
        </Hint>
      )}
    </th>
  )
}
