import type {
  accountSchema,
  assetsSchema,
  authOptionsSchema,
  definitionsSchema,
  historyEntrySchema,
  historyPageSchema,
  seriesSchema,
} from '@portofino/contract'
import { finalStatuses } from '@portofino/contract'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { send } from './request.ts'
import { callJson } from './session.ts'

export type { HistoryItem } from '@portofino/contract'

/** What the API answers, by name. */
export type Account = z.infer<typeof accountSchema>
export type Asset = z.infer<typeof assetsSchema>[number]
export type AuthOptions = z.infer<typeof authOptionsSchema>
export type DefinitionEntry = z.infer<typeof definitionsSchema>[number]
export type HistoryEntry = z.infer<typeof historyEntrySchema>
export type HistoryPage = z.infer<typeof historyPageSchema>
export type RunResult = NonNullable<HistoryEntry['result']>
export type RunSeries = z.infer<typeof seriesSchema>

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
    queryFn: async ({ signal }) => callJson<RunSeries>(`/history/${encodeURIComponent(id)}/series`, { signal }),
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

/** The same, asked again whenever it is shown, and while a run of it goes on. */
export function followedHistoryQuery(parameters: Readonly<Record<string, string>>) {
  return queryOptions({
    ...historyQuery(parameters),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data?.root.every(({ status }) => finalStatuses.includes(status)) === false ? 3_000 : false,
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
