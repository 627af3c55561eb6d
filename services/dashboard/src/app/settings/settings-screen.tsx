import { Screen } from '../shell/screen.tsx'

export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <h1 className="h1" tabIndex={-1}>
        Settings
      </h1>
    </Screen>
  )
}
