import { useNavigate, useSearch } from '@tanstack/react-router'
import { pages, runSearch } from '../../paths.ts'
import type { RunSearch } from '../../paths.ts'

type Change = { [Key in keyof RunSearch]?: RunSearch[Key] | undefined }

/** Which part of the run is shown, and how: from the address, and into it. */
export function useRunView(): { view: RunSearch; change: (part: Change, options?: { replace?: boolean }) => void } {
  const view = useSearch({ from: pages.run })
  const navigate = useNavigate({ from: pages.run })
  const change = (part: Change, { replace = false }: { replace?: boolean } = {}): void => {
    // Another range has other trades, which begin at their first page.
    const firstPage = 'range' in part ? { trades: undefined } : {}
    void navigate({
      search: (before) => runSearch({ ...before, ...firstPage, ...part }),
      resetScroll: false,
      hash: true,
      replace,
    })
  }
  return { view, change }
}
