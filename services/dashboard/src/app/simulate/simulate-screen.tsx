import { Screen } from '../shell/screen.tsx'

export function SimulateScreen() {
  return (
    <Screen title="Simulate">
      <h1 className="h1" tabIndex={-1}>
        Simulate
      </h1>
    </Screen>
  )
}
