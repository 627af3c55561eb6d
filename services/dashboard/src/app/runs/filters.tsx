import { useEffect, useState } from 'react'
import type { HistoryPage } from '../../api/queries.ts'
import { count } from '../../format.ts'
import type { RunsSearch } from '../../paths.ts'
import '../../ui/field.css'
import { Icon } from '../../ui/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CreatedFilter } from './created-filter.tsx'
import { statusSegments } from './list-request.ts'
import type { Segment } from './list-request.ts'
import { TagFilter } from './tag-filter.tsx'
import { useListSearch } from './use-list-search.ts'

/** What narrows the list; all of it stands in the address. */
export function Filters({ search, counts }: { search: RunsSearch; counts: HistoryPage['counts'] | undefined }) {
  const change = useListSearch()
  const segments = statusSegments(counts, search.status).map(({ value, word, count: many }: Segment) => ({
    value,
    label: (
      <>
        {word}
        {counts !== undefined && value !== 'all' && <span>{count(many)}</span>}
      </>
    ),
  }))
  return (
    <div className="filters" role="search" aria-label="Runs">
      <SearchField q={search.q ?? ''} />
      <Segmented
        label="Status"
        segments={segments}
        value={search.status ?? 'all'}
        onChange={(value) => change({ status: value === 'all' ? undefined : value })}
      />
      <TagFilter tag={search.tag} />
      <CreatedFilter from={search.from} to={search.to} />
    </div>
  )
}

/** What is typed counts once it rests. */
const restMs = 250

function SearchField({ q }: { q: string }) {
  const [text, setText] = useState(q)
  const [known, setKnown] = useState(q)
  const change = useListSearch()
  // The address changed by other means: Back, or Clear filters.
  if (known !== q) {
    setKnown(q)
    if (q !== text.trim()) setText(q)
  }
  useEffect(() => {
    const next = text.trim()
    if (next === q) return undefined
    const timer = setTimeout(() => change({ q: next === '' ? undefined : next }, true), restMs)
    return () => clearTimeout(timer)
  }, [text, q, change])
  return (
    <div className="search">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label="Search runs"
        placeholder="Name, ticker or command"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}
