import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { ErrorPanel } from '../../ui/panel.tsx'
import { Screen } from './screen.tsx'

/** A screen that could not be shown; the rest of the page stays. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = (): void => {
    reset()
    void router.invalidate()
  }
  return (
    <Screen title="Error">
      <h1 className="sr" tabIndex={-1}>
        This screen could not be shown
      </h1>
      <ErrorPanel error={error} holds="Nothing that you saved is lost." onRetry={retry} />
    </Screen>
  )
}
