import { useNavigate } from '@tanstack/react-router'
import type { RunsSearch } from '../../paths.ts'
import { pages } from '../../paths.ts'

/** Changes parts of the list's address; what narrows it anew begins at the first page. Choices can be gone back from, typing cannot. */
export function useListSearch(): (
  change: Partial<Record<keyof RunsSearch, RunsSearch[keyof RunsSearch]>>,
  isTyped?: boolean,
) => void {
  const navigate = useNavigate({ from: pages.runs })
  return (change, isTyped = false) => {
    const merged = (before: RunsSearch): RunsSearch => {
      const after = { ...before, page: undefined, ...change }
      return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined)) as RunsSearch
    }
    void navigate({ to: pages.runs, search: merged, replace: isTyped, resetScroll: false })
  }
}
