import { Screen } from '../shell/screen.tsx'

export function RunsScreen() {
  return (
    <Screen title="Runs">
      <h1 className="h1" tabIndex={-1}>
        Runs
      </h1>
    </Screen>
  )
}
