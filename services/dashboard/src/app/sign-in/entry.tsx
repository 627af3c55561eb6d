import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { authOptionsQuery } from '../../api/queries.ts'
import { Skeleton } from '../../ui/panel.tsx'
import { Arrival } from './arrival.tsx'
import { EntryForm } from './entry-form.tsx'
import { OtherWays } from './other-ways.tsx'
import { ServerAway } from './server-away.tsx'
import { useArrival } from './use-arrival.ts'
import type { EntryMode } from './use-entry.ts'

const optionsQuery = {
  ...authOptionsQuery,
  refetchInterval: ({ state }: { state: { status: string } }) => (state.status === 'error' ? 3_000 : false),
} as const

/** The way in, and on to the page that was meant. */
export function Entry() {
  const { data: options, error } = useQuery(optionsQuery)
  const { who, next } = useArrival()
  const [chosen, setMode] = useState<EntryMode | null>(null)
  if (options === undefined && error !== null) return <ServerAway error={error} />
  if (options === undefined || who === 'unknown') return <Skeleton className="entry-form" height={250} />
  const isGuest = who === 'guest'
  const mode = chosen ?? (isGuest || options.first_account ? 'create' : 'sign-in')
  return (
    <>
      <Arrival next={next} who={who} mode={mode} options={options} />
      <EntryForm mode={mode} shortest={options.password_min_length} onMode={setMode} />
      <OtherWays mode={mode} options={options} next={next} isGuest={isGuest} onMode={setMode} />
    </>
  )
}
