import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { pages } from '../../paths.ts'
import { changedSearch } from './changed-search.ts'
import type { SearchChange } from './changed-search.ts'

/** Changes parts of the list's address. Choices can be gone back from, typing cannot. */
export function useListSearch(): (change: SearchChange, isTyped?: boolean) => void {
  const navigate = useNavigate({ from: pages.runs })
  return useCallback(
    (change, isTyped = false) => {
      void navigate({ to: pages.runs, search: (before) => changedSearch(before, change), replace: isTyped, resetScroll: false })
    },
    [navigate],
  )
}
