import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { assetsQuery, historyQuery } from '../../api/queries.ts'
import type { Asset } from '../../api/queries.ts'
import { editorLink } from '../../paths.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { useSession } from '../use-session.ts'
import { fitting, runEntry } from './palette-entries.ts'
import type { Entry, Group } from './palette-entries.ts'
import { pageEntries } from './page-entries.ts'
import { simulable } from './simulable.ts'
import { useDeeds } from './use-deeds.ts'

/** While one types, the server is asked once that rests. */
const restMs = 150

export interface Choices {
  groups: readonly Group[]
  /** Runs are still being looked for. */
  isLooking: boolean
}

/** Everything that can be chosen for what is typed. */
export function usePaletteGroups(typed: string, { run, copy }: Record<'run' | 'copy', (text: string) => void>): Choices {
  const isSignedIn = useSession() === 'signed-in'
  const text = useSettled(typed.trim(), restMs)
  const runs = useQuery({
    ...historyQuery({ status: 'all', page_size: text === '' ? '3' : '6', ...(text !== '' && { q: text.slice(0, 200) }) }),
    enabled: isSignedIn,
    placeholderData: keepPreviousData,
  })
  const assets = useQuery({ ...assetsQuery(text.slice(0, 100)), enabled: isSignedIn && /^\S+$/.test(text) })
  const deeds = useDeeds(copy)
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const isTyped = typed.trim() !== ''
  const found = (runs.data?.root ?? []).map((each) => runEntry(each, isTyped))
  const rest = fitting(
    [
      { title: 'Go to', entries: pageEntries({ isSignedIn, here }) },
      { title: 'Do', entries: deeds },
    ],
    typed,
  )
  const mine = { title: isTyped ? 'Runs' : 'Latest runs', entries: found }
  const simulation = { title: 'Simulate', entries: simulationEntries(typed, assets.data ?? [], run) }
  const groups = [...(simulation.entries.some(({ id }) => id === 'run') ? [simulation, mine] : [mine, simulation]), ...rest]
  return { groups: groups.filter(({ entries }) => entries.length > 0), isLooking: runs.isFetching || text !== typed.trim() }
}

function simulationEntries(typed: string, assets: readonly Asset[], run: (command: string) => void): Entry[] {
  const found = simulable(typed, assets)
  if (found === null) return []
  const { command } = found
  const inEditor = { kind: 'go', href: editorLink(command) } as const
  const opens = { id: 'edit', icon: 'edit', label: '', command, end: 'opens in the editor', consequence: inEditor } as const
  if (found.kind === 'instrument') {
    const { name, first } = found.asset
    return [{ ...opens, icon: 'play', note: first === null ? name : `${name}, from ${first}` }]
  }
  if (found.kind === 'begun') return [opens]
  return [
    { id: 'run', icon: 'play', label: '', command, end: 'runs now', consequence: { kind: 'try', act: () => run(command) } },
    opens,
  ]
}
