import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { authOptionsQuery } from '../../../api/queries.ts'
import { useStable } from '../../../ui/use-stable.ts'
import { useRunPage } from '../../use-run-page.ts'
import { useSession } from '../../use-session.ts'

/** Signs that somebody is at the page, who may be about to run what it says. */
const signs = ['pointermove', 'pointerdown', 'keydown'] as const

/** Gets ahead of time what the first run needs besides the server's answer: how visitors are let in, and the code of the page of a run. */
export function useReadyToRun(): void {
  const queryClient = useQueryClient()
  const isSignedOut = useSession() === 'signed-out'
  useEffect(() => {
    if (isSignedOut) void queryClient.prefetchQuery(authOptionsQuery)
  }, [isSignedOut, queryClient])
  const prepareRunPage = useStable(useRunPage())
  useEffect(() => {
    const over = new AbortController()
    const prepare = (): void => {
      over.abort()
      prepareRunPage()
    }
    for (const sign of signs) addEventListener(sign, prepare, { signal: over.signal, passive: true })
    return () => over.abort()
  }, [prepareRunPage])
}
