import { Link } from '@tanstack/react-router'
import type { HistoryPage } from '../../api/queries.ts'
import { pages } from '../../paths.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Pager } from '../../ui/pager.tsx'
import { zoneName } from '../../zone-name.ts'
import { changedSearch } from './changed-search.ts'

/** Which runs of all these are, the way to the others, and whose times are told. */
export function RunsPager({ page }: { page: HistoryPage }) {
  const { zone } = useSettings()
  return (
    <Pager label="Pages" page={page} link={pageLink}>
      <span>Times in {zoneName(zone)}</span>
    </Pager>
  )
}

function pageLink(page: number, words: string) {
  return (
    <Link
      className={buttonClass({ size: 'sm' })}
      to={pages.runs}
      search={(before) => changedSearch(before, { page: page > 1 ? page : undefined })}
    >
      {words}
    </Link>
  )
}
