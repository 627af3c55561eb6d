import type {
  accountSchema,
  assetsSchema,
  authOptionsSchema,
  definitionsSchema,
  historyEntrySchema,
  historyItemSchema,
  historyPageSchema,
  seriesSchema,
  tradesPageSchema,
} from '@portofino/contract'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { send } from './request.ts'
import { callJson } from './session.ts'

/** What the API answers, by name. */
export type Account = z.infer<typeof accountSchema>
export type Asset = z.infer<typeof assetsSchema>[number]
export type AuthOptions = z.infer<typeof authOptionsSchema>
export type DefinitionEntry = z.infer<typeof definitionsSchema>[number]
export type HistoryEntry = z.infer<typeof historyEntrySchema>
export type HistoryItem = z.infer<typeof historyItemSchema>
export type HistoryPage = z.infer<typeof historyPageSchema>
export type RunResult = NonNullable<HistoryEntry['result']>
/** With every trade: what the file has. */
export type WholeSeries = z.infer<typeof seriesSchema>
/** Without trades, which come in pages. */
export type RunSeries = Omit<WholeSeries, 'trades'>
export type TradesPage = z.infer<typeof tradesPageSchema>
export type Trade = TradesPage['root'][number]

/** How this server lets people in. */
export const authOptionsQuery = queryOptions({
  queryKey: ['auth', 'options'],
  queryFn: async ({ signal }): Promise<AuthOptions> => (await (await send('/auth/options', { signal })).json()) as AuthOptions,
  staleTime: 60_000,
})

/** Who is signed in. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: async ({ signal }) => callJson<Account>('/auth/me', { signal }),
  staleTime: 60_000,
})

/** One run, with its result once there is one. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['run', id],
    queryFn: async ({ signal }) => callJson<HistoryEntry>(`/history/${encodeURIComponent(id)}`, { signal }),
  })
}

/** The daily columns of a finished run. They never change. */
export function seriesQuery(id: string) {
  return queryOptions({
    queryKey: ['run', id, 'series'],
    queryFn: async ({ signal }) => callJson<RunSeries>(`/history/${encodeURIComponent(id)}/series?trades=false`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** A page of the trades of a finished run, of all days or some. They never change. */
export function tradesQuery(id: number, asked: { page: number; from?: string; to?: string }) {
  return queryOptions({
    queryKey: ['run', id, 'trades', asked],
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams({ ...asked, page: String(asked.page) })
      return callJson<TradesPage>(`/history/${id}/trades?${parameters}`, { signal })
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** How many trades there are after a day: in `total`. */
export function laterTradesQuery(id: number, after: string) {
  return queryOptions({
    queryKey: ['run', id, 'trades', 'later', after],
    queryFn: async ({ signal }) => {
      const from = new Date(Date.parse(after) + 86_400_000).toISOString().slice(0, 10)
      return callJson<TradesPage>(`/history/${id}/trades?${new URLSearchParams({ from, page_size: '1' })}`, { signal })
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** A page of runs; `parameters` in the words of the API. */
export function historyQuery(parameters: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ['runs', parameters],
    queryFn: async ({ signal }) => callJson<HistoryPage>(`/history/?${new URLSearchParams(parameters)}`, { signal }),
  })
}

/** What every measure means. It changes with the server only. */
export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: async ({ signal }) => callJson<DefinitionEntry[]>('/definitions', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Instruments that fit a text; the most used ones for an empty text. */
export function assetsQuery(text: string) {
  return queryOptions({
    queryKey: ['assets', text],
    queryFn: async ({ signal }) => callJson<Asset[]>(`/assets?${new URLSearchParams({ q: text })}`, { signal }),
    staleTime: 300_000,
  })
}
