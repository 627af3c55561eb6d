import { getRouteApi } from '@tanstack/react-router'
import { pages } from '../../paths.ts'
import type { RunSearch } from '../../paths.ts'

const route = getRouteApi(pages.run)

type Change = { [Key in keyof RunSearch]?: RunSearch[Key] | undefined }

/** Which part of the run is shown, and how: from the address, and into it. */
export function useRunView(): { view: RunSearch; change: (part: Change) => void } {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: Change): void => {
    void navigate({ search: (before: RunSearch) => ({ ...before, ...part }) as RunSearch, resetScroll: false })
  }
  return { view, change }
}
