import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { followedHistoryQuery } from '../../api/queries.ts'
import { dayAndTime } from '../../format.ts'
import type { RunsSearch } from '../../paths.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { listRequest } from './list-request.ts'

/** A page of the list. What stood there before stays, grayed, while another page or filter is read. */
export function useRuns(search: RunsSearch) {
  const { zone } = useSettings()
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useQuery({
    ...followedHistoryQuery(listRequest(search)),
    placeholderData: keepPreviousData,
  })
  const asOf = dayAndTime(new Date(dataUpdatedAt).toISOString(), zone).time
  return { data, error, refetch, asOf, isStale: isPlaceholderData }
}
