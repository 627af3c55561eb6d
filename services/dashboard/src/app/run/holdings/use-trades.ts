import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { laterTradesQuery, tradesQuery } from '../../../api/queries.ts'
import { useSettled } from '../../../ui/use-settled.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { useRunView } from '../use-run-view.ts'

/** How long a range that is being dragged must rest. */
const restMs = 300

/** The page of trades that the address asks for, of the range that is shown. The one before stays, grayed, while another is read. */
export function useTrades({ run, range }: Pick<TearsheetView, 'run' | 'range'>) {
  const { view } = useRunView()
  const settled = useSettled(range, restMs)
  const { isWhole, from, to } = settled
  const asked = { page: view.trades ?? 1, ...(isWhole ? {} : { from, to }) }
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...tradesQuery(run.id, asked),
    placeholderData: keepPreviousData,
  })
  return { data, error, refetch, isStale: isPlaceholderData || settled !== range }
}

/** How many trades followed the first session's; undefined until that is known. */
export function useLaterTrades({ run, result }: Pick<TearsheetView, 'run' | 'result'>): number | undefined {
  return useQuery(laterTradesQuery(run.id, result.period.from)).data?.total
}
