import { useMemo } from 'react'
import { rangeText, runRange } from './run-range.ts'
import type { NamedRange, RunRange } from './run-range.ts'
import { useRunView } from '../use-run-view.ts'

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
  const { view, change } = useRunView()
  const asked = view.range
  const range = useMemo(() => runRange(dates, asked), [dates, asked])
  return {
    range,
    choose: (name) => change({ range: name === 'max' ? undefined : name }),
    show: (part, options) => change({ range: rangeText(dates, part) }, options),
    reset: () => change({ range: undefined }),
  }
}
