import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { ensureSession } from '../api/guest.ts'
import { queryClient } from '../api/query-client.ts'
import { session } from '../api/session.ts'
import { submitSimulation } from '../api/simulations.ts'
import { noteStarted } from '../live/use-task.ts'
import { pages } from '../paths.ts'
import { inTab } from '../stored-text.ts'
import { askedRuns } from './asked-runs.ts'
import { startRun } from './start-run.ts'
import type { Start } from './start-run.ts'
import { starting } from './starting.ts'
import { useIsMounted } from './use-is-mounted.ts'
import { useRunPage } from './use-run-page.ts'

/** The runs that this tab has asked for; over reloads, until they are answered or their person leaves. */
export const askedPlace = inTab('portofino.asked')

/** Of all pages: whoever comes back while a run is being started waits for that one. */
const start = startRun({
  ensureSession,
  person: () => session.facts().person,
  submit: submitSimulation,
  asked: askedRuns(askedPlace),
})

interface Started {
  commands: readonly string[]
  /** Where to go on after signing in, if that is needed. */
  next: () => string
  /** Before the page is left. */
  onAnswered?: (() => void) | undefined
}

/** Starts runs and goes on to their pages; rejects with what the server refused. Who has left meanwhile stays where they are. */
export function useStartRun(): (started: Started) => Promise<void> {
  const navigate = useNavigate()
  const prepareRunPage = useRunPage()
  const isMounted = useIsMounted()
  const isWaiting = useRef(false)
  return async ({ commands, next, onAnswered }) => {
    if (isWaiting.current) return
    isWaiting.current = true
    await starting
      .during(async () => goOn(start(commands), { next, onAnswered }))
      .finally(() => {
        isWaiting.current = false
        void queryClient.invalidateQueries({ queryKey: ['runs'] })
      })
  }

  async function goOn(answer: Promise<Start>, { next, onAnswered }: Omit<Started, 'commands'>): Promise<void> {
    prepareRunPage()
    const said = await answer
    if (!isMounted()) return
    onAnswered?.()
    const [only, ...others] = said.kind === 'started' ? said.taskIds : []
    if (said.kind === 'sign-in') await navigate({ to: pages.signIn, search: { next: next() } })
    else if (only !== undefined && others.length === 0) {
      noteStarted(queryClient, only)
      await navigate({ to: pages.run, params: { id: only } })
    } else await navigate({ to: pages.runs, search: {} })
  }
}
