import type { RunsSearch } from '../../paths.ts'

export type SearchChange = { [Part in keyof RunsSearch]?: RunsSearch[Part] | undefined }

/** The address after a change of some parts. What narrows or sorts the list anew begins at its first page. */
export function changedSearch(before: RunsSearch, change: SearchChange): RunsSearch {
  const after = Object.entries({ ...before, page: undefined, ...change })
  return Object.fromEntries(after.filter(([, value]) => value !== undefined))
}
