import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { pages, runSearch } from '../../paths.ts'
import { rangeText, runRange } from './run-range.ts'
import type { NamedRange, RunRange } from './run-range.ts'

const route = getRouteApi(pages.run)

export interface ChosenRange {
  range: RunRange
  /** One of the buttons. */
  choose: (name: NamedRange) => void
  /** Two sessions, both included; `replace` while something is being moved, so that Back does not retrace it. */
  show: (part: Pick<RunRange, 'fromIndex' | 'toIndex'>, options?: { replace?: boolean }) => void
  reset: () => void
}

/** The part of the run that the page shows: it lies in the address, so that everything on the page shows the same one. */
export function useRunRange(dates: readonly string[]): ChosenRange {
  const { range: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const range = useMemo(() => runRange(dates, asked), [dates, asked])
  const go = (text: string | undefined, replace = false): void => {
    void navigate({ search: (search) => runSearch({ ...search, range: text }), replace, resetScroll: false })
  }
  return {
    range,
    choose: (name) => go(name === 'max' ? undefined : name),
    show: (part, { replace = false } = {}) => go(rangeText(dates, part), replace),
    reset: () => go(undefined),
  }
}
