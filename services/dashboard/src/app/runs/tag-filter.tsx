import { useQuery } from '@tanstack/react-query'
import { historyQuery } from '../../api/queries.ts'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { tagHoldings } from './tagging.ts'
import { useListSearch } from './use-list-search.ts'

/** One tag that runs must have, out of those of the latest hundred runs. */
export function TagFilter({ tag }: { tag: string | undefined }) {
  const trigger = (
    <button type="button" className={tag === undefined ? 'drop' : 'drop on'}>
      <Icon name="tag" />
      {tag === undefined ? 'Tag' : `Tag: ${tag}`}
      <Icon name="chevron-down" />
    </button>
  )
  return (
    <Popover trigger={trigger} label="Tag">
      {(close) => <Tags tag={tag} onChosen={close} />}
    </Popover>
  )
}

function Tags({ tag, onChosen }: { tag: string | undefined; onChosen: () => void }) {
  const change = useListSearch()
  const { data } = useQuery({ ...historyQuery({ status: 'all', page_size: '100' }), staleTime: 10_000 })
  const tags = [...new Set([...(tag === undefined ? [] : [tag]), ...tagHoldings(data?.root ?? []).map((each) => each.tag)])]
  const choose = (next: string | undefined): void => {
    onChosen()
    change({ tag: next })
  }
  return (
    <>
      <Choice isOn={tag === undefined} onChoose={() => choose(undefined)}>
        Any tag
      </Choice>
      {tags.map((each) => (
        <Choice key={each} isOn={each === tag} onChoose={() => choose(each)}>
          {each}
        </Choice>
      ))}
      {tags.length === 0 && data !== undefined && <p className="hint">No run has a tag yet. Select runs to tag them.</p>}
    </>
  )
}

export function Choice({ isOn, onChoose, children }: { isOn: boolean; onChoose: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className="choice" aria-pressed={isOn} onClick={onChoose}>
      <span>{children}</span>
      {isOn && <Icon name="check" />}
    </button>
  )
}
