import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { historyQuery } from '../../api/queries.ts'
import { dayAndTime } from '../../format.ts'
import type { RunsSearch } from '../../paths.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { listRequest } from './list-request.ts'
import { isActive } from './run-row.ts'

/** How often runs that work are asked after. */
const pollMs = 3_000

/** A page of the list. What stood there before stays, grayed, while another page or filter is read. */
export function useRuns(search: RunsSearch) {
  const { zone } = useSettings()
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useQuery({
    ...historyQuery(listRequest(search)),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.root.some(isActive) === true ? pollMs : false),
  })
  const asOf = dayAndTime(new Date(dataUpdatedAt).toISOString(), zone).time
  return { data, error, refetch, asOf, isStale: isPlaceholderData }
}
