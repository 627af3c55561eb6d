import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { createdWords, daysAgo, spans } from './created.ts'
import { Choice } from './tag-filter.tsx'
import { useListSearch } from './use-list-search.ts'

interface Days {
  from: string | undefined
  to: string | undefined
}

/** When runs were made: a span that ends today, or two days. */
export function CreatedFilter({ from, to }: Days) {
  const isAny = from === undefined && to === undefined
  const trigger = (
    <button type="button" className={isAny ? 'drop' : 'drop on'}>
      <Icon name="clock" />
      {createdWords({ from, to }, Date.now())}
      <Icon name="chevron-down" />
    </button>
  )
  return (
    <Popover trigger={trigger} label="Created">
      {(close) => <Spans from={from} to={to} onChosen={close} />}
    </Popover>
  )
}

function Spans({ from, to, onChosen }: Days & { onChosen: () => void }) {
  const change = useListSearch()
  const choose = (next: Days): void => {
    onChosen()
    change({ ...next })
  }
  const now = Date.now()
  const isAny = from === undefined && to === undefined
  return (
    <>
      <Choice isOn={isAny} onChoose={() => choose({ from: undefined, to: undefined })}>
        Any time
      </Choice>
      {spans.map(({ word, days }) => (
        <Choice
          key={word}
          isOn={to === undefined && from === daysAgo(days, now)}
          onChoose={() => choose({ from: daysAgo(days, now), to: undefined })}
        >
          {word}
        </Choice>
      ))}
      <OwnDays from={from} to={to} onChoose={choose} />
    </>
  )
}

function OwnDays({ from, to, onChoose }: Days & { onChoose: (days: Days) => void }) {
  const [days, setDays] = useState({ from: from ?? '', to: to ?? '' })
  const isTurned = days.from !== '' && days.to !== '' && days.from > days.to
  return (
    <form
      className="own-days"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isTurned) onChoose({ from: days.from || undefined, to: days.to || undefined })
      }}
    >
      <Field label="From" type="date" value={days.from} onChange={(event) => setDays({ ...days, from: event.target.value })} />
      <Field
        label="To"
        type="date"
        value={days.to}
        fault={isTurned ? 'This is before the first day.' : undefined}
        onChange={(event) => setDays({ ...days, to: event.target.value })}
      />
      <Button size="sm" type="submit">
        Show
      </Button>
    </form>
  )
}
