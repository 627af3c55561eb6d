import { Link } from '@tanstack/react-router'
import type { HistoryPage } from '../../api/queries.ts'
import { count } from '../../format.ts'
import { pages } from '../../paths.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { buttonClass } from '../../ui/button.tsx'
import { zoneName } from '../../zone-name.ts'
import { changedSearch } from './changed-search.ts'
import { pageSpan } from './list-request.ts'

/** Which runs of all these are, the way to the others, and whose times are told. */
export function Pager({ page: { total, page } }: { page: HistoryPage }) {
  const { zone } = useSettings()
  const { first, last, pages: many } = pageSpan(total, page)
  return (
    <nav className="pager" aria-label="Pages">
      <span>
        {count(first)} to {count(last)} of {count(total)}
      </span>
      {many > 1 && (
        <span className="btns">
          <PageLink page={page - 1} isThere={page > 1}>
            Previous
          </PageLink>
          <PageLink page={page + 1} isThere={page < many}>
            Next
          </PageLink>
        </span>
      )}
      <span>Times in {zoneName(zone)}</span>
    </nav>
  )
}

function PageLink({ page, isThere, children }: { page: number; isThere: boolean; children: string }) {
  if (!isThere) return null
  return (
    <Link
      className={buttonClass({ size: 'sm' })}
      to={pages.runs}
      search={(before) => changedSearch(before, { page: page > 1 ? page : undefined })}
    >
      {children}
    </Link>
  )
}
