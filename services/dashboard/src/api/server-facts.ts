import { queryOptions } from '@tanstack/react-query'
import type { HistoryEntry, HistoryPage } from './queries.ts'
import { send } from './request.ts'
import { callJson } from './session.ts'

/** The version of the server, as its API document says it. */
export const serverVersionQuery = queryOptions({
  queryKey: ['server', 'version'],
  queryFn: async ({ signal }) => {
    const { info } = (await (await send('/openapi.json', { signal })).json()) as { info: { version: string } }
    return info.version
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** What the latest finished run was computed with; null before there is one. */
export const enginePartsQuery = queryOptions({
  queryKey: ['server', 'engine'],
  queryFn: async ({ signal }) => {
    const { root } = await callJson<HistoryPage>('/history/?page_size=1', { signal })
    const [latest] = root
    if (latest === undefined) return null
    const { result } = await callJson<HistoryEntry>(`/history/${latest.id}`, { signal })
    if (result === null) return null
    const { engine_version: engine, data_source: source, data_as_of: asOf, data_version: version } = result
    return { engine, source, asOf, version }
  },
})
