import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { useLayoutEffect, useState } from 'react'
import { isDisturbance } from '../../problems.ts'
import { ErrorPanel } from '../../ui/panel.tsx'
import { Screen } from './screen.tsx'

/** A screen is built anew in silence no more often than this: who disturbs it again at once will not rest. */
const calmMs = 5_000
let builtAnewAt = Number.NEGATIVE_INFINITY

/** A screen that could not be shown; the rest of the page stays. What only something else in the browser disturbed is built anew once. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const [isSilent, setSilent] = useState(() => isDisturbance(error) && performance.now() - builtAnewAt > calmMs)
  useLayoutEffect(() => {
    if (!isSilent) return
    builtAnewAt = performance.now()
    setSilent(false)
    reset()
  }, [isSilent, reset])
  const retry = (): void => {
    reset()
    void router.invalidate()
  }
  if (isSilent) return null
  return (
    <Screen title="Error">
      <h1 className="sr" tabIndex={-1}>
        This screen could not be shown
      </h1>
      <ErrorPanel error={error} holds="Nothing that you saved is lost." onRetry={retry} />
    </Screen>
  )
}
