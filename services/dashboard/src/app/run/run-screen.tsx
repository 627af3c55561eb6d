import { Screen } from '../shell/screen.tsx'

export function RunScreen() {
  return (
    <Screen title="Run">
      <h1 className="h1" tabIndex={-1}>
        Run
      </h1>
    </Screen>
  )
}
